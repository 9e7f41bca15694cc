import { ReviewFlagReason, ReviewSource, ReviewTone } from './reviews.events.ts';
import { Can, Id, Instant, Nullable, OneOf, type Static, Text, Type } from './schema.ts';

export const ReviewRating = Type.Integer({ minimum: 1, maximum: 5, description: 'Stars.' });

/** A word of the lexicon as it stands in the text, and what it counted. */
export const ReviewHit = Type.Object({
  word: Type.String(),
  start: Type.Integer({ description: 'Place in the words, in UTF-16 units.' }),
  end: Type.Integer({ description: 'Just after it.' }),
  weight: Type.Number({ description: 'What it counted: above zero it speaks well.' }),
  by: Type.Array(Type.String(), {
    description: 'Words before it that turned it round, made it stronger or weaker.',
  }),
});

/** What the words sound like and which words say so. */
export const ReviewHint = Type.Object({
  tone: ReviewTone,
  score: Type.Integer({ minimum: -100, maximum: 100 }),
  strong: Type.Boolean({ description: 'Strong displeasure, whatever the stars.' }),
  conflict: Type.Boolean({ description: 'Stars and words say the opposite.' }),
  hits: Type.Array(ReviewHit),
});

export const ReviewPicture = Type.Object({
  id: Nullable(Id),
  url: Type.String({ description: 'Where it can be seen by the reader of this reply.' }),
});

const Deed = { at: Instant, byName: Type.String({ description: 'Empty: by a program.' }) };

/** A review as the team sees it. */
export const Review = Type.Object({
  id: Id,
  shopId: Id,
  shopName: Type.String(),
  source: ReviewSource,
  productId: Nullable(Id),
  productTitle: Type.String(),
  variant: Type.String(),
  imageUrl: Nullable(Type.String()),
  orderId: Nullable(Id),
  orderNumber: Nullable(Type.String()),
  buyerId: Nullable(Id),
  author: Type.String({
    description: 'Name of the buyer, else as the source told it; empty once forgotten.',
  }),
  anonymous: Type.Boolean({ description: 'The author does not want to be named in public.' }),
  conversationId: Nullable(Id),
  rating: ReviewRating,
  words: Type.String(),
  pictures: Type.Array(ReviewPicture),
  hint: ReviewHint,
  bad: Type.Boolean(),
  postedAt: Instant,
  amendedAt: Nullable(Instant),
  earlier: Nullable(Type.Object({ rating: ReviewRating, words: Type.String() })),
  reply: Nullable(Type.Object({ text: Type.String(), ...Deed })),
  thankedAt: Nullable(Instant),
  flag: Nullable(Type.Object({ reason: ReviewFlagReason, note: Type.String(), ...Deed })),
  hidden: Nullable(Type.Object(Deed)),
  taskId: Nullable(Id),
  can: Can,
});

/** How many reviews have one to five stars; the first number is one star. */
export const ReviewStars = Type.Array(Type.Integer({ minimum: 0 }), { minItems: 5, maxItems: 5 });

export const ReviewAverage = Nullable(
  Type.Number({ minimum: 1, maximum: 5, description: 'Mean of the stars; null: no review.' }),
);

/** A product with what its visible reviews come to. */
export const ReviewedProduct = Type.Object({
  productId: Id,
  title: Type.String(),
  imageUrl: Nullable(Type.String()),
  shopId: Id,
  shopName: Type.String(),
  count: Type.Integer(),
  average: ReviewAverage,
  stars: ReviewStars,
});

/** An order that has arrived and waits for its buyer's word. */
export const ReviewableOrder = Type.Object({
  orderId: Id,
  number: Type.String(),
  shopId: Id,
  shopName: Type.String(),
  buyerId: Id,
  buyerName: Type.String(),
  title: Type.String(),
  receivedAt: Nullable(Instant),
  invitedAt: Nullable(Instant),
  can: Can,
});

const bounded = (minimum: number, maximum: number, description: string) =>
  Type.Integer({ minimum, maximum, description });

/** How a shop deals with reviews. */
export const ReviewSettings = Type.Object({
  open: Type.Boolean({ description: 'Buyers can review in the built-in shop.' }),
  windowDays: bounded(1, 730, 'Days after receipt in which a review can be written.'),
  amendDays: bounded(0, 365, 'Days in which it may be amended, once; 0: never.'),
  picturesMax: bounded(0, 9, 'Pictures a review may have.'),
  badAt: bounded(0, 4, 'So many stars or fewer need somebody; 0: stars alone never do.'),
  badWords: Type.Boolean({ description: 'Words of strong displeasure need somebody, too.' }),
  taskHours: bounded(1, 240, 'Hours until the task of a bad review is due.'),
});

export const ReviewTab = OneOf(['all', 'unanswered', 'bad', 'flagged', 'hidden'] as const);

export type ReviewShape = Static<typeof Review>;
export type ReviewHintShape = Static<typeof ReviewHint>;
export type ReviewHitShape = Static<typeof ReviewHit>;
export type ReviewedProductShape = Static<typeof ReviewedProduct>;
export type ReviewableOrderShape = Static<typeof ReviewableOrder>;
export type ReviewSettingsShape = Static<typeof ReviewSettings>;
export type ReviewTabWord = Static<typeof ReviewTab>;

/** Words of a review: never more than this. */
export const ReviewWords = Text(2000, 0, 'May be empty: stars alone are a review.');
