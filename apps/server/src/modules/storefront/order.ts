import type { InputOf, storefront } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import * as orders from '../orders/index.ts';
import { sampleShopOf } from '../sample/index.ts';
import { findShop } from '../shops/index.ts';
import { cartOf, shopperOrder } from './order.rules.ts';

/** A buyer the shop has vouched for. */
type Shopper = BuyerActor & { readonly buyer: string };

const shopperOf = (actor: BuyerActor): Shopper | Refusal<'visitor.identity_needed'> =>
  actor.verified && actor.buyer !== null
    ? { ...actor, buyer: actor.buyer }
    : refuse('visitor.identity_needed');

/** The id behind an id or a number of the buyer's own; null when there is none. */
async function idOf(tx: Tx, buyer: string, idOrNumber: string): Promise<string | null> {
  if (isId(idOrNumber)) return idOrNumber;
  return (await orders.ordersByNumber(tx, [idOrNumber], buyer))[0]?.id ?? null;
}

/** The shopper's own order in this shop; anybody else's does not exist. */
async function ownOrder(actor: BuyerActor, tx: Tx, idOrNumber: string, lock: boolean) {
  const shopper = shopperOf(actor);
  if (isRefusal(shopper)) return shopper;
  const id = await idOf(tx, shopper.buyer, idOrNumber);
  const order = id && (await (lock ? orders.lockOrder : orders.orderFacts)(tx, id));
  if (!order || order.buyerId !== shopper.buyer || order.shopId !== shopper.shop)
    return refuse('order.not_found');
  return order;
}

/** Whether the sandbox may book a payment here: nothing is paid by it, so it never touches orders of a real shop. */
const isSandbox = async (tx: Tx, shopId: string): Promise<boolean> =>
  (await sampleShopOf(tx))?.shop_id === shopId;

async function shown(tx: Tx, orderId: string) {
  const order = await orders.orderFacts(tx, orderId);
  if (!order) throw new Error('an order vanished');
  const parcels = await orders.trackedParcels(tx, orderId);
  return shopperOrder(order, parcels, await isSandbox(tx, order.shopId));
}

/** Orders the cart: prices are the server's, stock is taken in the same transaction, all or nothing. */
export async function placeOrder(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof storefront.placeOrder>,
) {
  const shopper = shopperOf(actor);
  if (isRefusal(shopper)) return shopper;
  // A shop that sells elsewhere is only mirrored here: its stock and its orders are made there.
  const shop = await findShop(tx, shopper.shop);
  if (shop?.kind !== 'built-in') return refuse('variant.not_found');
  const placed = await orders.placeOrder(actor, tx, {
    shopId: shopper.shop,
    buyerId: shopper.buyer,
    items: cartOf(input.items),
    address: input.address,
    note: input.note ?? '',
    pages: '/shop/orders/',
  });
  return isRefusal(placed) ? placed : shown(tx, placed.orderId);
}

/** Plays the payment service. A refused payment and one walked away from change nothing. */
export async function payOrder(
  actor: BuyerActor,
  tx: Tx,
  { orderId, outcome }: InputOf<typeof storefront.payOrder>,
) {
  const order = await ownOrder(actor, tx, orderId, true);
  if (isRefusal(order)) return order;
  if (order.dueMinor === 0 || !(await isSandbox(tx, order.shopId)))
    return refuse('order.not_payable', { status: order.status });
  if (outcome === 'fail') return refuse('storefront.payment_failed');
  if (outcome === 'succeed') {
    const reference = `sandbox-${newId()}`;
    const paid = await orders.payOrder(actor, tx, { orderId, kind: 'sandbox', reference });
    if (isRefusal(paid)) return paid;
  }
  return shown(tx, orderId);
}

/** The shopper's own order with its parcels. */
export async function getShopperOrder(
  actor: BuyerActor,
  tx: Tx,
  { orderId }: InputOf<typeof storefront.getShopperOrder>,
) {
  const order = await ownOrder(actor, tx, orderId, false);
  if (isRefusal(order)) return order;
  return shown(tx, order.id);
}

/** The shopper's own orders in this shop, newest first. */
export async function listShopperOrders(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof storefront.listShopperOrders>,
) {
  const shopper = shopperOf(actor);
  if (isRefusal(shopper)) return shopper;
  const place = readCursor<[string, string]>('shopper-orders', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = Math.min(input.limit ?? 20, 50);
  const rows = await orders.buyerOrderFacts(tx, shopper.buyer, limit + 1, place);
  const page = pageOf('shopper-orders', rows, limit, (row) => [row.sortAt, row.id]);
  const sandbox = await isSandbox(tx, shopper.shop);
  const items = [];
  for (const order of page.items) {
    if (order.shopId !== shopper.shop) continue;
    items.push(shopperOrder(order, await orders.trackedParcels(tx, order.id), sandbox));
  }
  return { items, next: page.next };
}
