import type { InputOf, storefront } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { offersOf, type Wanted } from '../catalog/index.ts';
import {
  cartOf as couponCart,
  holdCoupons,
  postageOf,
  redeemCoupons,
  settingsOf,
} from '../offers/index.ts';
import * as orders from '../orders/index.ts';
import { sampleShopOf } from '../sample/index.ts';
import { findShop } from '../shops/index.ts';
import { cartOf, shopperOrder } from './order.rules.ts';

/** A buyer the shop has vouched for. */
type Shopper = BuyerActor & { readonly buyer: string };

export const shopperOf = (actor: BuyerActor): Shopper | Refusal<'visitor.identity_needed'> =>
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
  const items = cartOf(input.items);
  const postageMinor = await postageFor(tx, shopper.shop, items);
  let held: Held | null = null;
  const placed = await orders.placeOrder(actor, tx, {
    shopId: shopper.shop,
    buyerId: shopper.buyer,
    items,
    address: input.address,
    note: input.note ?? '',
    postageMinor,
    pages: '/shop/orders/',
    couponed: async (lines) => {
      const result = await hold(tx, shopper, input.couponIds ?? [], lines, postageMinor);
      if (isRefusal(result)) return result;
      held = result;
      return result.couponed;
    },
  });
  if (isRefusal(placed)) return placed;
  const lost = held && (await redeemCoupons(actor, tx, placed.orderId, held));
  return lost ?? shown(tx, placed.orderId);
}

type Held = Exclude<Awaited<ReturnType<typeof holdCoupons>>, { code: string }>;

/** What the cart pays for sending, by the prices of this moment. */
export async function postageFor(tx: Tx, shopId: string, items: readonly Wanted[]) {
  const settings = await settingsOf(tx, shopId);
  if (settings.postageMinor === 0) return 0;
  const offered = await offersOf(
    tx,
    shopId,
    items.map((item) => item.variantId),
  );
  const goods = items.reduce(
    (sum, item) => sum + (offered.get(item.variantId)?.priceMinor ?? 0) * item.quantity,
    0,
  );
  return postageOf(settings, goods);
}

async function hold(
  tx: Tx,
  { buyer, shop }: Shopper,
  couponIds: readonly string[],
  lines: readonly orders.PlacedLine[],
  postageMinor: number,
) {
  const bare = lines.map((line) => ({ ...line, netMinor: line.priceMinor * line.quantity }));
  const cart = await couponCart(tx, shop, bare, postageMinor);
  return holdCoupons(tx, { buyerId: buyer, shopId: shop }, couponIds, cart);
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
