import type { RefundCause, Stand } from './ledger.rules.ts';
import type { ToldPayment } from './mirror-payments.store.ts';

/** A part of a refund of ours that is still on its way, so that its source cannot know of it. */
export interface OpenRefund {
  readonly orderId: string;
  readonly key: string;
  readonly cause: RefundCause;
  readonly reference: string;
  readonly amountMinor: number;
}

/** What a batch is written with: its payments, and the stands of what is on its way, by order. */
export interface WithOpen {
  readonly payments: readonly ToldPayment[];
  readonly stands: ReadonlyMap<string, readonly Stand[]>;
}

/**
 * Told payments with what of ours is still on its way on top, so that taking it back or settling it finds what it booked. Where
 * the source tells of it already, no payment gives back more than was paid with it.
 */
export function withOpenRefunds(
  told: readonly ToldPayment[],
  open: readonly OpenRefund[],
): WithOpen {
  const payments = told.map((payment) => ({ ...payment }));
  const stands = new Map<string, Stand[]>();
  for (const { orderId, key, cause, reference, amountMinor } of open) {
    const payment = payments.find((one) => one.orderId === orderId && one.reference === reference);
    const part = payment ? Math.min(amountMinor, payment.paidMinor - payment.refundedMinor) : 0;
    if (!payment || part <= 0) continue;
    payment.refundedMinor += part;
    const stand = { kind: cause, reference: key, amountMinor: part };
    stands.set(orderId, [...(stands.get(orderId) ?? []), stand]);
  }
  return { payments, stands };
}
