import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { CouponRow } from './coupon.store.ts';
import type { couponIssued } from './events.ts';

/** Says what became of a coupon. */
export function tellCoupon(
  actor: TeamActor,
  tx: Tx,
  event: typeof couponIssued,
  row: CouponRow,
): void {
  const { id, templateId, shopId, buyerId, conversationId, orderId, terms, state } = row;
  const { worthMinor, usedMinor, currency, validUntil } = row;
  emit(tx, event, {
    subject: id,
    reach: { shop: shopId },
    actor,
    data: {
      ...{ couponId: id, templateId, shopId, buyerId, conversationId, orderId, kind: terms.kind },
      ...{ state, worthMinor, usedMinor, currency, validUntil },
      productIds: terms.scope === 'products' ? [...terms.productIds] : [],
    },
  });
}
