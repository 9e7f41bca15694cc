import type { InputOf, storefront } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isId } from '../../kernel/ids.ts';
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
export async function ownOrder(actor: BuyerActor, tx: Tx, idOrNumber: string, lock: boolean) {
  const shopper = shopperOf(actor);
  if (isRefusal(shopper)) return shopper;
  const id = await idOf(tx, shopper.buyer, idOrNumber);
  const order = id && (await (lock ? orders.lockOrder : orders.orderFacts)(tx, id));
  if (!order || order.buyerId !== shopper.buyer || order.shopId !== shopper.shop)
    return refuse('order.not_found');
  return order;
}

/** Whether the sandbox may book a payment here: nothing is paid by it, so it never touches orders of a real shop. */
export const isSandbox = async (tx: Tx, shopId: string): Promise<boolean> =>
  (await sampleShopOf(tx))?.shop_id === shopId;

/** What of the shopper's balances may pay a part, while something is due. */
async function balancesFor(tx: Tx, order: orders.OrderFacts, sandbox: boolean) {
  if (!sandbox || order.dueMinor === 0 || order.onDelivery) return [];
  return (await orders.methodsOf(tx, order)).flatMap(({ id, label, balanceMinor }) =>
    balanceMinor ? [{ id, label, balanceMinor }] : [],
  );
}

async function show(tx: Tx, order: orders.OrderFacts, sandbox: boolean) {
  const parcels = await orders.trackedParcels(tx, order.id);
  return shopperOrder(order, parcels, sandbox, await balancesFor(tx, order, sandbox));
}

export async function shown(tx: Tx, orderId: string) {
  const order = await orders.orderFacts(tx, orderId);
  if (!order) throw new Error('an order vanished');
  return show(tx, order, await isSandbox(tx, order.shopId));
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

/** The goods have arrived, by the buyer's own word. */
export async function confirmReceipt(
  actor: BuyerActor,
  tx: Tx,
  { orderId }: InputOf<typeof storefront.confirmReceipt>,
) {
  const order = await ownOrder(actor, tx, orderId, true);
  if (isRefusal(order)) return order;
  const acted = await orders.carryOutAct(
    actor,
    tx,
    { orderId: order.id },
    orders.receiveAct(actor, tx),
  );
  return isRefusal(acted) ? acted : shown(tx, order.id);
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
    items.push(await show(tx, order, sandbox));
  }
  return { items, next: page.next };
}
