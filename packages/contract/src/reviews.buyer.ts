/** What a buyer does about reviews. The buyer is proved by `Guitai-Identity`, as in the rest of the shop. */
import { endpoint, Strict } from './endpoint.ts';
import { ReviewRating, ReviewWords } from './reviews.shapes.ts';
import { Id, Instant, LineNo, Nullable, Text, Type } from './schema.ts';

const words = {
  rating: ReviewRating,
  words: ReviewWords,
  anonymous: Type.Optional(Type.Boolean()),
  pictureIds: Type.Optional(Type.Array(Id, { maxItems: 9, uniqueItems: true })),
};

/** The buyer's own review. */
export const OwnReview = Type.Object({
  id: Id,
  rating: ReviewRating,
  words: Type.String(),
  anonymous: Type.Boolean(),
  pictures: Type.Array(Type.Object({ id: Id, url: Type.String() })),
  postedAt: Instant,
  amendedAt: Nullable(Instant),
  reply: Nullable(Type.Object({ text: Type.String(), at: Instant })),
  hidden: Type.Boolean({ description: 'The shop does not show it; the buyer is told so.' }),
});

/** One line of the buyer's order and what it can be done about its review. */
export const OwnReviewLine = Type.Object({
  lineNo: Type.Integer(),
  title: Type.String(),
  variant: Type.String(),
  imageUrl: Nullable(Type.String()),
  review: Nullable(OwnReview),
  can: Type.Array(Type.String()),
});

const identity = ['visitor.identity_needed', 'visitor.identity_invalid'] as const;
const order = Strict({ orderId: Text(100, 1, 'Id of the order, or its number.') });

export const listOwnReviews = endpoint({
  id: 'listOwnReviews',
  method: 'GET',
  path: '/storefront/orders/:orderId/reviews',
  summary: "The lines of the shopper's own order with their reviews",
  params: order,
  reply: Type.Object({
    picturesMax: Type.Integer(),
    items: Type.Array(OwnReviewLine),
  }),
  errors: [...identity, 'order.not_found'],
});

export const postReview = endpoint({
  id: 'postReview',
  method: 'POST',
  path: '/storefront/orders/:orderId/reviews',
  summary: 'Reviews a line of the own order, after receipt, once',
  params: order,
  body: Strict({ lineNo: LineNo, ...words }),
  reply: OwnReview,
  errors: [
    ...identity,
    'order.not_found',
    'review.closed',
    'review.not_received',
    'review.too_late',
    'review.line_not_found',
    'review.exists',
    'review.pictures_too_many',
    'review.picture_foreign',
  ],
});

export const amendReview = endpoint({
  id: 'amendReview',
  method: 'PUT',
  path: '/storefront/reviews/:reviewId',
  summary: 'Amends the own review, once, within the time the shop gives',
  params: Strict({ reviewId: Id }),
  body: Strict(words),
  reply: OwnReview,
  errors: [
    ...identity,
    'review.not_found',
    'review.amended_already',
    'review.amend_over',
    'review.pictures_too_many',
    'review.picture_foreign',
  ],
});

export const uploadReviewPicture = endpoint({
  id: 'uploadReviewPicture',
  method: 'POST',
  path: '/storefront/review-pictures',
  summary: 'Takes a picture for the next review; it is made anew from its pixels',
  transfer: 'form',
  reply: Type.Object({ id: Id, url: Type.String() }),
  errors: [...identity, 'review.picture_refused'],
});

/** A review as anybody sees it. */
export const PublicReview = Type.Object({
  id: Id,
  author: Type.String({ description: 'Covered; empty for who wants no name.' }),
  rating: ReviewRating,
  words: Type.String(),
  variant: Type.String(),
  pictures: Type.Array(Type.Object({ url: Type.String() })),
  postedAt: Instant,
  amended: Type.Boolean(),
  reply: Nullable(Type.Object({ text: Type.String(), at: Instant })),
});

export const getReviewPicture = endpoint({
  id: 'getReviewPicture',
  method: 'GET',
  path: '/storefront/review-pictures/:pictureId',
  summary: 'A picture of a review that is shown, or of a review the reader may read',
  params: Strict({ pictureId: Id }),
  query: Strict({ size: Type.Optional(Type.Literal('thumbnail')) }),
  transfer: 'bytes',
  errors: ['review.picture_not_found'],
});
