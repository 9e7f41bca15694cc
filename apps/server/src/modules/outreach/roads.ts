import type { Tx } from '../../kernel/tx.ts';
import type { BuyerContact } from '../buyers/index.ts';
import type { OutreachSettings } from './settings.rules.ts';
import type { Channel, OutreachRow } from './tables.ts';

/** How a message can leave by a gateway. */
export interface Road {
  readonly gatewayId: string;
  readonly recipient: string;
}

/** Ways out of the house for a batch of messages. */
export interface Roads {
  of(
    message: OutreachRow,
    contact: BuyerContact | undefined,
    settings: OutreachSettings,
  ): {
    readonly reachable: ReadonlySet<Channel>;
    readonly obstacles: Readonly<Partial<Record<Channel, string>>>;
  };
  road(
    message: OutreachRow,
    channel: 'sms' | 'mail',
    contact: BuyerContact | undefined,
  ): Road | null;
  /** One more mail to this address within the hour. */
  count(channel: Channel, recipient: string): void;
}

/** The gateways of the team and what they lead to. */
export async function roadsOf(
  _tx: Tx,
  _wished: ReadonlySet<Channel>,
  _contacts: readonly BuyerContact[],
  _now: number,
): Promise<Roads> {
  return {
    of: () => ({ reachable: new Set(), obstacles: {} }),
    road: () => null,
    count: () => undefined,
  };
}
