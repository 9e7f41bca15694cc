import type { aftersales } from '@guitai/contract';

type Case = Pick<aftersales.CaseShape, 'amountMinor' | 'differenceMinor' | 'kind'>;

/** What a case moves: above zero to the buyer, below zero from them; null where it moves none. */
export function amountOf({ kind, amountMinor, differenceMinor }: Case): number | null {
  if (kind === 'exchange') return differenceMinor ? -differenceMinor : null;
  return amountMinor;
}

/** Whether the decision pays at once. */
export const paysAtOnce = (kind: aftersales.CaseKindWord): boolean =>
  kind === 'refund' || kind === 'compensate';

/** Whether something goes out at the end, so that a parcel is asked for. */
export const sendsOut = (kind: aftersales.CaseKindWord): boolean =>
  kind === 'exchange' || kind === 'repair' || kind === 'resend';
