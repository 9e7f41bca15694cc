import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { ActState, SettledAct } from './act.store.ts';
import { orderActed } from './events.ts';
import { touchWithStatus } from './order.store.ts';

type Told = Omit<SettledAct, 'params'> & {
  readonly params: Readonly<Record<string, unknown>>;
  readonly state: ActState;
};

/** Says that something was done to an order, or what became of something that was pending. Counts its version up. */
export async function tellActed(actor: Actor, tx: Tx, act: Told): Promise<void> {
  const touched = await touchWithStatus(tx, act.orderId);
  const { id, kind, state, amountMinor, currency, params } = act;
  emit(tx, orderActed, {
    subject: act.orderId,
    reach: { shop: touched.shopId },
    actor,
    data: {
      ...touched,
      act: { id, kind, state, amountMinor, currency, params },
      conversationId: act.conversationId,
    },
  });
}
