import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { settleAct } from './act.settle.ts';
import { settleCharges } from './charge.store.ts';
import { orderPaid } from './events.ts';
import { lockOrder, type OrderFacts } from './facts.store.ts';
import { readMethod, takeFromBalance, writePayment } from './money.store.ts';
import { insertStatus, writeStatus } from './place.store.ts';
import { moneyStateOf } from './take-back.ts';
import { tellStatus } from './tell.ts';
import type { OrderStatus, PaymentKind } from './words.ts';

/** Money that came in for an order. */
export interface Incoming {
  readonly orderId: string;
  readonly kind: PaymentKind;
  /** Tells this payment from the order's others; the same one twice is booked once. */
  readonly reference: string;
  /** Without it: all that is due. */
  readonly amountMinor?: number;
  /** The balance it is taken from; its own amount is checked in the statement that takes it. */
  readonly methodId?: string;
  /** The payment at the gateway, so that refunds find their way back. */
  readonly intentId?: string;
}

export interface Paid {
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: OrderStatus;
}

type PayRefusal = Refusal<
  'order.not_found' | 'order.not_payable' | 'order.method_foreign' | 'order.method_cannot_bear'
>;

async function takeBalance(tx: Tx, order: OrderFacts, methodId: string, amountMinor: number) {
  const method = await readMethod(tx, order, methodId);
  if (!method) return refuse('order.method_foreign');
  const bears =
    method.currency === order.currency && (await takeFromBalance(tx, methodId, amountMinor));
  return bears ? null : refuse('order.method_cannot_bear', { label: method.label });
}

/** An order all of whose price is paid is paid; what of it is not paid yet keeps it waiting. */
async function advance(actor: Actor, tx: Tx, order: OrderFacts, amountMinor: number) {
  const covered = order.status === 'placed' && amountMinor >= order.dueMinor;
  await writeStatus(tx, order.id, covered ? 'paid' : order.status);
  if (!covered) return order.status;
  await insertStatus(actor, tx, order.id, 'paid');
  await tellStatus(actor, tx, orderPaid, order.id, 'placed');
  return 'paid' as const;
}

/**
 * Books a payment, in full or in part, of an order that waits for money: its price, or a supplement after it. Whoever pays
 * twice is refused; money a gateway has already taken is then the caller's to give back.
 */
export async function payOrder(actor: Actor, tx: Tx, paid: Incoming): Promise<Paid | PayRefusal> {
  const order = await lockOrder(tx, paid.orderId);
  if (!order) return refuse('order.not_found');
  const amountMinor = paid.amountMinor ?? order.dueMinor;
  if (amountMinor <= 0 || amountMinor > order.dueMinor)
    return refuse('order.not_payable', { status: order.status });
  const { currency } = order;
  const lacks = paid.methodId && (await takeBalance(tx, order, paid.methodId, amountMinor));
  if (lacks) return lacks;
  const booked = await writePayment(actor, tx, {
    orderId: order.id,
    reference: paid.reference,
    amountMinor,
    currency,
    methodKind: paid.kind,
    methodId: paid.methodId ?? null,
    intentId: paid.intentId ?? null,
    at: now(),
  });
  if (!booked) return refuse('order.not_payable', { status: order.status });
  for (const { actId } of await settleCharges(tx, order.id, paid.reference, amountMinor)) {
    if ((await moneyStateOf(tx, actId)) === 'done') await settleAct(actor, tx, actId, 'done');
  }
  const status = await advance(actor, tx, order, amountMinor);
  record(tx, actor, {
    action: 'order.paid',
    subject: { kind: 'order', id: order.id },
    after: { amountMinor, currency, kind: paid.kind },
    shop: order.shopId,
  });
  return { amountMinor, currency, status };
}
