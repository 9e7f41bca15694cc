import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from '../orders/index.ts';
import type { OrderRules } from '../shops/index.ts';
import { arrivedAt, type Offer, offersOf } from './ground.store.ts';
import type { Ground } from './proposal.rules.ts';

/** What every decision about after-sales of an order looks at. */
export interface Standing {
  readonly rules: OrderRules;
  readonly ground: Ground;
  readonly offers: readonly Offer[];
}

const day = 86_400_000;

/** Other variants of a line's product that are on sale and there. */
export const othersOf = (
  offers: readonly Offer[],
  item: { readonly productId: string | null; readonly variantId: string | null },
): readonly Offer[] =>
  offers.filter(
    (offer) =>
      offer.productId === item.productId && offer.variantId !== item.variantId && offer.available,
  );

/** The shop's rules, the order's age and what could be had instead; of one line or of all. */
export async function standingOf(
  tx: Tx,
  order: OrderFacts,
  rules: OrderRules,
  lineNo?: number,
): Promise<Standing> {
  const items = order.items.filter((item) => lineNo === undefined || item.no === lineNo);
  const products = items.flatMap((item) => item.productId ?? []);
  const offers = await offersOf(tx, order.shopId, [...new Set(products)]);
  const arrived = await arrivedAt(tx, order.id);
  const days = arrived ? Math.max((now().getTime() - arrived.getTime()) / day, 0) : 0;
  const hasOtherVariant = items.some((item) => othersOf(offers, item).length > 0);
  return { rules, ground: { status: order.status, days, hasOtherVariant }, offers };
}
