import { refuse } from '../../kernel/refusal.ts';
import type { OrderFacts, OrderItemFacts } from './facts.store.ts';

export interface PickedLine {
  readonly lineNo: number;
  readonly quantity?: number | undefined;
}

export interface TakenLine {
  readonly item: OrderItemFacts;
  readonly quantity: number;
}

/** The lines somebody named, with how many pieces; each once, none beyond what the order has. */
export function linesPicked(items: readonly OrderItemFacts[], picked: readonly PickedLine[]) {
  const taken: TakenLine[] = [];
  for (const { lineNo, quantity } of picked) {
    const item = items.find((one) => one.no === lineNo);
    if (!item || (quantity ?? 1) > item.quantity) {
      return refuse('order.line_not_found', { lineNo, quantity: quantity ?? null });
    }
    if (taken.some((one) => one.item.no === lineNo)) return refuse('order.line_twice', { lineNo });
    taken.push({ item, quantity: quantity ?? item.quantity });
  }
  return taken;
}

/** Whether these are all pieces of all lines. */
export const isWhole = (items: readonly OrderItemFacts[], taken: readonly TakenLine[]): boolean =>
  items.length === taken.length && taken.every(({ item, quantity }) => quantity === item.quantity);

/** `part` of `whole` of an amount, rounded down: what is left over stays with what remains. */
export const shareOf = (amountMinor: number, part: number, whole: number): number =>
  whole === 0 ? 0 : Number((BigInt(amountMinor) * BigInt(part)) / BigInt(whole));

const netOf = (item: OrderItemFacts): number => item.quantity * item.unitMinor - item.discountMinor;

type Priced = Pick<OrderFacts, 'items' | 'discountMinor' | 'goodsMinor' | 'postageCouponMinor'>;

/** The share of what was taken off the whole order that goes with goods of this net worth; nothing where none go. */
export function commonShare(
  { items, discountMinor, postageCouponMinor }: Omit<Priced, 'goodsMinor'>,
  goneMinor: number,
) {
  const own = items.reduce((sum, item) => sum + item.discountMinor, 0);
  const net = items.reduce((sum, item) => sum + netOf(item), 0);
  const common = Math.max(discountMinor - own - postageCouponMinor, 0);
  return net > 0 ? shareOf(common, Math.max(goneMinor, 0), net) : 0;
}

/**
 * The parts of the price without the lines taken away: their goods, their own discounts, and their share of what was taken
 * off the whole order, so that a discount for many things is not left on the few that remain.
 */
export function amountsWithout(order: Priced, taken: readonly TakenLine[]) {
  const lines = taken.map(({ item, quantity }) => ({
    item,
    quantity,
    goodsMinor: quantity * item.unitMinor,
    ownMinor: shareOf(item.discountMinor, quantity, item.quantity),
    couponMinor: shareOf(item.couponMinor, quantity, item.quantity),
  }));
  const goodsGone = lines.reduce((sum, line) => sum + line.goodsMinor, 0);
  const ownGone = lines.reduce((sum, line) => sum + line.ownMinor, 0);
  const commonGone = commonShare(order, goodsGone - ownGone);
  return {
    goodsMinor: order.goodsMinor - goodsGone,
    discountMinor: order.discountMinor - ownGone - commonGone,
    couponLessMinor: lines.reduce((sum, line) => sum + line.couponMinor, 0),
    lines: lines
      .filter(({ item, quantity }) => quantity < item.quantity)
      .map(({ item, quantity, ownMinor, couponMinor }) => ({
        no: item.no,
        quantity: item.quantity - quantity,
        unitMinor: item.unitMinor,
        discountMinor: item.discountMinor - ownMinor,
        couponMinor: item.couponMinor - couponMinor,
      })),
    gone: lines.filter(({ item, quantity }) => quantity === item.quantity).map((l) => l.item.no),
  };
}
