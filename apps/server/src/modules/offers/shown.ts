import type { Actor } from '../../kernel/actor.ts';
import { can } from '../access/index.ts';
import type { CouponRow } from './coupon.store.ts';

/** A coupon as its reader sees it. */
export function shownCoupon(actor: Actor, row: CouponRow) {
  const {
    postageMinor: _postage,
    conversationId: _conversation,
    messageId: _message,
    ...coupon
  } = row;
  const may = can(actor, 'coupons.issue', { shop: row.shopId }) === 'yes';
  return { ...coupon, can: may && row.state === 'issued' ? ['revokeCoupon'] : [] };
}
