/** Coupons and concessions as screens, programs and events see them. */
import { Strict } from './endpoint.ts';
import {
  BargainOutcome,
  BargainSituation,
  ConcessionState,
  CouponKind,
  CouponScope,
  CouponState,
  Rung,
} from './offers.words.ts';
import { Can, Currency, Id, Instant, Minor, Nullable, type Static, Text, Type } from './schema.ts';

const most = 9_007_199_254_740_991;
export const Amount = Type.Integer({ minimum: 0, maximum: 1_000_000_000_00 });
const Positive = Type.Integer({ minimum: 1, maximum: 1_000_000_000_00 });

/** What a coupon does and for what. An issued coupon keeps the terms of its day. */
export const CouponTerms = Strict({
  kind: CouponKind,
  amountMinor: Nullable(
    Type.Unsafe<number>({ ...Positive, description: 'Off, for amount and bundle.' }),
  ),
  percent: Nullable(
    Type.Integer({ minimum: 1, maximum: 90, description: 'Percent off, for percent.' }),
  ),
  capMinor: Nullable(
    Type.Unsafe<number>({
      ...Positive,
      description: 'The most a percent or postage coupon gives.',
    }),
  ),
  minMinor: Type.Unsafe<number>({
    ...Amount,
    description: 'Only from this sum of what it is for; 0: always.',
  }),
  scope: CouponScope,
  productIds: Type.Array(Id, { maxItems: 200 }),
  categories: Type.Array(Text(200, 1), { maxItems: 50 }),
  bundle: Type.Array(
    Strict({ variantId: Id, quantity: Type.Integer({ minimum: 1, maximum: 99 }) }),
    { maxItems: 20 },
  ),
  stacksWith: Type.Array(CouponKind, {
    maxItems: 4,
    description: 'Kinds it may stand beside on one order; the other has to allow it too.',
  }),
  backOnRefund: Type.Boolean({
    description: 'Usable again when all of the order’s money went back. Called off: always.',
  }),
});

/** How many there may be, what they may cost together, and how long each lasts. */
export const couponBounds = {
  budgetMinor: Nullable(
    Type.Unsafe<number>({ ...Amount, description: 'What all of them may give together.' }),
  ),
  maxCount: Nullable(Type.Integer({ minimum: 1, maximum: 10_000_000 })),
  perBuyer: Nullable(Type.Integer({ minimum: 1, maximum: 1_000 })),
  validFrom: Nullable(Instant),
  validUntil: Nullable(Instant),
  validDays: Nullable(
    Type.Integer({ minimum: 1, maximum: 3_650, description: 'Days after it was issued.' }),
  ),
};

export const CouponTemplate = Type.Object({
  id: Id,
  shopId: Id,
  name: Text(100),
  version: Type.Integer({ description: 'Counts up with each change of terms.' }),
  currency: Currency,
  terms: CouponTerms,
  ...couponBounds,
  worthMinor: Nullable(Minor),
  stoppedAt: Nullable(Instant),
  issuedCount: Type.Integer(),
  committedMinor: Type.Integer({ description: 'Given, and what open ones may still give.' }),
  usedCount: Type.Integer(),
  usedMinor: Minor,
  createdAt: Instant,
  can: Can,
});

export const Coupon = Type.Object({
  id: Id,
  templateId: Id,
  templateVersion: Type.Integer(),
  shopId: Id,
  buyerId: Id,
  buyerName: Type.String(),
  name: Text(100),
  state: CouponState,
  currency: Currency,
  terms: CouponTerms,
  worthMinor: Minor,
  orderId: Nullable(Id),
  orderNumber: Nullable(Type.String()),
  usedMinor: Minor,
  validFrom: Instant,
  validUntil: Nullable(Instant),
  issuedAt: Instant,
  issuedByName: Type.String(),
  usedAt: Nullable(Instant),
  returnedAt: Nullable(Instant),
  can: Can,
});

/** A coupon on a cart: what it would give, or why it does not fit. */
export const CouponFit = Type.Object({
  id: Id,
  name: Text(100),
  terms: CouponTerms,
  validUntil: Nullable(Instant),
  savesMinor: Minor,
  chosen: Type.Boolean(),
  why: Nullable(
    Text(40, 0, 'not_yet, expired, below_minimum, nothing_matches, floor, beside_other, authority'),
  ),
});

/** What a lowest price would mean for one piece; cost and margin only for those who may see costs. */
export const FloorExample = Type.Object({
  variantId: Id,
  title: Type.String(),
  listMinor: Minor,
  costMinor: Nullable(Minor),
  percentMinor: Nullable(Minor),
  amountMinor: Nullable(Minor),
  marginMinor: Nullable(Minor),
  floorMinor: Nullable(Minor),
});

export const PriceFloor = Type.Object({
  id: Id,
  shopId: Id,
  scope: Type.Union(['shop', 'category', 'product', 'variant'].map((one) => Type.Literal(one))),
  category: Nullable(Text(200)),
  productId: Nullable(Id),
  variantId: Nullable(Id),
  title: Type.String({ description: 'Name of the product, with the options of the variant.' }),
  percent: Nullable(Type.Integer({ minimum: 1, maximum: 100 })),
  floorMinor: Nullable(Minor),
  marginPercent: Nullable(Type.Integer({ minimum: 0, maximum: 500 })),
});

export const LadderRung = Strict({
  rung: Rung,
  on: Type.Boolean(),
  templateId: Nullable(Id),
  mostPercent: Type.Integer({ minimum: 0, maximum: 90, description: 'Of the price, for price.' }),
});

export const OfferSettings = Type.Object({
  shopId: Id,
  postageMinor: Amount,
  postageFreeFromMinor: Nullable(Amount),
  dayBudgetMinor: Nullable(Amount),
  monthBudgetMinor: Nullable(Amount),
  unpaidHours: Type.Integer({ minimum: 1, maximum: 720 }),
  ladder: Type.Array(LadderRung, { minItems: 1, maxItems: 4 }),
  currency: Currency,
  can: Can,
});

/** One step of the stair: what was offered when, by whom, and the answer. */
export const Concession = Type.Object({
  id: Id,
  no: Type.Integer(),
  rung: Rung,
  state: ConcessionState,
  situation: BargainSituation,
  costMinor: Minor,
  couponId: Nullable(Id),
  actId: Nullable(Id),
  approvalId: Nullable(Id),
  name: Type.String(),
  reason: Type.String({ description: 'Why rungs below it were left out.' }),
  byName: Type.String(),
  at: Instant,
  can: Can,
});

export const Bargain = Type.Object({
  id: Id,
  situation: BargainSituation,
  outcome: BargainOutcome,
  orderId: Nullable(Id),
  orderNumber: Nullable(Type.String()),
  currency: Currency,
  costMinor: Minor,
  paidMinor: Minor,
  openedAt: Instant,
  closedAt: Nullable(Instant),
  steps: Type.Array(Concession),
});

/** What the next step would do, in figures. Margins only for those who may see costs. */
export const RungEffect = Type.Object({
  rung: Rung,
  possible: Type.Boolean(),
  why: Nullable(Text(60, 0, 'Why it is not possible, a refusal code or a word.')),
  name: Type.String(),
  templateId: Nullable(Id),
  amountMinor: Minor,
  beforeMinor: Nullable(Minor),
  afterMinor: Nullable(Minor),
  floorMinor: Nullable(Minor),
  marginMinor: Nullable(Minor),
  onOrder: Type.Boolean({ description: 'Changes the open order instead of sending a coupon.' }),
  verdict: Type.Union([Type.Literal('yes'), Type.Literal('ask'), Type.Literal('no')]),
});

export const mostMinor = most;
export type CouponTermsShape = Static<typeof CouponTerms>;
export type CouponShape = Static<typeof Coupon>;
export type CouponTemplateShape = Static<typeof CouponTemplate>;
export type CouponFitShape = Static<typeof CouponFit>;
export type BargainShape = Static<typeof Bargain>;
export type ConcessionShape = Static<typeof Concession>;
export type RungEffectShape = Static<typeof RungEffect>;
export type OfferSettingsShape = Static<typeof OfferSettings>;
export type PriceFloorShape = Static<typeof PriceFloor>;
