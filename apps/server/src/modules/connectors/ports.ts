import type { OutboundReply, OutboundRequest } from '../../kernel/outbound.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { BuyerRecord } from '../buyers/index.ts';
import type { ProductRecord } from '../catalog/index.ts';
import type { OrderRecord, OrderWrite, ParcelRecord, WriteKind } from '../orders/index.ts';

export type {
  LineRecord,
  OrderRecord,
  OrderWrite,
  ParcelRecord,
  PaymentRecord,
  WriteKind,
  WrittenLine,
} from '../orders/index.ts';
export type { BuyerRecord, ProductRecord };

/** One word per kind of write, and what can be read. */
export type Capability = WriteKind | 'orders' | 'products' | 'webhooks';

/** An order as its platform has it now. */
export interface PlatformOrder {
  readonly externalId: string;
  /** Grows with every change of the order, its payments or parcels; milliseconds of the platform's own clock. */
  readonly version: number;
  readonly record: OrderRecord;
  readonly parcels: readonly ParcelRecord[];
  readonly buyer: BuyerRecord | null;
}

/**
 * Why something did not come about. `down`: no answer, or none that makes sense; it may have been carried out.
 * `busy`: turned away before anything happened. `denied`: we are no longer let in. `no`: the platform's decision.
 */
export interface Trouble {
  readonly trouble: 'down' | 'busy' | 'denied' | 'no';
  /** What the platform said, for people; never a secret. */
  readonly detail: string;
  readonly afterSeconds?: number;
}

export const isTrouble = (value: unknown): value is Trouble =>
  typeof value === 'object' && value !== null && 'trouble' in value;

export interface PlatformPage<T> {
  readonly items: readonly T[];
  /** Place of the next page; null on the last. */
  readonly next: string | null;
}

/** Carried out; `reference` is what the platform calls it: a refund's id, a coupon's code. */
export interface Written {
  readonly reference: string | null;
}

/** A change the platform tells of. */
export interface Hook {
  /** The platform's id of this telling: the same twice is one. */
  readonly id: string;
  readonly topic: string;
  /** The order it is about; null when it is about something else. */
  readonly orderExternalId: string | null;
}

/** A platform as one connection sees it. Every call may come back with a Trouble; none throws for what the platform does. */
export interface Platform {
  /** Asks the platform whether we are let in, changing nothing. */
  check(): Promise<Trouble | null>;
  /**
   * Orders changed at or after this instant (ISO 8601; null: all), oldest change first. What belongs to an order may be newer
   * than its own time: whoever asks goes back a little.
   */
  changedOrders(
    since: string | null,
    page: string | null,
  ): Promise<PlatformPage<PlatformOrder> | Trouble>;
  ordersOfBuyer(buyerExternalId: string): Promise<readonly PlatformOrder[] | Trouble>;
  /** Null when there is no such order. */
  order(externalId: string): Promise<PlatformOrder | null | Trouble>;
  products(page: string | null): Promise<PlatformPage<ProductRecord> | Trouble>;
  /** Carries out; with the same key again it finishes what was begun and does nothing twice. */
  write(externalId: string, what: OrderWrite, key: string): Promise<Written | Trouble>;
  /** Whether the write with this key is there in full; null when it is not. */
  find(externalId: string, what: OrderWrite, key: string): Promise<Written | null | Trouble>;
}

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What a connector is given to work with. */
export interface Line {
  /** Stable: sessions may be kept under it. */
  readonly id: string;
  readonly url: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly currency: string;
  /** The one door to the outside. */
  readonly reach: (request: OutboundRequest) => Promise<OutboundReply | Refusal>;
}

/** A kind of platform. */
export interface Connector {
  readonly kind: string;
  /** Names of the secrets a person gives; those ending in `?` may stay empty. */
  readonly secrets: readonly string[];
  readonly capabilities: readonly Capability[];
  open(line: Line): Platform;
  /** The change told of, when the signature is right; null otherwise. */
  readHook(line: Pick<Line, 'secrets'>, headers: Headers, body: Uint8Array): Hook | null;
}
