import { sql } from 'kysely';
import { react } from '../../kernel/reactions.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import {
  approvalApproved,
  approvalExpired,
  approvalRefused,
  approvalVoid,
  approvalWithdrawn,
} from '../access/index.ts';
import { orderActed, orderPaid, orderPlaced } from '../orders/index.ts';
import { followApproval, followTalk, freeByCoupon } from './bargain.follow.ts';
import { couponExpired, couponRevoked } from './events.ts';
import { followOrder } from './follow.ts';

const couponOfApproval = (tx: Tx, approvalId: string) =>
  first<{ id: string }>(
    tx,
    sql`select id from coupons where team_id = ${tx.team} and approval_id = ${approvalId} limit 1`,
  );

export const reactions = [
  // Money on its way back is not back: what waits for a gateway is looked at again when it is settled.
  react('offers.followOrder', orderActed, async (actor, tx, { data: { orderId } }) => {
    await followOrder(actor, tx, orderId);
    await followTalk(actor, tx, orderId);
  }),
  react('offers.followTalk', [orderPlaced, orderPaid], (actor, tx, event) =>
    followTalk(actor, tx, event.subject),
  ),
  react('offers.approved', approvalApproved, async (actor, tx, event) => {
    const coupon = await couponOfApproval(tx, event.data.id);
    await followApproval(actor, tx, event.data.id, true, coupon?.id ?? null);
  }),
  react(
    'offers.notApproved',
    [approvalRefused, approvalVoid, approvalExpired, approvalWithdrawn],
    (actor, tx, event) => followApproval(actor, tx, event.data.id, false, null),
  ),
  react('offers.freeBudget', [couponExpired, couponRevoked], (actor, tx, event) =>
    freeByCoupon(actor, tx, event.data.couponId),
  ),
];
