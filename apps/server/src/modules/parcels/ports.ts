import type { OutboundReply, OutboundRequest } from '../../kernel/outbound.ts';
import type { Refusal } from '../../kernel/refusal.ts';

/** Which parcel is meant. */
export interface AskedParcel {
  /** Code of 快递100 for the carrier; providers with words of their own translate it. */
  readonly carrier: string;
  readonly number: string;
  /** Last four digits of the recipient's phone: some carriers tell nothing without. Empty where it is not known. */
  readonly phoneTail: string;
  /** When it was handed over; ISO 8601. */
  readonly shippedAt: string;
}

/** A step as a provider tells it; `code` is in the provider's own vocabulary, null where it gives none. */
export interface RawStep {
  /** ISO 8601. */
  readonly at: string | null;
  readonly code: string | null;
  /** The provider's name for the code; empty where it gives none. */
  readonly word: string;
  readonly text: string;
  readonly place: string;
}

/** What is told of one parcel: all steps known to the provider, in any order. */
export interface ToldParcel {
  readonly carrier: string;
  readonly number: string;
  readonly steps: readonly RawStep[];
  /** Where the parcel is now, in the provider's vocabulary. */
  readonly code: string | null;
  /** The provider says no more by itself from now on. */
  readonly ended: boolean;
}

/**
 * Why something did not come about. `down`: no answer, or none that makes sense. `busy`: asked too often. `denied`: the
 * credentials do not do, or the account is empty. `no`: this parcel cannot be followed. `nothing`: not known there yet.
 */
export interface Trouble {
  readonly trouble: 'down' | 'busy' | 'denied' | 'no' | 'nothing';
  /** What the provider said, for people; never a secret. */
  readonly detail: string;
}

export const isTrouble = (value: unknown): value is Trouble =>
  typeof value === 'object' && value !== null && 'trouble' in value;

/** A callback whose signature is right. */
export interface Callback {
  readonly told: readonly ToldParcel[];
  /** What the provider wants to hear. */
  readonly reply: Readonly<Record<string, unknown>>;
}

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What a provider is given to work with. */
export interface ProviderLine {
  readonly secrets: Readonly<Record<string, string>>;
  /** The one door to the outside. */
  readonly reach: (request: OutboundRequest) => Promise<OutboundReply | Refusal>;
  readonly now: () => Date;
}

/** A carriers' aggregator. None of its calls throws for what the provider does. */
export interface ParcelProvider {
  readonly kind: 'kuaidi100' | 'kdniao' | 'sandbox';
  /** Names of the secrets a person gives. */
  readonly secrets: readonly string[];
  query(line: ProviderLine, parcel: AskedParcel): Promise<ToldParcel | Trouble>;
  /** From now on the provider tells by itself, to this address. Null: done, also where it was done before. */
  subscribe(line: ProviderLine, parcel: AskedParcel, callback: string): Promise<Trouble | null>;
  /** What was told, when the signature is right; null otherwise. */
  readCallback(
    line: Pick<ProviderLine, 'secrets' | 'now'>,
    headers: Headers,
    body: Uint8Array,
  ): Callback | null;
}
