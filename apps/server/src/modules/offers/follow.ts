import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { hasOpenRefunds, lockOrder, type OrderFacts } from '../orders/index.ts';
import { writeLess, writeReturned } from './coupon.moves.store.ts';
import { type CouponRow, lockOfOrder, readCoupon } from './coupon.store.ts';
import { couponReturned } from './events.ts';
import { expireCoupon } from './expire.ts';
import { comesBack, lessOf } from './return.rules.ts';
import { refreshCoupon } from './send.ts';
import { tellCoupon } from './tell.ts';

async function giveBack(actor: TeamActor, tx: Tx, coupon: CouponRow, orderId: string) {
  const back = await writeReturned(tx, coupon.id, now());
  if (back.length === 0) return;
  const row = (await readCoupon(tx, coupon.id)) as CouponRow;
  tellCoupon(actor, tx, couponReturned, { ...row, orderId });
  if (row.validUntil !== null) {
    const runAt = new Date(Math.max(Date.parse(row.validUntil) + 1_000, now().getTime()));
    await enqueue(tx, expireCoupon, { couponId: row.id }, { runAt, key: `coupon ${row.id}` });
  }
}

async function shrink(tx: Tx, order: OrderFacts, coupons: readonly CouponRow[]) {
  const goods = order.items.reduce((sum, item) => sum + item.couponMinor, 0);
  const less = lessOf(coupons, goods, order.postageCouponMinor);
  for (const [n, coupon] of coupons.entries()) {
    const now = less[n];
    if (now && now.usedMinor < coupon.usedMinor)
      await writeLess(tx, coupon.id, now.usedMinor, now.postageMinor);
  }
}

/**
 * Coupons follow their order: back when it is called off or its money has arrived, whichever act is heard of meanwhile; less
 * where its lines became fewer.
 */
export async function followOrder(actor: TeamActor, tx: Tx, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  const coupons = order ? await lockOfOrder(tx, orderId) : [];
  if (!order || coupons.length === 0) return;
  const settled = !(await hasOpenRefunds(tx, orderId));
  const back = coupons.filter((coupon) => comesBack(coupon.terms, { ...order, settled }));
  if (back.length === 0) await shrink(tx, order, coupons);
  for (const coupon of back) await giveBack(actor, tx, coupon, orderId);
  for (const coupon of coupons) await refreshCoupon(actor, tx, coupon.id);
}
