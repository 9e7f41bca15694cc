/** What goods of an order are worth to their buyer, in whole minor units. */
interface Item {
  readonly quantity: number;
  readonly unitMinor: number;
  readonly discountMinor: number;
}

interface Priced<I extends Item> {
  readonly goodsMinor: number;
  readonly discountMinor: number;
  readonly adjustmentMinor: number;
  /** What of the discount was for the postage and takes nothing off the goods. */
  readonly postageCouponMinor?: number;
  readonly items: readonly I[];
}

/**
 * What was paid for a whole line: its own discount where the lines explain the order's discount, else its share of the
 * order's, by price. Never rounded up, so that the lines together never exceed what the goods cost.
 */
export function paidForLine<I extends Item>(order: Priced<I>, item: I): number {
  const gross = item.quantity * item.unitMinor;
  const own = order.items.reduce((sum, one) => sum + one.discountMinor, 0);
  const goodsDiscount = order.discountMinor - (order.postageCouponMinor ?? 0);
  const rest = goodsDiscount - own - Math.min(order.adjustmentMinor, 0);
  const net = gross - item.discountMinor;
  const netGoods = order.goodsMinor - own;
  if (rest <= 0 || netGoods <= 0) return Math.max(net, 0);
  return Math.max(Math.floor(net - share(rest, net, netGoods)), 0);
}

/** `amount × part / whole`, rounded up, without losing digits. */
const share = (amount: number, part: number, whole: number): number =>
  Number((BigInt(amount) * BigInt(Math.max(part, 0)) + BigInt(whole) - 1n) / BigInt(whole));

/** What was paid for some pieces of a line, rounded down; all of them are the whole line. */
export const paidForPieces = <I extends Item>(order: Priced<I>, item: I, quantity: number) =>
  Number((BigInt(paidForLine(order, item)) * BigInt(quantity)) / BigInt(item.quantity));

/** What the new goods cost more (above zero: the buyer pays) or less (below: the shop pays back) than the old ones. */
export const differenceOf = (
  lines: readonly {
    readonly quantity: number;
    readonly unitMinor: number;
    readonly newUnitMinor: number | null;
  }[],
): number =>
  lines.reduce(
    (sum, line) => sum + line.quantity * ((line.newUnitMinor ?? line.unitMinor) - line.unitMinor),
    0,
  );

/** What a fallen price gives back for a line; nothing when it rose. */
export const protectedMinor = (paidMinor: number, nowUnitMinor: number, quantity: number) =>
  Math.max(paidMinor - nowUnitMinor * quantity, 0);
