import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import type { Couponed } from '../orders/index.ts';
import { acceptByCoupon } from './bargain.follow.ts';
import { writeUsed } from './coupon.moves.store.ts';
import type { Share } from './coupon.rules.ts';
import { type CouponRow, lockCoupons, readCoupon } from './coupon.store.ts';
import { couponUsed } from './events.ts';
import { barredNow, type Cart } from './fit.ts';
import { refreshCoupon } from './send.ts';
import { together } from './stack.rules.ts';
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
  const { shares, unfit } = together(rows, cart.lines, cart.postageMinor);
  const [why] = unfit.values();
  if (why !== undefined) return refuse('coupon.does_not_fit', { why });
  return { shares, couponed: sumOf(shares) } satisfies Redemption;
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
