import type { orders } from '@guitai/contract';

/** What decides whether a buyer may be reminded of a payment. */
export interface Owed {
  readonly status: orders.OrderStatusWord;
  readonly dueMinor: number;
  readonly remindedAt: Date | null;
}

export type ReminderVerdict =
  | { readonly may: true }
  | { readonly may: false; readonly why: 'not_due' }
  | { readonly may: false; readonly why: 'too_soon'; readonly nextAt: Date };

/** A reminder goes out for an order placed and not paid, and not before the shop's interval is over. */
export function weighReminder(owed: Owed, intervalMinutes: number, now: Date): ReminderVerdict {
  if (owed.status !== 'placed' || owed.dueMinor <= 0) return { may: false, why: 'not_due' };
  if (owed.remindedAt === null) return { may: true };
  const nextAt = new Date(owed.remindedAt.getTime() + intervalMinutes * 60_000);
  return nextAt.getTime() > now.getTime() ? { may: false, why: 'too_soon', nextAt } : { may: true };
}

/** What a reminder's card says once the order has moved on. */
export function reminderState(order: {
  status: orders.OrderStatusWord;
  dueMinor: number;
}): 'due' | 'paid' | 'cancelled' {
  if (order.status === 'cancelled' || order.status === 'closed_unpaid') return 'cancelled';
  return order.status === 'placed' && order.dueMinor > 0 ? 'due' : 'paid';
}

/** Whole minutes between two instants, at least 1, for people. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(1, Math.ceil((to.getTime() - from.getTime()) / 60_000));
