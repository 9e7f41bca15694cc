import type { reviews } from '@guitai/contract';
import { conflicts, readSentiment } from './sentiment.rules.ts';

type Settings = reviews.ReviewSettingsShape;

export const defaultReviews: Settings = {
  open: true,
  windowDays: 180,
  amendDays: 30,
  picturesMax: 6,
  badAt: 2,
  badWords: true,
  taskHours: 24,
};

/** What stars and words come to under the settings of the shop. */
export function appraise(
  rating: number,
  words: string,
  { badAt, badWords }: Pick<Settings, 'badAt' | 'badWords'>,
) {
  const { tone, score, strong, hits } = readSentiment(words);
  const conflict = conflicts(rating, tone);
  return { tone, score, strong, conflict, hits, bad: rating <= badAt || (badWords && strong) };
}

export type Appraisal = ReturnType<typeof appraise>;

const dayMs = 86_400_000;

/** Whether days since an instant are over; what is not known is not over. */
export const isOver = (since: Date | null, days: number, at: Date): boolean =>
  since !== null && at.getTime() > since.getTime() + days * dayMs;

/** Older than this when it is told of, it is history: nobody is called and nothing set off. */
export const isFresh = (postedAt: Date, toldAt: Date): boolean => !isOver(postedAt, 7, toldAt);
