/** What buyers say in public about what they bought, and what the team does about it. */

import { endpoint, Strict } from './endpoint.ts';
import { ofOrder } from './orders.acts.parts.ts';
import { ReviewFlagReason, ReviewTone } from './reviews.events.ts';
import {
  Review,
  ReviewAverage,
  ReviewableOrder,
  ReviewedProduct,
  ReviewRating,
  ReviewSettings,
  ReviewStars,
  ReviewTab,
} from './reviews.shapes.ts';
import { Can, Id, Instant, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export * from './reviews.buyer.ts';
export * from './reviews.errors.ts';
export * from './reviews.events.ts';
export * from './reviews.mirror.ts';
export * from './reviews.shapes.ts';

const one = Strict({ reviewId: Id });

const about = {
  shopId: Type.Optional(Id),
  productId: Type.Optional(Id),
  buyerId: Type.Optional(Id),
  orderId: Type.Optional(Id),
  from: Type.Optional(Instant),
  until: Type.Optional(Instant),
};

export const listReviews = endpoint({
  id: 'listReviews',
  method: 'GET',
  path: '/reviews',
  summary: 'Reviews of the shops the reader works in, newest first',
  query: Strict({
    ...PageQuery,
    ...about,
    tab: Type.Optional(ReviewTab),
    rating: Type.Optional(ReviewRating),
    tone: Type.Optional(ReviewTone),
    conflict: Type.Optional(Type.Boolean({ description: 'Stars and words say the opposite.' })),
    q: Type.Optional(Text(100, 0, 'In the words, the reply, the product; or an order number.')),
  }),
  reply: Page(Review),
  errors: ['list.cursor_invalid'],
});

export const getReview = endpoint({
  id: 'getReview',
  method: 'GET',
  path: '/reviews/:reviewId',
  summary: 'One review',
  params: one,
  reply: Review,
  errors: ['review.not_found'],
});

export const getReviewFigures = endpoint({
  id: 'getReviewFigures',
  method: 'GET',
  path: '/review-figures',
  summary: 'How many reviews there are, what they come to and how many wait, of those asked for',
  query: Strict(about),
  reply: Type.Object({
    count: Type.Integer(),
    average: ReviewAverage,
    stars: ReviewStars,
    unanswered: Type.Integer(),
    bad: Type.Integer({ description: 'Bad ones that wait for an answer.' }),
    flagged: Type.Integer({ description: 'Flagged and still shown.' }),
    hidden: Type.Integer(),
  }),
});

export const listReviewedProducts = endpoint({
  id: 'listReviewedProducts',
  method: 'GET',
  path: '/reviewed-products',
  summary: 'Products with the average and distribution of the reviews that are shown',
  query: Strict({
    ...PageQuery,
    shopId: Type.Optional(Id),
    sort: Type.Optional(OneOf(['worst', 'most'] as const, 'Default: the lowest average first.')),
  }),
  reply: Page(ReviewedProduct),
  errors: ['list.cursor_invalid'],
});

export const listReviewableOrders = endpoint({
  id: 'listReviewableOrders',
  method: 'GET',
  path: '/reviewable-orders',
  summary: 'Orders of the last ninety days that arrived and have no review yet, newest first',
  query: Strict({ ...PageQuery, shopId: Type.Optional(Id), orderId: Type.Optional(Id) }),
  reply: Page(ReviewableOrder),
  errors: ['list.cursor_invalid'],
});

export const replyToReview = endpoint({
  id: 'replyToReview',
  method: 'PUT',
  path: '/reviews/:reviewId/reply',
  summary: 'Answers a review in public, or changes the answer; a bad review is settled by it',
  params: one,
  body: Strict({
    text: Text(2000, 1),
    sure: Type.Optional(Type.Boolean({ description: 'Said after a warning about words.' })),
  }),
  reply: Review,
  errors: ['review.not_found', 'message.words_blocked', 'message.words_warned'],
});

export const withdrawReviewReply = endpoint({
  id: 'withdrawReviewReply',
  method: 'DELETE',
  path: '/reviews/:reviewId/reply',
  summary: 'Takes the answer back',
  params: one,
  reply: Review,
  errors: ['review.not_found', 'review.no_reply'],
});

export const thankForReview = endpoint({
  id: 'thankForReview',
  method: 'POST',
  path: '/reviews/:reviewId/thanks',
  summary: "Thanks the buyer in their conversation, once; in the buyer's language by itself",
  params: one,
  body: Strict({
    text: Type.Optional(Text(2000, 1, 'Own words or those of a script.')),
    sure: Type.Optional(Type.Boolean()),
  }),
  reply: Review,
  errors: [
    'review.not_found',
    'review.no_chat',
    'review.thanked_already',
    'conversation.not_found',
    'conversation.illegal_transition',
    'message.words_blocked',
    'message.words_warned',
  ],
});

export const inviteReview = endpoint({
  id: 'inviteReview',
  method: 'POST',
  path: '/orders/:orderId/review-invitation',
  summary: 'Invites the buyer to review an order, once; opt-outs, quiet hours and caps hold',
  params: ofOrder,
  reply: Type.Object({ messageId: Id }),
  errors: [
    'order.not_found',
    'review.closed',
    'review.not_received',
    'review.exists',
    'review.invited_already',
  ],
});

export const flagReview = endpoint({
  id: 'flagReview',
  method: 'PUT',
  path: '/reviews/:reviewId/flag',
  summary: 'Marks a review as spam, abuse, holding personal data, or of another product',
  params: one,
  body: Strict({ reason: ReviewFlagReason, note: Type.Optional(Text(500)) }),
  reply: Review,
  errors: ['review.not_found'],
});

export const unflagReview = endpoint({
  id: 'unflagReview',
  method: 'DELETE',
  path: '/reviews/:reviewId/flag',
  summary: 'Takes the flag back; a hidden review is shown again by who may',
  params: one,
  reply: Review,
  errors: ['review.not_found'],
});

export const hideReview = endpoint({
  id: 'hideReview',
  method: 'PUT',
  path: '/reviews/:reviewId/hiding',
  summary: 'Takes a flagged review out of the shop; it counts in no average',
  params: one,
  reply: Review,
  errors: ['review.not_found', 'review.not_flagged'],
});

export const showReview = endpoint({
  id: 'showReview',
  method: 'DELETE',
  path: '/reviews/:reviewId/hiding',
  summary: 'Shows it again',
  params: one,
  reply: Review,
  errors: ['review.not_found'],
});

const Settings = Type.Object({ ...ReviewSettings.properties, shopId: Id, can: Can });

export const getReviewSettings = endpoint({
  id: 'getReviewSettings',
  method: 'GET',
  path: '/shops/:shopId/review-settings',
  summary: 'How the shop deals with reviews',
  params: Strict({ shopId: Id }),
  reply: Settings,
  errors: ['shop.not_found'],
});

export const setReviewSettings = endpoint({
  id: 'setReviewSettings',
  method: 'PUT',
  path: '/shops/:shopId/review-settings',
  summary: 'Sets it; reviews written from now on go by it',
  params: Strict({ shopId: Id }),
  body: Strict(ReviewSettings.properties),
  reply: Settings,
  errors: ['shop.not_found'],
});
