import type { Tx } from '../../kernel/tx.ts';
import { floorsOf } from '../catalog/index.ts';
import { recentOf } from '../conversations/index.ts';
import { buyerOrderFacts, type OrderFacts } from '../orders/index.ts';
import { cartOfOrder } from './cart.order.ts';
import { cartOf } from './fit.ts';
import { type Judged, judge, type Known } from './judge.rules.ts';
import { cheapestOf } from './judge.store.ts';
import type { TemplateRow } from './template.store.ts';
import { leastLeft } from './terms.rules.ts';

const lookedBack = 40;

/** An own order that waits for payment and that nobody has paid anything for. */
export const isOpenOrder = (order: OrderFacts, shopId: string): boolean =>
  order.shopId === shopId &&
  order.source === 'own' &&
  order.status === 'placed' &&
  order.paidMinor === 0;

/** The buyer's newest order of a shop that waits for payment. */
export const newestOpenOrder = async (tx: Tx, shopId: string, buyerId: string) =>
  (await buyerOrderFacts(tx, buyerId, 5)).find((order) => isOpenOrder(order, shopId)) ?? null;

/** The product shown last in a conversation. */
async function productShown(tx: Tx, conversationId: string): Promise<string[]> {
  const { messages } = await recentOf(tx, conversationId, lookedBack);
  const card = messages.find((one) => one.card?.type === 'product')?.card;
  return card ? [card.id] : [];
}

/** One piece of each product, the cheapest of its kind; a bundle as it stands. */
async function piecesOf(tx: Tx, { shopId, terms }: TemplateRow, shown: readonly string[]) {
  const bundle = terms.bundle.map(({ variantId, quantity }, n) => ({ no: n, variantId, quantity }));
  const ids = terms.scope === 'products' ? terms.productIds : shown;
  const single = (await cheapestOf(tx, shopId, ids)).map((variantId, n) => ({
    ...{ no: n, variantId, quantity: 1 },
  }));
  const wanted = terms.kind === 'bundle' ? bundle : single;
  const prices = await floorsOf(
    tx,
    shopId,
    wanted.map(({ variantId }) => variantId),
  );
  const priced = wanted.map((line) => ({
    ...line,
    netMinor: (prices.get(line.variantId)?.listMinor ?? 0) * line.quantity,
  }));
  const { lines } = await cartOf(tx, shopId, priced, 0);
  return terms.kind === 'bundle' ? [lines] : lines.map((line) => [line]);
}

/** A coupon's judgement, with the order it counts on where one is open. */
export interface Weighing extends Judged {
  readonly orderId: string | null;
}

/** What is talked about: the open order of the buyer, else what the coupon is for, else the product shown last. */
export async function weighCoupon(
  tx: Tx,
  template: TemplateRow,
  {
    buyerId,
    conversationId,
  }: { readonly buyerId: string; readonly conversationId?: string | undefined },
): Promise<Weighing> {
  if (
    conversationId === undefined &&
    template.terms.scope !== 'products' &&
    template.terms.kind !== 'bundle'
  )
    return { floor: leastLeft(template.terms), below: false, orderId: null };
  const order =
    conversationId === undefined ? null : await newestOpenOrder(tx, template.shopId, buyerId);
  if (order) {
    const cart = await cartOfOrder(tx, order);
    const known: Known = { carts: [cart.lines], postageMinor: cart.postageMinor };
    return { ...judge(template, known), orderId: order.id };
  }
  const shown = conversationId === undefined ? [] : await productShown(tx, conversationId);
  const carts = await piecesOf(tx, template, shown);
  return { ...judge(template, { carts, postageMinor: 0 }), orderId: null };
}
