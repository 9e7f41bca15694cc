import type { payments as contract, Static } from '@guitai/contract';
import type { Actor, SystemActor } from '../../kernel/actor.ts';
import { react } from '../../kernel/reactions.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  paymentConfirmed,
  readRefundByKey,
  refundConfirmed,
  refundFailed,
  requestRefunds,
} from '../payments/index.ts';
import { settleAct } from './act.settle.ts';
import { lockOrder } from './facts.store.ts';
import { readPayments } from './money.store.ts';
import { payOrder } from './pay.ts';
import { readPart } from './take-back.store.ts';
import { moneyStateOf, settleRefund, takeBack } from './take-back.ts';
import type { PaymentKind } from './words.ts';

type Came = Static<typeof contract.PaymentMoved>;
type Went = Static<typeof contract.RefundMoved>;

const kindOf = (gateway: Came['gateway']): PaymentKind =>
  gateway === 'stripe' ? 'credit_card' : gateway;

/**
 * Books money that came in through a gateway. Money an order does not wait for (paid twice, closed meanwhile) goes back the way it
 * came, and is never booked. Heard twice, also at once, it is booked or given back once: the order is held while it is decided.
 */
export async function bookConfirmed(actor: Actor, tx: Tx, came: Came): Promise<void> {
  const { intentId, orderId, amountMinor } = came;
  const kind = kindOf(came.gateway);
  const key = `unbooked:${intentId}`;
  await lockOrder(tx, orderId);
  if (await readRefundByKey(tx, key)) return;
  const paid = await payOrder(actor, tx, {
    orderId,
    kind,
    reference: intentId,
    amountMinor,
    intentId,
  });
  if (!isRefusal(paid)) return;
  const booked = await readPayments(tx, orderId);
  if (booked.some((payment) => payment.intentId === intentId)) return;
  const rest = { key, intentId, amountMinor, reason: paid.code };
  if (!(await requestRefunds(tx, [rest])))
    throw new Error(`payment ${intentId} cannot be given back`);
}

/** Brings the gateway's word about a part of a refund to the order and to the act it belongs to. */
async function settlePart(actor: SystemActor, tx: Tx, went: Went, arrived: boolean): Promise<void> {
  const [part] = await readPart(tx, went.key);
  const order = part && (await lockOrder(tx, part.orderId));
  // Money that was never booked (`unbooked:…`) belongs to no act.
  if (!part || !order) return;
  const failure = went.failure ?? 'failed';
  if (arrived) await settleRefund(tx, order, { key: went.key });
  else await takeBack(actor, tx, order, { key: went.key, failure });
  const state = await moneyStateOf(tx, part.actId);
  if (state !== 'pending') {
    await settleAct(actor, tx, part.actId, state, state === 'failed' ? failure : null);
  }
}

export const reactions = [
  react('orders.bookPayment', paymentConfirmed, (actor, tx, event) =>
    bookConfirmed(actor, tx, event.data),
  ),
  react('orders.settleRefund', [refundConfirmed, refundFailed], (actor, tx, event) =>
    settlePart(actor, tx, event.data, event.type === refundConfirmed.type),
  ),
];
