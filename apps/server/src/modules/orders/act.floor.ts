import { allocate, formatMoney } from '../../kernel/money.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { floorsOf } from '../catalog/index.ts';
import { firstParam } from './act.store.ts';
import type { OrderFacts, OrderItemFacts } from './facts.store.ts';

/** The price of an order as it would be. */
export interface PriceAfter {
  readonly discountMinor: number;
  readonly postageCouponMinor: number;
  readonly items: readonly Pick<
    OrderItemFacts,
    'no' | 'variantId' | 'title' | 'quantity' | 'unitMinor' | 'discountMinor'
  >[];
}

/** What is paid for each line: its own discount and its share of what is taken off the whole order are off. */
export function paidByLine({ items, discountMinor, postageCouponMinor }: PriceAfter): number[] {
  const nets = items.map((item) => item.quantity * item.unitMinor - item.discountMinor);
  const own = items.reduce((sum, item) => sum + item.discountMinor, 0);
  const common = Math.max(discountMinor - own - postageCouponMinor, 0);
  const shares = allocate(
    common,
    nets.map((net) => Math.max(net, 0)),
  );
  return nets.map((net, n) => net - (shares[n] ?? 0));
}

/** SHOP-10: no act lowers what is paid for a line below the floor of what is sold. */
export async function belowFloor(
  tx: Tx,
  order: Pick<OrderFacts, 'shopId' | 'currency'>,
  after: PriceAfter,
) {
  const sold = after.items.flatMap((item) => (item.variantId ? [item.variantId] : []));
  const floors = await floorsOf(tx, order.shopId, sold);
  const paid = paidByLine(after);
  for (const [n, item] of after.items.entries()) {
    const floorMinor = floors.get(item.variantId ?? '')?.floorMinor ?? null;
    if (floorMinor === null || (paid[n] ?? 0) >= floorMinor * item.quantity) continue;
    const floor = `${formatMoney(floorMinor, order.currency)} ${order.currency}`;
    return refuse('order.below_floor', { title: item.title, floor, lineNo: item.no });
  }
  return null;
}

/** What each line cost before anybody changed a price on this order. */
export async function goodsAsPlacedByLine(tx: Tx, order: OrderFacts): Promise<number[]> {
  const lines: number[] = [];
  for (const { no, quantity, unitMinor } of order.items) {
    const first = await firstParam(tx, order.id, 'price_changed', no);
    lines.push(quantity * Math.max(first ?? unitMinor, unitMinor));
  }
  return lines;
}

/** What the goods cost before anybody changed a price on this order: a person's floor is a share of this. */
export const goodsAsPlaced = async (tx: Tx, order: OrderFacts): Promise<number> =>
  (await goodsAsPlacedByLine(tx, order)).reduce((sum, minor) => sum + minor, 0);
