import { defineModule } from '../../kernel/module.ts';
import { findCouponFaults } from './checks.ts';
import * as events from './events.ts';
import { expireCoupon } from './expire.ts';
import { lapseTalks } from './lapse.ts';
import { up } from './migrations/0001-offers.ts';
import { up as bounds } from './migrations/0002-bounds.ts';
import { up as causes } from './migrations/0003-causes.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export { applyCoupon } from './apply.ts';
export { titleOf as couponTitle } from './card.rules.ts';
export { takeBack } from './coupon.ts';
export { couponSent } from './events.ts';
export { cartOf, couponsFor, shownFit } from './fit.ts';
export { isGiven, kindOf, mayGive } from './for-rules.ts';
export { giveCoupon, issueCoupon } from './issue.ts';
export { holdCoupons, redeemCoupons } from './redeem.ts';
export { couponKey, couponWords, noteShown } from './send.ts';
export { postageOf } from './settings.rules.ts';
export { settingsOf } from './settings.ts';
export { readTemplate } from './template.store.ts';
export { createCouponTemplate } from './template.ts';

/** Coupons of every kind, and the concession ladder of a talk about the price. */
export const offers = defineModule({
  name: 'offers',
  migrations: [
    { id: '0001-offers', up },
    { id: '0002-bounds', up: bounds },
    { id: '0003-causes', up: causes },
  ],
  routes,
  events: Object.values(events),
  reactions,
  jobs: [expireCoupon, lapseTalks],
  checks: [{ name: 'offers.coupons', ask: findCouponFaults }],
});
