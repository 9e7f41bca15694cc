import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { closeAct, hasOpenWrites, orderOfAct } from './act.store.ts';
import { tellActed } from './act.tell.ts';
import { returnCharge } from './charge-back.ts';
import { lockOrder } from './facts.store.ts';
import { moneyStateOf, settleRefund, takeBack } from './take-back.ts';

/**
 * Says what became of a pending act: the gateway or the platform answered. What a failed one booked and nobody has carried
 * out is taken back by entries the other way, and what the buyer paid for it is given back; an act of several steps is done
 * with the last. Told once; false where it was settled before or still waits for something.
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
  if (!order) return false;
  if (state === 'done') {
    if (await hasOpenWrites(tx, actId)) return false;
    if (order.source === 'connector') await settleRefund(tx, order, { actId });
    if ((await moneyStateOf(tx, actId)) === 'pending') return false;
  } else {
    await takeBack(actor, tx, order, { actId, failure: failure ?? state });
  }
  const act = await closeAct(tx, actId, state, failure);
  if (!act) return false;
  if (state !== 'done') await returnCharge(actor, tx, order, actId);
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
