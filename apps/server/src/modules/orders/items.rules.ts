import type { Offer } from '../catalog/index.ts';
import { commonShare, shareOf } from './cancel.rules.ts';
import type { OrderFacts, OrderItemFacts } from './facts.store.ts';

/** A line as it shall be. */
export interface NewLine {
  readonly item: OrderItemFacts;
  readonly variantId: string;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly discountMinor: number;
  /** A coupon gives no more for more pieces, and nothing for what it was not given for. */
  readonly couponMinor: number;
  /** The new variant; null where only the quantity changes. */
  readonly offer: Offer | null;
  /** What a piece costs today, where the shop still offers it. */
  readonly listMinor: number;
}

/** The line with another variant or quantity: the same variant keeps the price it was bought at, a discount its share. */
export function newLine(
  item: OrderItemFacts,
  offer: Offer | null,
  quantity: number,
  listMinor: number = item.unitMinor,
): NewLine {
  const unitMinor = offer ? offer.priceMinor : item.unitMinor;
  const other = offer !== null && offer.productId !== item.productId;
  const couponMinor = other
    ? 0
    : Math.min(
        shareOf(item.couponMinor, Math.min(quantity, item.quantity), item.quantity),
        unitMinor * quantity,
      );
  const plain = shareOf(item.discountMinor - item.couponMinor, quantity, item.quantity);
  return {
    item,
    variantId: offer?.variantId ?? item.variantId ?? '',
    quantity,
    unitMinor,
    discountMinor: couponMinor + Math.min(plain, unitMinor * quantity - couponMinor),
    couponMinor,
    offer,
    listMinor: offer?.priceMinor ?? listMinor,
  };
}

/** What a line gives away by its price: pieces added below today's price, and what its discount grows by. */
const givenOn = ({ item, quantity, unitMinor, discountMinor, listMinor }: NewLine): number =>
  Math.max(listMinor - unitMinor, 0) * Math.max(quantity - item.quantity, 0) +
  Math.max(discountMinor - item.discountMinor, 0);

/** What a change of lines gives away by their prices, with the line that goes lowest below today's price for the floor. */
export function priceGiven(lines: readonly NewLine[]) {
  const giving = lines.filter((line) => givenOn(line) > 0);
  const share = (line: NewLine) => line.unitMinor / Math.max(line.listMinor, 1);
  const [lowest] = giving.sort((a, b) => share(a) - share(b));
  return {
    amountMinor: giving.reduce((sum, line) => sum + givenOn(line), 0),
    resultMinor: lowest?.unitMinor ?? 0,
    baseMinor: lowest?.listMinor ?? 0,
  };
}

const goodsOf = (line: { quantity: number; unitMinor: number }) => line.quantity * line.unitMinor;

/**
 * The parts of the price with the lines changed; what becomes less takes its share off the order's common discount, as
 * cancelled lines do.
 */
export function amountsWith(
  order: Pick<OrderFacts, 'goodsMinor' | 'discountMinor' | 'items' | 'postageCouponMinor'>,
  lines: readonly NewLine[],
) {
  const goods = lines.reduce((sum, line) => sum + goodsOf(line) - goodsOf(line.item), 0);
  const own = lines.reduce((sum, line) => sum + line.discountMinor - line.item.discountMinor, 0);
  const discount = own - commonShare(order, own - goods);
  return {
    goodsMinor: order.goodsMinor + goods,
    discountMinor: order.discountMinor + discount,
    differenceMinor: goods - discount,
    couponLessMinor: lines.reduce((sum, line) => sum + line.item.couponMinor - line.couponMinor, 0),
    lines: lines.map(({ item, quantity, unitMinor, discountMinor, couponMinor }) => ({
      no: item.no,
      quantity,
      unitMinor,
      discountMinor,
      couponMinor,
    })),
  };
}

/** What is taken from stock and what goes back, each piece once: of a variant that stays only the difference moves. */
export function stockMoves(lines: readonly NewLine[]) {
  const take = new Map<string, number>();
  const back = new Map<string, number>();
  const add = (to: Map<string, number>, id: string, n: number) => {
    if (n > 0) to.set(id, (to.get(id) ?? 0) + n);
  };
  for (const { item, variantId, quantity, offer } of lines) {
    if (offer) add(take, variantId, quantity);
    else add(take, variantId, quantity - item.quantity);
    const returned = offer ? item.quantity : item.quantity - quantity;
    if (item.variantId) add(back, item.variantId, returned);
  }
  const listOf = (of: Map<string, number>) =>
    [...of].map(([variantId, quantity]) => ({ variantId, quantity }));
  return { take: listOf(take), back: listOf(back) };
}
