import type { channels, InputOf } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerOrderFacts } from '../orders/index.ts';

/** BOT-03: the orders of a buyer this shop has vouched for, placed in this shop, newest first. */
export async function listChatOrders(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof channels.listChatOrders>,
) {
  if (!actor.verified || actor.buyer === null) return refuse('visitor.identity_needed');
  const place = readCursor<[string, string]>('chat-orders', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = Math.min(input.limit ?? 20, 50);
  const rows = await buyerOrderFacts(tx, actor.buyer, limit + 1, place);
  const page = pageOf('chat-orders', rows, limit, (row) => [row.sortAt, row.id]);
  const own = page.items.filter((order) => order.shopId === actor.shop);
  return { items: own.map((order) => order.card), next: page.next };
}
