import type { Tx } from '../../kernel/tx.ts';
import { givenOnOrder } from '../access/index.ts';
import { goodsAsPlacedByLine, type OrderFacts, paidByLine } from '../orders/index.ts';
import { type Cart, cartOf } from './fit.ts';

/** What of an order coupons may still take off: what is paid for each line and for the postage now, and what was given on it. */
export async function cartOfOrder(tx: Tx, order: OrderFacts): Promise<Cart> {
  const { id, shopId, currency } = order;
  const paid = paidByLine(order);
  const asPlaced = await goodsAsPlacedByLine(tx, order);
  const lines = order.items.map(({ no, variantId, quantity }, n) => ({
    ...{ no, variantId, quantity, baseMinor: asPlaced[n] ?? 0 },
    netMinor: Math.max(paid[n] ?? 0, 0),
  }));
  const cart = await cartOf(tx, shopId, lines, order.postageMinor - order.postageCouponMinor);
  const given = await givenOnOrder(tx, { action: 'coupon', shopId, currency }, id);
  return { ...cart, orderId: id, given };
}
