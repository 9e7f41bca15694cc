/** The concession ladder of a talk about the price, its settings and what came of it. */

import { ofConversation } from './conversations.parts.ts';
import { endpoint, Strict } from './endpoint.ts';
import { approvable, given, giving } from './offers.giving.ts';
import {
  Amount,
  Bargain,
  Concession,
  Coupon,
  CouponTemplate,
  LadderRung,
  OfferSettings,
  RungEffect,
} from './offers.shapes.ts';
import { BargainSituation, Rung } from './offers.words.ts';
import { Currency, Id, Instant, Minor, Nullable, Text, Type } from './schema.ts';

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
