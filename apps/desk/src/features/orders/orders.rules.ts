import type { orders } from '@guitai/contract';
import type { Tone } from '../../ui/Word.tsx';

const tones: Record<orders.OrderStatusWord, Tone> = {
  placed: 'soon',
  paid: 'strong',
  preparing: 'strong',
  partly_shipped: 'strong',
  shipped: 'plain',
  delivered: 'plain',
  received: 'plain',
  completed: 'quiet',
  returned: 'quiet',
  cancelled: 'quiet',
  closed_unpaid: 'quiet',
};

/** How loudly a status speaks: what waits for the buyer or for the shop is seen first. */
export const toneOfStatus = (status: orders.OrderStatusWord): Tone => tones[status];

/** How loudly a parcel speaks: trouble first, then what is under way. */
export function toneOfParcel(parcel: Pick<orders.ParcelShape, 'trouble' | 'status'>): Tone {
  // That it stands still is said by the mark beside it, by the shop's own times: one source of truth.
  if (parcel.trouble === 'stuck' && parcel.status !== 'stuck')
    return toneOfParcel({ ...parcel, trouble: null });
  if (parcel.trouble === 'late' || parcel.trouble === 'stuck') return 'soon';
  if (parcel.trouble) return 'late';
  return parcel.status.startsWith('signed') ? 'good' : 'plain';
}

/** Red, blue / 28cm: the chosen options in one text. */
export const optionText = (options: Readonly<Record<string, string>>): string =>
  Object.values(options).filter(Boolean).join(' / ');

/** What the money of an order says in one word. */
export function moneyState(
  totals: orders.OrderCardShape['totals'],
): 'refunded' | 'partly_refunded' | 'due' | 'part_paid' | 'paid' | 'none' {
  if (totals.refundedMinor > 0) {
    return totals.refundedMinor >= totals.paidMinor ? 'refunded' : 'partly_refunded';
  }
  if (totals.dueMinor > 0) return totals.paidMinor > 0 ? 'part_paid' : 'due';
  return totals.paidMinor > 0 ? 'paid' : 'none';
}

/** A method by its kind and what the buyer calls it; a label that only repeats the kind, or its code, is left out. */
export const methodName = (kind: string, label: string, code: string): string =>
  label === '' || label === kind || label === code ? kind : `${kind} ${label}`;
