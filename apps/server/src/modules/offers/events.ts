import { offers } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { offerEvents } = offers;
const read = { permission: 'offers.read' };

export const couponIssued = defineEvent('coupon.issued', offerEvents['coupon.issued'], read);
export const couponSent = defineEvent('coupon.sent', offerEvents['coupon.sent'], read);
export const couponUsed = defineEvent('coupon.used', offerEvents['coupon.used'], read);
export const couponReturned = defineEvent('coupon.returned', offerEvents['coupon.returned'], read);
export const couponExpired = defineEvent('coupon.expired', offerEvents['coupon.expired'], read);
export const couponRevoked = defineEvent('coupon.revoked', offerEvents['coupon.revoked'], read);
export const couponTemplateChanged = defineEvent(
  'coupon.template_changed',
  offerEvents['coupon.template_changed'],
  read,
);
export const concessionMade = defineEvent('concession.made', offerEvents['concession.made'], read);
export const concessionChanged = defineEvent(
  'concession.changed',
  offerEvents['concession.changed'],
  read,
);
