import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { closeAct, orderOfAct } from './act.store.ts';
import { tellActed } from './act.tell.ts';
import { lockOrder } from './facts.store.ts';

/**
 * Says what became of a pending act: the gateway or the platform answered. Money of a failed one is taken back by who
 * booked it, before. Told once; false where it was settled before.
 */
export async function settleAct(
  actor: Actor,
  tx: Tx,
  actId: string,
  state: 'done' | 'failed' | 'undone',
  failure: string | null = null,
): Promise<boolean> {
  const found = await orderOfAct(tx, actId);
  const order = found && (await lockOrder(tx, found.orderId));
  const act = order && (await closeAct(tx, actId, state, failure));
  if (!act) return false;
  await tellActed(actor, tx, { ...act, state });
  record(tx, actor, {
    action: `order.${act.kind}_${state}`,
    subject: { kind: 'order', id: act.orderId },
    after: { actId, state, amountMinor: act.amountMinor },
    reason: failure,
    shop: order.shopId,
  });
  return true;
}
