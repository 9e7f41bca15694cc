import type { InputOf, reviews } from '@guitai/contract';
import type { ReviewFilterValues } from './ReviewFilters.tsx';

const tabs: readonly string[] = ['all', 'unanswered', 'bad', 'flagged', 'hidden'];
const tones: readonly string[] = ['positive', 'neutral', 'mixed', 'negative'];
const dayMs = 86_400_000;

export const isTab = (word: string | undefined): word is reviews.ReviewTabWord =>
  word !== undefined && tabs.includes(word);

const isTone = (word: string | undefined): word is reviews.ReviewToneWord =>
  word !== undefined && tones.includes(word);

/** What the figures beside the list are asked for: the same shop, product and time. */
export function aboutOf({ shop, product, days }: ReviewFilterValues, now: number) {
  const span = Number(days);
  // Whole days, so that the question stays the same while one looks.
  const today = Math.floor(now / dayMs) * dayMs;
  return {
    ...(shop ? { shopId: shop } : {}),
    ...(product ? { productId: product } : {}),
    ...(span > 0 ? { from: new Date(today - span * dayMs).toISOString() } : {}),
  };
}

/** What the list is asked for by the filters in the address. */
export function queryOf(
  filters: ReviewFilterValues,
  now: number,
): InputOf<typeof reviews.listReviews> {
  const { tab, q, stars, tone } = filters;
  const rating = Number(stars);
  return {
    ...aboutOf(filters, now),
    ...(isTab(tab) && tab !== 'all' ? { tab } : {}),
    ...(q ? { q } : {}),
    ...(rating >= 1 && rating <= 5 ? { rating } : {}),
    ...(isTone(tone) ? { tone } : {}),
    ...(tone === 'conflict' ? { conflict: true } : {}),
  };
}
