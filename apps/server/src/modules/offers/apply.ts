import type { InputOf, offers } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import {
  allowedIn,
  belowFloor,
  type OrderFacts,
  orderFacts,
  performAct,
  setAmounts,
} from '../orders/index.ts';
import { cartOfOrder } from './cart.order.ts';
import { couponsFor, shownFit } from './fit.ts';
import { holdCoupons, type Redemption, redeemCoupons } from './redeem.ts';

const takesCoupons = (order: OrderFacts): boolean =>
  order.source === 'own' && order.buyerId !== null && order.paidMinor === 0 && !hasCoupon(order);

/** One redemption an order: what stands together is chosen at once. */
const hasCoupon = ({ items, postageCouponMinor }: OrderFacts): boolean =>
  postageCouponMinor > 0 || items.some((item) => item.couponMinor > 0);

/** The coupons of an order’s buyer, with what each would take off it. */
export async function listOrderCoupons(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof offers.listOrderCoupons>,
) {
  const order = await orderFacts(tx, orderId);
  if (!order || can(actor, 'offers.read', { shop: order.shopId }) !== 'yes')
    return refuse('order.not_found');
  const { currency, buyerId, shopId } = order;
  if (!takesCoupons(order) || order.status !== 'placed' || buyerId === null)
    return { currency, items: [] };
  const fits = await couponsFor(tx, { buyerId, shopId }, await cartOfOrder(tx, order));
  return { currency, items: fits.map(shownFit) };
}

const amountsOf = (order: OrderFacts, { couponed }: Redemption) => {
  const off = [...couponed.lines.values()].reduce((a, b) => a + b, 0) + couponed.postageMinor;
  const had = order.items.reduce((sum, one) => sum + one.couponMinor, order.postageCouponMinor);
  return {
    discountMinor: order.discountMinor + off,
    couponMinor: had + off,
    postageCouponMinor: order.postageCouponMinor + couponed.postageMinor,
    lines: order.items.flatMap(({ no, quantity, unitMinor, discountMinor, couponMinor }) => {
      const more = couponed.lines.get(no) ?? 0;
      const line = { no, quantity, unitMinor };
      return more > 0
        ? [{ ...line, discountMinor: discountMinor + more, couponMinor: couponMinor + more }]
        : [];
    }),
  };
};

/** The order as it would be, for its floors: what is off the whole order is divided anew. */
const after = (order: OrderFacts, amounts: ReturnType<typeof amountsOf>) => ({
  ...amounts,
  items: order.items.map((item) => ({ ...item, ...amounts.lines.find((l) => l.no === item.no) })),
});

async function planOf(tx: Tx, order: OrderFacts, couponId: string) {
  if (order.buyerId === null || !takesCoupons(order)) return refuse('coupon.order_unfit');
  const barred = allowedIn(order, 'coupon', ['placed']);
  if (barred) return barred;
  const holder = { buyerId: order.buyerId, shopId: order.shopId };
  const held = await holdCoupons(tx, holder, [couponId], await cartOfOrder(tx, order));
  if (isRefusal(held)) return held;
  const low = await belowFloor(tx, order, after(order, amountsOf(order, held)));
  return low ? refuse('coupon.does_not_fit', { why: 'floor' }) : held;
}

/** SHOP-10: puts a coupon of the buyer on an own order that waits for payment. What it gives was counted when it was given. */
export const applyCoupon = (actor: TeamActor, tx: Tx, input: InputOf<typeof offers.applyCoupon>) =>
  performAct(actor, tx, input, {
    endpoint: 'applyCoupon',
    permission: 'coupons.issue',
    kind: 'coupon_applied',
    check: (order) => planOf(tx, order, input.couponId),
    async effect(order, held) {
      const set = await setAmounts(actor, tx, order, amountsOf(order, held));
      const lost = await redeemCoupons(actor, tx, order.id, held);
      if (lost) return lost;
      const { discountMinor: fromMinor, totalMinor: before } = order;
      const offMinor = before - set.totalMinor;
      return {
        params: {
          couponId: input.couponId,
          fromMinor,
          toMinor: fromMinor + offMinor,
          totalMinor: set.totalMinor,
        },
      };
    },
  });
