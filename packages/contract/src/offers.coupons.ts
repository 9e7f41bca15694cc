/** Coupons: their kinds, and giving, using and taking back one. */

import { endpoint, Strict } from './endpoint.ts';
import { approvable, given, giving } from './offers.giving.ts';
import { Coupon, CouponFit, CouponTemplate, CouponTerms, couponBounds } from './offers.shapes.ts';
import { CouponState } from './offers.words.ts';
import { ofOrder } from './orders.acts.parts.ts';
import { actBody, OrderActed } from './orders.acts.shapes.ts';
import { actRefusals } from './orders.acts.ts';
import { Currency, Id, Nullable, Page, PageQuery, Text, Type } from './schema.ts';

const ofTemplate = Strict({ templateId: Id });
const wanted = { name: Text(100, 1), terms: CouponTerms, ...couponBounds };

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
  params: ofOrder,
  reply: Type.Object({ currency: Currency, items: Type.Array(CouponFit) }),
  errors: ['order.not_found'],
});

export const applyCoupon = endpoint({
  id: 'applyCoupon',
  method: 'POST',
  path: '/orders/:orderId/coupons',
  summary: 'Puts a coupon of the buyer on an own order that waits for payment.',
  params: ofOrder,
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
