/** The closed vocabulary of coupons and of talking about the price. */
import { OneOf } from './schema.ts';

export const CouponKind = OneOf(
  ['amount', 'percent', 'postage', 'bundle'] as const,
  'amount: so much off. percent: a share off. postage: no postage. bundle: so much off for these things together.',
);

export const CouponState = OneOf(
  ['issued', 'used', 'expired', 'revoked'] as const,
  'issued: may be used; also after it came back from an order that was called off.',
);

export const CouponScope = OneOf(
  ['shop', 'products', 'categories'] as const,
  'What it is for: everything in the shop, or only these products or categories.',
);

/** What a buyer’s talk about the price comes from. Nothing in it says who the buyer is or could pay. */
export const BargainSituation = OneOf([
  'first_ask',
  'hesitating',
  'complaint',
  'competitor',
  'bulk',
  'last_pieces',
  'unpaid',
] as const);

export const Rung = OneOf(
  ['postage', 'coupon', 'bundle', 'price'] as const,
  'A step of the concession ladder, the cheapest for the shop first.',
);

export const ConcessionState = OneOf(
  ['asked', 'offered', 'accepted', 'declined', 'void', 'skipped'] as const,
  'asked: waits for an approval. void: the approval was refused. skipped: left out, with the reason.',
);

export const BargainOutcome = OneOf(
  ['open', 'ordered', 'paid', 'reversed', 'lapsed'] as const,
  'reversed: the order it led to was called off or paid back. lapsed: nothing came of it in time.',
);
