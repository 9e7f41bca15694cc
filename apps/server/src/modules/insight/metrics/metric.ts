import { wholeParts } from '../credit.rules.ts';
import type { ProfileRules } from '../profile.rules.ts';
import type { Measure, Sum, Tally } from '../tally.rules.ts';

export interface Texts {
  readonly en: string;
  readonly 'zh-CN': string;
  readonly 'zh-TW': string;
}

/** A number and how many facts stand behind it. Null: there is nothing to reckon from. */
export interface Reading {
  readonly value: number | null;
  readonly sample: number;
}

/** One metric: its one definition, in words and as a function of what was measured. Every screen, export and reply reads it here. */
export interface Metric {
  readonly id: string;
  /** `money` reads minor units, by currency. */
  readonly unit: 'seconds' | 'share' | 'count' | 'money';
  /** Which way is good; null: neither. */
  readonly better: 'low' | 'high' | null;
  readonly name: Texts;
  readonly definition: Texts;
  /** The distribution behind it: then median, 90th and 95th of a hundred stand beside the value. */
  readonly measure: Measure | null;
  readonly sum: Sum | null;
  /** Which rows a click shows. */
  readonly rows: 'rounds' | 'sessions' | 'enquiries' | 'acts';
  read(tally: Tally, rules: ProfileRules): Reading;
}

/** Enquiries: a share of one counts as that share. */
export const enquiries = (tally: Tally, of: 'asked' | 'ordered' | 'paid' | 'reversed'): number =>
  tally.count(of) / wholeParts;

/** A number of enquiries; the sample is whole. */
export const countedEnquiries = (value: number): Reading => ({ value, sample: Math.round(value) });

/** A share of the enquiries; null without any. */
export const shareOfAsked = (tally: Tally, part: number): Reading => {
  const asked = enquiries(tally, 'asked');
  return { ...share(part, asked), sample: Math.round(asked) };
};

/** A share of a whole; null without one. */
export const share = (part: number, whole: number): Reading => ({
  value: whole === 0 ? null : part / whole,
  sample: whole,
});

/** The mean of a distribution. */
export function mean(tally: Tally, measure: Measure): Reading {
  const { count, sum } = tally.histogram(measure);
  return { value: count === 0 ? null : sum / count, sample: count };
}

/** A plain count. */
export const counted = (value: number): Reading => ({ value, sample: value });
