import type { InputOf, offers } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can, sightOf } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { writeEnded } from './coupon.moves.store.ts';
import { type CouponRow, lockCoupons, readCoupon, readCoupons } from './coupon.store.ts';
import { couponRevoked } from './events.ts';
import { refreshCoupon } from './send.ts';
import { shownCoupon } from './shown.ts';
import { tellCoupon } from './tell.ts';

/** SHOP-10: coupons given out, newest first. */
export async function listCoupons(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof offers.listCoupons>,
) {
  const after = readCursor<[string, string]>('coupons', ['instant', 'id'], input.cursor);
  if (isRefusal(after)) return after;
  const limit = input.limit ?? 50;
  const shops = sightOf(actor, 'offers.read')?.shops ?? null;
  const { shopId, buyerId, templateId, state } = input;
  const query = { shops, shopId, buyerId, templateId, state, after, limit: limit + 1 };
  const page = pageOf('coupons', await readCoupons(tx, query), limit, (row) => [row.place, row.id]);
  const items = page.items.map(({ place: _place, ...row }) => shownCoupon(actor, row));
  return { items, next: page.next };
}

/** Takes back what its buyer was never told of; a coupon that is used already stays. */
export async function takeBack(actor: TeamActor, tx: Tx, couponId: string, reason: string) {
  const [row] = await lockCoupons(tx, [couponId]);
  if (!row || !(await writeEnded(tx, couponId, { state: 'revoked', at: now(), reason }))) return;
  tellCoupon(actor, tx, couponRevoked, { ...row, state: 'revoked' });
  record(tx, actor, {
    action: 'coupon.revoked',
    subject: { kind: 'coupon', id: couponId },
    reason,
    shop: row.shopId,
  });
}

/** Takes an unused coupon back; its card says so. */
export async function revokeCoupon(
  actor: StaffActor,
  tx: Tx,
  { couponId, reason }: InputOf<typeof offers.revokeCoupon>,
) {
  const [row] = await lockCoupons(tx, [couponId]);
  if (!row || can(actor, 'coupons.issue', { shop: row.shopId }) !== 'yes')
    return refuse('coupon.not_found');
  if (!(await writeEnded(tx, couponId, { state: 'revoked', at: now(), reason })))
    return refuse('coupon.not_usable', { state: row.state });
  const ended = (await readCoupon(tx, couponId)) as CouponRow;
  tellCoupon(actor, tx, couponRevoked, ended);
  record(tx, actor, {
    action: 'coupon.revoked',
    subject: { kind: 'coupon', id: couponId },
    reason,
    shop: row.shopId,
  });
  await refreshCoupon(actor, tx, couponId);
  return shownCoupon(actor, ended);
}
