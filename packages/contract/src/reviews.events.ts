import { Id, Nullable, OneOf, type Static, Type } from './schema.ts';

/** What the words of a review sound like; a hint, never a verdict. `neutral`: no word the lexicon knows. */
export const ReviewTone = OneOf(['positive', 'neutral', 'mixed', 'negative'] as const);
export type ReviewToneWord = Static<typeof ReviewTone>;

/** Why a review should not stand as it is. That it is bad is no reason. */
export const ReviewFlagReason = OneOf(['spam', 'abuse', 'personal_data', 'wrong_product'] as const);
export type ReviewFlagReasonWord = Static<typeof ReviewFlagReason>;

/** Where a review was written: `own`, in the built-in shop; `import`, from a file; `api`, told by a program of the shop. */
export const ReviewSource = OneOf(['own', 'import', 'api'] as const);

/** Data of every `review.…` event; never the words, the pictures or the author. */
export const ReviewTold = Type.Object({
  reviewId: Id,
  shopId: Id,
  buyerId: Nullable(Id),
  orderId: Nullable(Id),
  productId: Nullable(Id),
  source: ReviewSource,
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  tone: ReviewTone,
  bad: Type.Boolean({ description: 'Needs somebody: few stars, or words of strong displeasure.' }),
  answered: Type.Boolean(),
  hidden: Type.Boolean(),
  fresh: Type.Boolean({
    description: 'False for what was written long before it was told of, as in a first import.',
  }),
});

/** Data of `review.invited`. */
export const ReviewInvited = Type.Object({
  orderId: Id,
  shopId: Id,
  buyerId: Id,
  messageId: Type.String({ description: 'The planned message of `outreach`.' }),
});

/** Event types of reviews with the shape of their data. */
export const reviewEvents = {
  'review.posted': ReviewTold,
  'review.amended': ReviewTold,
  'review.replied': ReviewTold,
  'review.reply_withdrawn': ReviewTold,
  'review.thanked': ReviewTold,
  'review.flagged': ReviewTold,
  'review.unflagged': ReviewTold,
  'review.hidden': ReviewTold,
  'review.shown': ReviewTold,
  'review.invited': ReviewInvited,
} as const;
