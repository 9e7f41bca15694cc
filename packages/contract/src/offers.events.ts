import {
  BargainOutcome,
  BargainSituation,
  ConcessionState,
  CouponKind,
  CouponState,
  Rung,
} from './offers.words.ts';
import { Currency, Id, Instant, Minor, Nullable, Type } from './schema.ts';

/** A coupon after a change; `orderId` where an order used it or gave it back. */
export const CouponMoved = Type.Object({
  couponId: Id,
  templateId: Id,
  shopId: Id,
  buyerId: Id,
  conversationId: Nullable(Id),
  orderId: Nullable(Id),
  kind: CouponKind,
  state: CouponState,
  worthMinor: Minor,
  usedMinor: Minor,
  currency: Currency,
  validUntil: Nullable(Instant),
  productIds: Type.Optional(
    Type.Array(Id, {
      description: 'The products it is for; empty: not for certain ones. Older events lack it.',
    }),
  ),
});

/** A concession after a change, with what became of the talk so far. */
export const ConcessionMade = Type.Object({
  concessionId: Id,
  bargainId: Id,
  shopId: Id,
  buyerId: Id,
  conversationId: Id,
  orderId: Nullable(Id),
  rung: Rung,
  state: ConcessionState,
  situation: BargainSituation,
  outcome: BargainOutcome,
  costMinor: Minor,
  currency: Currency,
});

/** Event types of coupons and concessions with the shape of their data. */
export const offerEvents = {
  'coupon.issued': CouponMoved,
  'coupon.sent': CouponMoved,
  'coupon.used': CouponMoved,
  'coupon.returned': CouponMoved,
  'coupon.expired': CouponMoved,
  'coupon.revoked': CouponMoved,
  'coupon.template_changed': Type.Object({ templateId: Id, shopId: Id }),
  'concession.made': ConcessionMade,
  'concession.changed': ConcessionMade,
} as const;
