import type { payments } from '@guitai/contract';

export type MoneyState = payments.MoneyStateWord;

/**
 * Where a payment or refund may go: only forward. What was confirmed stays so, whatever arrives later. A payment that failed
 * may still be confirmed: the payer tried again, and money that came in is law; a refund that failed may not, for its money was
 * already taken back here.
 */
const next: Readonly<
  Record<'payment' | 'refund', Readonly<Record<MoneyState, readonly MoneyState[]>>>
> = {
  payment: {
    created: ['asked', 'failed', 'confirmed'],
    asked: ['unknown', 'confirmed', 'failed'],
    unknown: ['confirmed', 'failed'],
    failed: ['confirmed'],
    confirmed: [],
  },
  refund: {
    created: ['asked', 'failed'],
    asked: ['unknown', 'confirmed', 'failed'],
    unknown: ['confirmed', 'failed'],
    failed: [],
    confirmed: [],
  },
};

export const mayBecome = (of: 'payment' | 'refund', from: MoneyState, to: MoneyState): boolean =>
  next[of][from].includes(to);

/** The states from which one may come to this one; for the condition of the statement that goes there. */
export const before = (of: 'payment' | 'refund', to: MoneyState): MoneyState[] =>
  (Object.keys(next[of]) as MoneyState[]).filter((from) => mayBecome(of, from, to));

/** Waits between questions about what is not settled, in milliseconds; the last one repeats. */
export const usualPatience: readonly number[] = [
  2_000, 5_000, 10_000, 20_000, 40_000, 120_000, 600_000, 3_600_000,
];

export const waitBefore = (patience: readonly number[], attempt: number): number =>
  patience[Math.min(attempt, patience.length - 1)] ?? 60_000;
