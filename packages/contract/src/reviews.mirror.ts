/** How the reviews of a platform come in. */
import { endpoint, Strict } from './endpoint.ts';
import { ReviewRating, ReviewWords } from './reviews.shapes.ts';
import { Id, Instant, Nullable, OneOf, Text, Type } from './schema.ts';

const key = (description: string) => Type.Optional(Nullable(Text(200, 1, description)));

/** A review as its platform tells it. */
export const ToldReview = Strict({
  externalId: Text(200, 1, "The platform's own id; the same again is the same review."),
  productExternalId: key('Of the product.'),
  orderNumber: key('Number of the order, or its external id.'),
  sku: key('Which line of the order; the product alone is enough where it stands in one line.'),
  buyerExternalId: key('Of the buyer; the buyer of the order otherwise.'),
  author: Type.Optional(Text(100, 0, 'Name as the platform shows it.')),
  rating: ReviewRating,
  words: Type.Optional(ReviewWords),
  pictures: Type.Optional(
    Type.Array(Type.String({ maxLength: 2000, pattern: '^https?://' }), { maxItems: 20 }),
  ),
  postedAt: Instant,
  reply: Type.Optional(
    Nullable(Strict({ text: Text(2000, 1), at: Type.Optional(Nullable(Instant)) })),
  ),
});

export const mirrorReviews = endpoint({
  id: 'mirrorReviews',
  method: 'POST',
  path: '/shops/:shopId/reviews',
  summary: 'Tells of reviews written on a platform; told again they are the same reviews',
  params: Strict({ shopId: Id }),
  body: Strict({ reviews: Type.Array(ToldReview, { minItems: 1, maxItems: 200 }) }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        externalId: Type.String(),
        reviewId: Id,
        result: OneOf(['created', 'changed', 'unchanged'] as const),
      }),
    ),
  }),
  errors: ['shop.not_found'],
});
