import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { requestRefunds } from '../payments/index.ts';
import { insertCharge } from './charge.store.ts';
import type { OrderFacts } from './facts.store.ts';
import type { RefundCause } from './ledger.rules.ts';
import {
  type PaymentRow,
  type RefundPart,
  readMethod,
  readPayments,
  takeFromBalance,
  writePayment,
  writeRefund,
} from './money.store.ts';
import { allocate, leftOf } from './refund.rules.ts';
import type { PaymentKind } from './words.ts';

/** What the money of an order needs of it; it must be locked (`lockOrder`, or the frame of the acts). */
export type MoneyOrder = Pick<OrderFacts, 'id' | 'shopId' | 'buyerId' | 'currency' | 'source'>;

/** One payment's part of a refund, or one charge. */
export interface MoneyPart {
  readonly reference: string;
  readonly methodKind: PaymentKind;
  readonly methodId: string | null;
  readonly label: string;
  readonly amountMinor: number;
  /** pending: a gateway, a person or the platform has still to move it; until then it counts as given back. */
  readonly state: 'done' | 'pending';
}

export interface MoneyMoved {
  readonly parts: readonly MoneyPart[];
}

export type MethodRefusal = Refusal<'order.method_foreign' | 'order.method_cannot_bear'>;
export type RefundRefusal = Refusal<'order.refund_above_paid'> | MethodRefusal;

export interface RefundWish {
  readonly amountMinor: number;
  /** `original`: back to what paid it. A method: to that balance of the buyer, or to what was paid with that method. */
  readonly to: 'original' | { readonly methodId: string };
  /** References of the payments it is taken from; without it any of the order's. */
  readonly from?: readonly string[];
  readonly actId: string;
  readonly cause: RefundCause;
}

const sumLeft = (payments: readonly PaymentRow[]) =>
  payments.reduce((sum, payment) => sum + leftOf(payment), 0);

/** The balance money goes to instead of back; null: back to what paid. */
async function targetOf(
  tx: Tx,
  order: MoneyOrder,
  wish: RefundWish,
  payments: readonly PaymentRow[],
) {
  if (wish.to === 'original') return null;
  const method = await readMethod(tx, order, wish.to.methodId);
  if (!method) return refuse('order.method_foreign');
  if (payments.some((payment) => payment.methodId === method.id)) return method;
  const bears = method.balanceMinor !== null && method.currency === order.currency;
  return bears ? method : refuse('order.method_cannot_bear', { label: method.label });
}

/**
 * Books money back to the buyer, divided among the order's payments (`allocate`). Balances are moved at once, the rest is
 * pending. Nothing above what a payment brought is ever booked, goodwill included.
 */
export async function bookRefund(
  actor: Actor,
  tx: Tx,
  order: MoneyOrder,
  wish: RefundWish,
): Promise<MoneyMoved | RefundRefusal> {
  const all = await readPayments(tx, order.id);
  const payments = all.filter(({ reference }) => wish.from?.includes(reference) ?? true);
  const target = await targetOf(tx, order, wish, payments);
  if (isRefusal(target)) return target;
  const ofTarget = payments.filter((payment) => payment.methodId === target?.id);
  const open = target && ofTarget.length > 0 ? ofTarget : payments;
  const shares = allocate(open, wish.amountMinor);
  const above = refuse('order.refund_above_paid', {
    leftMinor: sumLeft(open),
    currency: order.currency,
  });
  if (!shares) return above;
  const elsewhere = target && ofTarget.length === 0 ? target : null;
  const parts = shares.map(({ reference, amountMinor }) => {
    const payment = payments.find((one) => one.reference === reference) as PaymentRow;
    const carrier =
      elsewhere && payment.carrier !== 'platform' ? ('balance' as const) : payment.carrier;
    return {
      key: `${wish.actId}:${reference}`,
      reference,
      amountMinor,
      carrier,
      state: carrier === 'balance' ? ('done' as const) : ('pending' as const),
      methodKind: elsewhere?.kind ?? payment.methodKind,
      methodId: elsewhere?.id ?? payment.methodId,
      label: elsewhere?.label ?? payment.label,
      intentId: payment.intentId,
    };
  });
  const { actId, cause } = wish;
  const booked = await writeRefund(actor, tx, { order, actId, cause, parts: parts.map(written) });
  return booked && (await requestRefunds(tx, parts.flatMap(atGateway)))
    ? { parts: parts.map(shown) }
    : above;
}

type FullPart = RefundPart & { readonly label: string; readonly intentId: string | null };

/** What a gateway has to pay out once this is committed. */
const atGateway = ({ carrier, key, intentId, amountMinor }: FullPart) =>
  carrier === 'gateway' && intentId !== null ? [{ key, intentId, amountMinor, reason: '' }] : [];

const written = ({ label: _label, intentId: _intent, ...part }: FullPart): RefundPart => part;

const shown = ({
  reference,
  methodKind,
  methodId,
  label,
  amountMinor,
  state,
}: FullPart): MoneyPart => ({
  reference,
  methodKind,
  methodId,
  label,
  amountMinor,
  state,
});

export interface ChargeWish {
  readonly amountMinor: number;
  /** A method of this buyer; null: the buyer chooses when paying. */
  readonly methodId: string | null;
  readonly actId: string;
}

/**
 * Books what the buyer has to pay in addition. A balance pays at once; everything else is a supplement, due on the order
 * until it is paid.
 */
export async function bookCharge(
  actor: Actor,
  tx: Tx,
  order: MoneyOrder,
  { amountMinor, methodId, actId }: ChargeWish,
): Promise<MoneyMoved | MethodRefusal> {
  const method = methodId === null ? null : await readMethod(tx, order, methodId);
  if (method === undefined) return refuse('order.method_foreign');
  const reference = `charge:${actId}`;
  const part = {
    reference,
    amountMinor,
    methodId,
    methodKind: method?.kind ?? 'other',
    label: method?.label ?? '',
  };
  if (!method || method.balanceMinor === null || order.source === 'connector') {
    await insertCharge(tx, {
      orderId: order.id,
      actId,
      amountMinor,
      methodId,
      currency: order.currency,
    });
    return { parts: [{ ...part, state: 'pending' }] };
  }
  if (method.currency !== order.currency || !(await takeFromBalance(tx, method.id, amountMinor)))
    return refuse('order.method_cannot_bear', { label: method.label });
  const { currency } = order;
  const means = { methodKind: method.kind, methodId: method.id, intentId: null, at: now() };
  const booked = await writePayment(actor, tx, {
    orderId: order.id,
    reference,
    amountMinor,
    currency,
    ...means,
  });
  if (!booked) throw new Error(`charge ${reference} is booked twice`);
  return { parts: [{ ...part, state: 'done' }] };
}

/** Moves the whole payment to another method of the buyer: what was paid goes back, the same is charged to the other. */
export async function moveToMethod(
  actor: Actor,
  tx: Tx,
  order: MoneyOrder,
  { methodId, actId }: { readonly methodId: string; readonly actId: string },
): Promise<
  | { refunded: MoneyMoved; charged: MoneyMoved }
  | RefundRefusal
  | Refusal<'order.payment_split' | 'order.unpaid' | 'order.method_same'>
> {
  const method = await readMethod(tx, order, methodId);
  if (!method) return refuse('order.method_foreign');
  const payments = await readPayments(tx, order.id);
  const open = payments.filter((payment) => leftOf(payment) > 0);
  const [only] = open;
  if (!only) return refuse('order.unpaid');
  if (open.length > 1 || only.refundedMinor > 0) return refuse('order.payment_split');
  if (only.methodId === methodId) return refuse('order.method_same');
  const amountMinor = only.paidMinor;
  const refunded = await bookRefund(actor, tx, order, {
    amountMinor,
    to: 'original',
    actId,
    cause: 'refund',
  });
  if (isRefusal(refunded)) return refunded;
  const charged = await bookCharge(actor, tx, order, { amountMinor, methodId, actId });
  return isRefusal(charged) ? charged : { refunded, charged };
}
