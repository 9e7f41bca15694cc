/** Who moves the money of a refund: a balance here and now, a gateway, a person by hand, or the shop's own platform. */
export type Carrier = 'balance' | 'gateway' | 'hand' | 'platform';

/** A payment of an order as a refund looks at it. */
export interface PaymentLeft {
  readonly reference: string;
  readonly methodId: string | null;
  readonly carrier: Carrier;
  readonly paidMinor: number;
  readonly refundedMinor: number;
  /** Place in time: a later payment has a larger one. */
  readonly no: number;
}

/** What of a refund goes back to one payment. */
export interface Share {
  readonly reference: string;
  readonly amountMinor: number;
}

export const leftOf = (payment: Pick<PaymentLeft, 'paidMinor' | 'refundedMinor'>): number =>
  payment.paidMinor - payment.refundedMinor;

const isBalance = (payment: PaymentLeft): boolean => payment.carrier === 'balance';

/**
 * The order in which payments give money back: balances before everything else (settled with the act, free, and sure), then
 * the newest first (a later payment made up for something, and gateways forget old ones). `decisions/0012-refunds.md`.
 */
export const inRefundOrder = (payments: readonly PaymentLeft[]): PaymentLeft[] =>
  [...payments].sort((a, b) => Number(isBalance(b)) - Number(isBalance(a)) || b.no - a.no);

/**
 * Divides a refund among payments, none above what is left of it; null when they have not so much left together.
 * Greedy, so that two refunds one after the other end where their sum would have ended.
 */
export function allocate(payments: readonly PaymentLeft[], amountMinor: number): Share[] | null {
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0)
    throw new RangeError('a refund is a whole amount above zero');
  const shares: Share[] = [];
  let open = amountMinor;
  for (const payment of inRefundOrder(payments)) {
    const part = Math.min(open, leftOf(payment));
    if (part > 0) shares.push({ reference: payment.reference, amountMinor: part });
    open -= Math.max(part, 0);
    if (open === 0) return shares;
  }
  return null;
}

/** A refund a source tells of: with which means, how much. */
export interface ToldRefund {
  readonly methodId: string | null;
  readonly methodKind: string;
  readonly amountMinor: number;
}

type Told = { reference: string; methodId: string | null; methodKind: string; paidMinor: number };

/**
 * What of each payment is refunded, where a source tells of refunds without saying of which payment: of the same means
 * first, then of the largest that is left. What no payment can bear is left out; the source is checked for that before.
 */
export function refundedOf<P extends Told>(
  payments: readonly P[],
  refunds: readonly ToldRefund[],
): (P & { refundedMinor: number })[] {
  const rows = payments.map((payment) => ({ ...payment, refundedMinor: 0 }));
  for (const refund of refunds) {
    let open = refund.amountMinor;
    const fit = (row: P & { refundedMinor: number }) =>
      (row.methodId !== null && row.methodId === refund.methodId ? 2 : 0) +
      (row.methodKind === refund.methodKind ? 1 : 0);
    for (const row of [...rows].sort((a, b) => fit(b) - fit(a) || leftOf(b) - leftOf(a))) {
      const part = Math.min(open, leftOf(row));
      row.refundedMinor += part;
      open -= part;
    }
  }
  return rows;
}
