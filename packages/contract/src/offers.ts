/**
 * Offers: coupons of every kind, and the concession ladder of a talk about the price. Giving one counts against the
 * authority of who gives it; what lies beyond asks for an approval.
 */

import { endpoint, Strict } from './endpoint.ts';
import {
  Amount,
  Bargain,
  Concession,
  Coupon,
  CouponFit,
  CouponTemplate,
  CouponTerms,
  couponBounds,
  FloorExample,
  LadderRung,
  OfferSettings,
  PriceFloor,
  RungEffect,
} from './offers.shapes.ts';
import { BargainSituation, CouponState, Rung } from './offers.words.ts';
import { ActLimit, actBody, OrderActed } from './orders.acts.shapes.ts';
import { actRefusals } from './orders.acts.ts';
import {
  Currency,
  Id,
  Instant,
  Minor,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  Text,
  Type,
} from './schema.ts';

export * from './offers.errors.ts';
export * from './offers.events.ts';
export * from './offers.shapes.ts';
export * from './offers.words.ts';

const ofTemplate = Strict({ templateId: Id });
const wanted = { name: Text(100, 1), terms: CouponTerms, ...couponBounds };

const approvable = {
  approvalNote: Type.Optional(
    Text(500, 0, 'Where an approval is needed: ask for it with this note instead of refusing.'),
  ),
  preview: Type.Optional(
    Type.Boolean({ description: 'Tell what would come of it; nothing is changed.' }),
  ),
};

/** What became of giving something: done, asked for, or looked at. */
const given = {
  state: OneOf(['done', 'asked', 'preview'] as const),
  approval: Nullable(Type.Object({ id: Id, state: Type.String() })),
  authority: Type.Object({
    verdict: OneOf(['yes', 'ask'] as const),
    why: Type.Array(ActLimit),
  }),
};

/** Why a coupon is not given. */
export const couponRefusals = [
  'authority.approval_needed',
  'authority.beyond_limit',
  'approval.too_many',
  'coupon.template_not_found',
  'coupon.stopped',
  'coupon.over',
  'coupon.count_over',
  'coupon.budget_over',
  'coupon.buyer_limit',
  'coupon.below_floor',
  'offer.buyer_foreign',
] as const;

const giving = [
  ...couponRefusals,
  'conversation.not_found',
  'conversation.illegal_transition',
  'access.denied',
] as const;

// ── Coupons ─────────────────────────────────────────────────────────────────

export const listCouponTemplates = endpoint({
  id: 'listCouponTemplates',
  method: 'GET',
  path: '/coupon-templates',
  summary: 'Kinds of coupons, newest first, with what is given out and used.',
  query: Strict({ shopId: Type.Optional(Id), giving: Type.Optional(Type.Boolean()), ...PageQuery }),
  reply: Page(CouponTemplate),
  errors: ['list.cursor_invalid'],
});

export const createCouponTemplate = endpoint({
  id: 'createCouponTemplate',
  method: 'POST',
  path: '/coupon-templates',
  summary: 'Makes a kind of coupon. None is given to anybody yet.',
  body: Strict({ shopId: Id, ...wanted }),
  reply: CouponTemplate,
  errors: ['shop.not_found', 'coupon.terms_wrong'],
});

export const changeCouponTemplate = endpoint({
  id: 'changeCouponTemplate',
  method: 'PUT',
  path: '/coupon-templates/:templateId',
  summary: 'New terms, a new version. Coupons given out before keep theirs.',
  params: ofTemplate,
  body: Strict(wanted),
  reply: CouponTemplate,
  errors: ['coupon.template_not_found', 'coupon.terms_wrong'],
});

export const stopCouponTemplate = endpoint({
  id: 'stopCouponTemplate',
  method: 'PUT',
  path: '/coupon-templates/:templateId/stop',
  summary: 'Gives out no more of it; those given out stay usable.',
  params: ofTemplate,
  reply: CouponTemplate,
  errors: ['coupon.template_not_found'],
});

export const resumeCouponTemplate = endpoint({
  id: 'resumeCouponTemplate',
  method: 'DELETE',
  path: '/coupon-templates/:templateId/stop',
  summary: 'Gives it out again.',
  params: ofTemplate,
  reply: CouponTemplate,
  errors: ['coupon.template_not_found'],
});

export const listCoupons = endpoint({
  id: 'listCoupons',
  method: 'GET',
  path: '/coupons',
  summary: 'Coupons given out, newest first.',
  query: Strict({
    shopId: Type.Optional(Id),
    buyerId: Type.Optional(Id),
    templateId: Type.Optional(Id),
    state: Type.Optional(CouponState),
    ...PageQuery,
  }),
  reply: Page(Coupon),
  errors: ['list.cursor_invalid'],
});

export const issueCoupon = endpoint({
  id: 'issueCoupon',
  method: 'POST',
  path: '/coupons',
  summary: 'Gives a coupon to a buyer; with a conversation its card is sent there at once.',
  body: Strict({
    templateId: Id,
    buyerId: Id,
    conversationId: Type.Optional(Id),
    ...approvable,
  }),
  reply: Type.Object({ ...given, coupon: Nullable(Coupon) }),
  errors: [...giving],
});

export const revokeCoupon = endpoint({
  id: 'revokeCoupon',
  method: 'PUT',
  path: '/coupons/:couponId/revocation',
  summary: 'Takes an unused coupon back.',
  params: Strict({ couponId: Id }),
  body: Strict({ reason: Text(500, 1) }),
  reply: Coupon,
  errors: ['coupon.not_found', 'coupon.not_usable'],
});

export const listOrderCoupons = endpoint({
  id: 'listOrderCoupons',
  method: 'GET',
  path: '/orders/:orderId/coupons',
  summary: 'Coupons of the order’s buyer, with what each would take off this order.',
  params: Strict({ orderId: Id }),
  reply: Type.Object({ currency: Currency, items: Type.Array(CouponFit) }),
  errors: ['order.not_found'],
});

export const applyCoupon = endpoint({
  id: 'applyCoupon',
  method: 'POST',
  path: '/orders/:orderId/coupons',
  summary: 'Puts a coupon of the buyer on an own order that waits for payment.',
  params: Strict({ orderId: Id }),
  body: actBody({ couponId: Id }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    'coupon.not_found',
    'coupon.not_usable',
    'coupon.does_not_fit',
    'coupon.order_unfit',
  ],
});

// ── Floors and costs ────────────────────────────────────────────────────────

export const listPriceFloors = endpoint({
  id: 'listPriceFloors',
  method: 'GET',
  path: '/price-floors',
  summary: 'The lowest prices of a shop; the nearest holds: variant, product, category, shop.',
  query: Strict({ shopId: Id }),
  reply: Type.Object({
    items: Type.Array(PriceFloor),
    categories: Type.Array(Type.String(), { description: 'Of the shop’s products.' }),
    can: Type.Array(Type.String()),
  }),
  errors: ['shop.not_found'],
});

/** For what a floor stands, and the floor: a share of the price, an amount, or so much above the cost; the highest holds. */
const floorBody = {
  shopId: Id,
  category: Type.Optional(Text(200, 1)),
  productId: Type.Optional(Id),
  variantId: Type.Optional(Id),
  percent: Nullable(Type.Integer({ minimum: 1, maximum: 100, description: 'Of the price.' })),
  floorMinor: Nullable(Amount),
  marginPercent: Nullable(
    Type.Integer({ minimum: 0, maximum: 500, description: 'Above the cost, where it is known.' }),
  ),
};

export const tryPriceFloor = endpoint({
  id: 'tryPriceFloor',
  method: 'GET',
  path: '/price-floors/trial',
  summary: 'What a lowest price would mean for what it is for; nothing is set.',
  query: Strict({
    shopId: Id,
    category: floorBody.category,
    productId: floorBody.productId,
    variantId: floorBody.variantId,
    percent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    floorMinor: Type.Optional(Amount),
    marginPercent: Type.Optional(Type.Integer({ minimum: 0, maximum: 500 })),
  }),
  reply: Type.Object({
    currency: Currency,
    matched: Type.Integer({ description: 'Pieces it would be for.' }),
    withoutCost: Type.Integer({ description: 'Of them those whose cost is not known.' }),
    aboveList: Type.Integer({ description: 'Of them those offered below it today.' }),
    examples: Type.Array(FloorExample),
  }),
  errors: ['shop.not_found', 'floor.wrong'],
});

export const setPriceFloor = endpoint({
  id: 'setPriceFloor',
  method: 'PUT',
  path: '/price-floors',
  summary: 'Sets a lowest price for a shop, a category, a product or a variant.',
  body: Strict(floorBody),
  reply: PriceFloor,
  errors: ['shop.not_found', 'floor.wrong', 'product.not_found', 'variant.not_found'],
});

export const removePriceFloor = endpoint({
  id: 'removePriceFloor',
  method: 'DELETE',
  path: '/price-floors/:floorId',
  summary: 'Takes a lowest price away.',
  params: Strict({ floorId: Id }),
  errors: ['floor.not_found'],
});

export const setVariantCost = endpoint({
  id: 'setVariantCost',
  method: 'PUT',
  path: '/variants/:variantId/cost',
  summary: 'What a piece costs the shop; null: not known.',
  params: Strict({ variantId: Id }),
  body: Strict({ costMinor: Nullable(Amount) }),
  reply: Type.Object({ variantId: Id, costMinor: Nullable(Minor), currency: Currency }),
  errors: ['variant.not_found'],
});

// ── The ladder ──────────────────────────────────────────────────────────────

export const getOfferSettings = endpoint({
  id: 'getOfferSettings',
  method: 'GET',
  path: '/shops/:shopId/offer-settings',
  summary: 'The concession ladder of a shop, its budgets and its postage.',
  params: Strict({ shopId: Id }),
  reply: OfferSettings,
  errors: ['shop.not_found'],
});

export const setOfferSettings = endpoint({
  id: 'setOfferSettings',
  method: 'PUT',
  path: '/shops/:shopId/offer-settings',
  summary: 'Sets the concession ladder of a shop.',
  params: Strict({ shopId: Id }),
  body: Strict({
    postageMinor: Amount,
    postageFreeFromMinor: Nullable(Amount),
    dayBudgetMinor: Nullable(Amount),
    monthBudgetMinor: Nullable(Amount),
    unpaidHours: Type.Integer({ minimum: 1, maximum: 720 }),
    ladder: Type.Array(LadderRung, { minItems: 1, maxItems: 4 }),
  }),
  reply: OfferSettings,
  errors: ['shop.not_found', 'coupon.template_not_found'],
});

const ofConversation = Strict({ conversationId: Id });

export const getOfferSheet = endpoint({
  id: 'getOfferSheet',
  method: 'GET',
  path: '/conversations/:conversationId/offers',
  summary:
    'The talk about the price in a conversation: the situation, the next step with its effect, the steps so far.',
  params: ofConversation,
  query: Strict({ situation: Type.Optional(BargainSituation), orderId: Type.Optional(Id) }),
  reply: Type.Object({
    situation: BargainSituation,
    guessed: Type.Boolean({ description: 'Read from the last words of the buyer.' }),
    currency: Currency,
    orderId: Nullable(Id),
    orderNumber: Nullable(Type.String()),
    next: Nullable(Rung),
    rungs: Type.Array(RungEffect),
    dayLeftMinor: Nullable(Minor),
    monthLeftMinor: Nullable(Minor),
    ownLeftMinor: Nullable(Minor),
    bargain: Nullable(Bargain),
    coupons: Type.Array(Coupon),
    templates: Type.Array(CouponTemplate),
    can: Type.Array(Type.String()),
  }),
  errors: ['conversation.not_found'],
});

export const makeConcession = endpoint({
  id: 'makeConcession',
  method: 'POST',
  path: '/conversations/:conversationId/concessions',
  summary:
    'Offers a step of the ladder to the buyer: the coupon is sent, or the open order changed.',
  params: ofConversation,
  body: Strict({
    rung: Rung,
    situation: BargainSituation,
    orderId: Type.Optional(Id),
    templateId: Type.Optional(Id),
    amountMinor: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000_000_00, description: 'Off, for price.' }),
    ),
    reason: Type.Optional(Text(300, 0, 'Why cheaper steps are left out.')),
    ...approvable,
  }),
  reply: Type.Object({ ...given, concession: Nullable(Concession), coupon: Nullable(Coupon) }),
  errors: [
    ...giving,
    'offer.rung_closed',
    'offer.skip_needs_reason',
    'offer.budget_over',
    'order.not_found',
    'order.version_conflict',
    'order.act_not_allowed',
    'order.unchanged',
    'order.amount_out_of_range',
    'order.below_floor',
    'order.platform_lacks',
    'order.platform_down',
    'order.refund_above_paid',
    'order.method_foreign',
    'order.method_cannot_bear',
  ],
});

export const declineConcession = endpoint({
  id: 'declineConcession',
  method: 'PUT',
  path: '/concessions/:concessionId/refusal',
  summary: 'The buyer did not take it.',
  params: Strict({ concessionId: Id }),
  reply: Concession,
  errors: ['offer.concession_not_found', 'offer.concession_closed'],
});

export const undeclineConcession = endpoint({
  id: 'undeclineConcession',
  method: 'DELETE',
  path: '/concessions/:concessionId/refusal',
  summary: 'It stands again: taken for refused by mistake.',
  params: Strict({ concessionId: Id }),
  reply: Concession,
  errors: ['offer.concession_not_found', 'offer.concession_closed'],
});

export const getOfferResults = endpoint({
  id: 'getOfferResults',
  method: 'GET',
  path: '/offers/results',
  summary:
    'What each step of the ladder brought: offered, taken, paid, what it cost, what was kept.',
  query: Strict({ shopId: Id, from: Type.Optional(Instant), to: Type.Optional(Instant) }),
  reply: Type.Object({
    currency: Currency,
    bargains: Type.Integer(),
    rungs: Type.Array(
      Type.Object({
        rung: Rung,
        offered: Type.Integer(),
        accepted: Type.Integer(),
        paid: Type.Integer(),
        costMinor: Minor,
        paidMinor: Minor,
        marginMinor: Nullable(Minor),
      }),
    ),
    withoutConcession: Type.Integer({ description: 'Talks that ended in a paid order with none.' }),
  }),
  errors: ['shop.not_found'],
});
