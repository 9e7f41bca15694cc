import { join } from 'node:path';
import { createFileStore } from '../../kernel/files/store.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import type { WordPort } from '../conversations/index.ts';
import * as events from './events.ts';
import { jobsWith } from './jobs.ts';
import { up } from './migrations/0001-reviews.ts';
import { up as forgotten } from './migrations/0002-forgotten.ts';
import { up as picturePlace } from './migrations/0003-picture-place.ts';
import { up as keys } from './migrations/0004-keys.ts';
import { picturesKept } from './picture.store.ts';
import { pictureLimitBytes } from './picture.ts';
import { routesWith } from './routes.ts';
import { findSumFaults } from './sums.store.ts';

export { reviewPosted } from './events.ts';
export { forgetReviewsOf } from './jobs.ts';
export { type ToldReview, takeReviews } from './mirror.ts';
export { noRating, type Rating, ratingsOf as publicRatings } from './product.store.ts';
export { publicReviews } from './public.ts';
export { reviewOf } from './receipt.store.ts';
export { recheckReviews } from './recheck.ts';

export const reviewsMigrations = [
  { id: '0001-reviews', up },
  { id: '0002-forgotten', up: forgotten },
  { id: '0003-picture-place', up: picturePlace },
  { id: '0004-keys', up: keys },
];

interface ReviewsNeeds {
  readonly config: { readonly dataDir: string };
  /** The same words that stand before every message. */
  readonly words: WordPort;
}

/** What buyers say in public about what they bought, and what the team does about it. */
export function createReviews({ config, words }: ReviewsNeeds): Module {
  const files = createFileStore(join(config.dataDir, 'files'), pictureLimitBytes);
  return defineModule({
    name: 'reviews',
    migrations: reviewsMigrations,
    routes: routesWith(words, files),
    events: Object.values(events),
    jobs: jobsWith(files),
    books: [picturesKept],
    checks: [{ name: 'reviews.stars', ask: findSumFaults }],
  });
}
