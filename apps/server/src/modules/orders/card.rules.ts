import type { cards, Static } from '@guitai/contract';
import type { OrderFacts } from './facts.store.ts';

export type CardOrder = Static<typeof cards.CardOrder>;

/**
 * The order as a card in a chat shows it. A card knows goods, discount and postage: what a source added or took without
 * saying why counts as postage or discount there, so that the sums on the card are right.
 */
export function cardOf(order: Omit<OrderFacts, 'card'>): CardOrder {
  const { adjustmentMinor } = order;
  return {
    id: order.id,
    number: order.number,
    state: order.status,
    currency: order.currency,
    itemsMinor: order.goodsMinor,
    discountMinor: order.discountMinor - Math.min(adjustmentMinor, 0),
    postageMinor: order.postageMinor + Math.max(adjustmentMinor, 0),
    totalMinor: order.totalMinor,
    placedAt: order.placedAt,
    url: order.url,
    items: order.items.map((item) => ({
      title: item.title,
      variant: Object.values(item.options).join(' / ').slice(0, 300),
      sku: item.sku,
      imageUrl: item.pictureUrl,
      quantity: item.quantity,
      unitMinor: item.unitMinor,
    })),
  };
}
