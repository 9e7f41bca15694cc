import type { SystemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { GatewayMaker } from './gateway.ports.ts';
import type { InfoCard, OutreachRow } from './tables.ts';

/** What a recheck says at the moment of sending; other words or another card may take the place of the planned ones. */
export type Verdict =
  | 'send'
  | { readonly skip: string }
  | { readonly later: Date }
  | { readonly text?: string; readonly card?: InfoCard | null; readonly subject?: string };

/**
 * Asked at the moment of sending, for all that is due at once, inside the transaction that sends: who has paid meanwhile is
 * not reminded. A message without an answer is skipped.
 */
export type Recheck = (
  actor: SystemActor,
  tx: Tx,
  messages: readonly OutreachRow[],
) => Promise<ReadonlyMap<string, Verdict>>;

/** A recheck that looks at one message at a time. */
export const recheckEach =
  (one: (actor: SystemActor, tx: Tx, message: OutreachRow) => Promise<Verdict>): Recheck =>
  async (actor, tx, messages) => {
    const verdicts = new Map<string, Verdict>();
    for (const message of messages) verdicts.set(message.id, await one(actor, tx, message));
    return verdicts;
  };

/** What outreach is given at composition. */
export interface OutreachNeeds {
  readonly config: {
    readonly dataDir: string;
    readonly secretKey: string;
    readonly publicUrl: string | null;
    readonly port: number;
    readonly outboundAllowed: readonly string[];
  };
  /** Kinds of gateways messages can leave through. */
  readonly makers: readonly GatewayMaker[];
  /** Questions asked again before sending, by the name a plan gives. */
  readonly rechecks: Readonly<Record<string, Recheck>>;
}
