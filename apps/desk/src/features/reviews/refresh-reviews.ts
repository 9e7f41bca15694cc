import { reviews } from '@guitai/contract';
import { useFresh } from '../../lib/fresh.ts';
import { refresh } from '../../lib/query.ts';

const shown = [
  reviews.listReviews,
  reviews.getReview,
  reviews.getReviewFigures,
  reviews.listReviewedProducts,
  reviews.listReviewableOrders,
] as const;

/** After an act: what is on screen is asked again. */
export const refreshReviews = () => refresh(...shown);

/** Follows what others do to reviews. */
export const useFreshReviews = () => useFresh(['review.'], shown, 400);
