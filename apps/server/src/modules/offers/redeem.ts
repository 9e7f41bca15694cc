import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { countOnOrder } from '../access/index.ts';
import { record } from '../audit/index.ts';
import type { Couponed } from '../orders/index.ts';
import { acceptByCoupon } from './bargain.follow.ts';
import { writeUsed } from './coupon.moves.store.ts';
import type { Share } from './coupon.rules.ts';
import { type CouponRow, lockCoupons, readCoupon } from './coupon.store.ts';
import { couponUsed } from './events.ts';
import { barredNow, type Cart, candidateOf } from './fit.ts';
import { refreshCoupon } from './send.ts';
import { together, withinOrder } from './stack.rules.ts';
import { tellCoupon } from './tell.ts';

/** What the chosen coupons give on a cart, each by itself and all together. */
export interface Redemption {
  readonly shares: readonly Share[];
  readonly couponed: Couponed;
}

function sumOf(shares: readonly Share[]): Couponed {
  const lines = new Map<number, number>();
  for (const share of shares)
    for (const [no, minor] of share.lines) lines.set(no, (lines.get(no) ?? 0) + minor);
  return { lines, postageMinor: shares.reduce((sum, share) => sum + share.postageMinor, 0) };
}

interface Holder {
  readonly buyerId: string;
  readonly shopId: string;
}

const usable = (row: CouponRow, { buyerId, shopId }: Holder) =>
  row.buyerId === buyerId && row.shopId === shopId;

/**
 * Holds coupons for an order that is being made: locked, looked at anew, divided among the lines. Every one of them has to
 * give something; nobody is charged more than was shown because one silently did not fit.
 */
export async function holdCoupons(tx: Tx, holder: Holder, ids: readonly string[], cart: Cart) {
  const rows = await lockCoupons(tx, ids);
  if (rows.length !== new Set(ids).size || !rows.every((row) => usable(row, holder)))
    return refuse('coupon.not_found');
  for (const row of rows) {
    const state = row.state === 'issued' ? barredNow(row) : row.state;
    if (state !== null) return refuse('coupon.not_usable', { state });
  }
  const candidates = rows.map((row) => candidateOf(row, cart));
  const { shares, unfit } = together(candidates, cart);
  const [why] = unfit.values();
  if (why !== undefined) return refuse('coupon.does_not_fit', { why });
  return { shares, couponed: sumOf(shares) } satisfies Redemption;
}

/**
 * What was given before its order was known counts on the order now, under the same counters as every other act on it; false
 * where a rival was quicker and it is more than its giver may give on one order.
 */
async function countUse(tx: Tx, row: CouponRow, orderId: string, savesMinor: number) {
  if (row.countedOrderId === orderId) return true;
  const { shopId, currency, bounds } = row;
  const kind = { action: 'coupon', shopId, currency } as const;
  const before = await countOnOrder(tx, kind, orderId, savesMinor);
  return withinOrder(bounds, {
    kindMinor: before.kindMinor + savesMinor,
    totalMinor: before.totalMinor + savesMinor,
  });
}

/** Puts held coupons on their order; their cards and the talk about the price they came from say so. */
export async function redeemCoupons(
  actor: TeamActor,
  tx: Tx,
  orderId: string,
  { shares }: Redemption,
) {
  for (const { couponId, savesMinor, postageMinor } of shares) {
    const use = { couponId, orderId, usedMinor: savesMinor, postageMinor, at: now() };
    if (!(await writeUsed(tx, use))) return refuse('coupon.not_usable', { state: 'used' });
    const row = (await readCoupon(tx, couponId)) as CouponRow;
    if (!(await countUse(tx, row, orderId, savesMinor)))
      return refuse('coupon.does_not_fit', { why: 'authority' });
    tellCoupon(actor, tx, couponUsed, row);
    record(tx, actor, {
      action: 'coupon.used',
      subject: { kind: 'coupon', id: couponId },
      after: { orderId, usedMinor: savesMinor },
      shop: row.shopId,
    });
    await acceptByCoupon(actor, tx, row, orderId);
  }
  for (const { couponId } of shares) await refreshCoupon(actor, tx, couponId);
  return null;
}
