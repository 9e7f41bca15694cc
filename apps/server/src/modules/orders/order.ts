import type { InputOf, orders } from '@guitai/contract';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { JsonText } from '../../kernel/answer.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { seesBuyer } from '../buyers/index.ts';
import { grantedOnOrder, shopsSeen } from './acts.ts';
import { readBuyerOrders } from './buyer-orders.store.ts';
import { lockReached, readCard, readOrders } from './order.store.ts';

/** Orders the reader may see, newest first. */
export async function listOrders(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.listOrders>,
) {
  const place = readCursor<[string, string]>('orders', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const shops = shopsSeen(actor, 'orders.read');
  const rows = await readOrders(tx, { ...input, shops, after: place, limit: limit + 1 });
  const page = pageOf('orders', rows, limit, (row) => [row.at, row.id]);
  const items = page.items.map((row) => row.summary).join(',');
  return new JsonText(`{"items":[${items}],"next":${JSON.stringify(page.next)}}`);
}

/** One order with everything on its card. Also the reply of every change. */
export async function getOrder(actor: Actor, tx: Tx, { orderId }: { orderId: string }) {
  const card = await readCard(tx, orderId, shopsSeen(actor, 'orders.read'), grantedOnOrder(actor));
  return card ?? refuse('order.not_found');
}

/** A buyer's orders as cards, newest first, with spend and means of payment. */
export async function listBuyerOrders(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.listBuyerOrders>,
) {
  const place = readCursor<[string, string]>('buyer-orders', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  if (!(await seesBuyer(actor, tx, input.buyerId))) return refuse('buyer.not_found');
  const limit = input.limit ?? 20;
  const found = await readBuyerOrders(tx, {
    buyerId: input.buyerId,
    shops: shopsSeen(actor, 'orders.read'),
    granted: grantedOnOrder(actor),
    after: place,
    limit,
  });
  const { next } = pageOf('buyer-orders', found.places, limit, (place) => [place.at, place.id]);
  return new JsonText(
    `{"items":${found.items},"next":${JSON.stringify(next)},"spend":${found.spend},"paymentMethods":${found.paymentMethods}}`,
  );
}

/** The order when the actor reaches it with the permission; locked until the transaction ends. */
export const reachOrder = async (actor: Actor, tx: Tx, orderId: string, permission: string) =>
  (await lockReached(tx, orderId, shopsSeen(actor, permission))) ?? refuse('order.not_found');
