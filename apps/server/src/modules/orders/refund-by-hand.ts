import type { InputOf, payments } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { settleAct } from './act.settle.ts';
import { reachOrder } from './order.ts';
import { readPart } from './take-back.store.ts';
import { moneyStateOf, settleRefund, takeBack } from './take-back.ts';

/** A person says what became of money no gateway moves: it was given back, or it could not be and is taken back here. */
export async function settleRefundByHand(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof payments.settleRefundByHand>,
) {
  const order = await reachOrder(actor, tx, input.orderId, 'payments.book');
  if (isRefusal(order)) return order;
  const [part] = await readPart(tx, input.key);
  if (part?.orderId !== order.id) return refuse('payment.refund_not_found');
  if (part.carrier !== 'hand' || part.state !== 'pending') return refuse('payment.not_by_hand');
  if (input.state === 'done') await settleRefund(tx, order, { key: input.key });
  else await takeBack(actor, tx, order, { key: input.key, failure: input.note });
  const state = await moneyStateOf(tx, part.actId);
  if (state !== 'pending') {
    await settleAct(actor, tx, part.actId, state, state === 'failed' ? input.note : null);
  }
  record(tx, actor, {
    action: 'order.refund_settled',
    subject: { kind: 'order', id: order.id },
    after: { key: input.key, state: input.state },
    reason: input.note,
    shop: order.shopId,
  });
}
