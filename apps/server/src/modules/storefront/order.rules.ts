import type { ReplyOf, storefront } from '@guitai/contract';
import type { OrderFacts, Track } from '../orders/index.ts';

type ShopperOrder = ReplyOf<typeof storefront.getShopperOrder>;

/** One line for each variant: a cart that names a thing twice wants the sum. */
export function cartOf(
  items: readonly { readonly variantId: string; readonly quantity: number }[],
): { variantId: string; quantity: number }[] {
  const sums = new Map<string, number>();
  for (const { variantId, quantity } of items)
    sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity }));
}

const moments = (order: OrderFacts, parcels: Track['parcels']) => [
  { code: 'placed', at: order.placedAt },
  { code: 'paid', at: order.paidAt },
  {
    code: 'shipped',
    at: parcels.map((parcel) => parcel.events.at(-1)?.at ?? null).sort()[0] ?? null,
  },
  {
    code: 'delivered',
    at:
      parcels
        .map((parcel) => parcel.deliveredAt)
        .sort()
        .at(-1) ?? null,
  },
];

/** An order as its own buyer sees it; the address is theirs, so it stands uncovered. */
export const shopperOrder = (
  order: OrderFacts,
  parcels: Track['parcels'],
  sandbox: boolean,
  balances: ShopperOrder['balances'],
): ShopperOrder => ({
  id: order.id,
  number: order.number,
  state: order.status,
  currency: order.currency,
  itemsMinor: order.goodsMinor,
  discountMinor: order.card.discountMinor,
  postageMinor: order.card.postageMinor,
  totalMinor: order.totalMinor,
  paidMinor: order.paidMinor,
  refundedMinor: order.refundedMinor,
  dueMinor: order.dueMinor,
  onDelivery: order.onDelivery,
  balances,
  placedAt: order.placedAt ?? new Date(0).toISOString(),
  address: order.address,
  items: order.items.map((item) => ({
    productId: item.productId,
    title: item.title,
    variant: Object.values(item.options).join(' / ').slice(0, 300),
    imageUrl: item.pictureUrl,
    quantity: item.quantity,
    unitMinor: item.unitMinor,
  })),
  parcels: parcels.map((parcel) => ({
    id: parcel.id,
    carrier: parcel.carrierName || parcel.carrier,
    number: parcel.number,
    state: parcel.status,
    steps: parcel.events.flatMap(({ at, text, place }) =>
      at === null ? [] : [{ at, text, place }],
    ),
  })),
  timeline: moments(order, parcels)
    .flatMap(({ code, at }) => (at === null ? [] : [{ code, at }]))
    .sort((a, b) => (a.at < b.at ? -1 : 1)),
  can: [
    ...(sandbox && order.dueMinor > 0 && !order.onDelivery ? ['payOrder'] : []),
    ...(order.status === 'shipped' || order.status === 'delivered' ? ['confirmReceipt'] : []),
  ],
});
