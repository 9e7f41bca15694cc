import type { TeamActor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { shopsSeen } from './acts.ts';
import { lockOrder, type OrderFacts } from './facts.store.ts';

/** Staff reach orders of their shops, a buyer the shop vouches for the own ones there, the product itself every order. */
function isReached(actor: TeamActor, order: OrderFacts, permission: string): boolean {
  if (actor.kind === 'buyer') {
    return actor.verified && actor.buyer === order.buyerId && actor.shop === order.shopId;
  }
  const shops = shopsSeen(actor, permission);
  return shops === null || shops.includes(order.shopId);
}

/** The order an act is about, locked until the transaction ends; a foreign one does not exist. */
export async function reachForAct(
  actor: TeamActor,
  tx: Tx,
  input: { readonly orderId: string; readonly expectedVersion?: number | undefined },
  permission: string,
): Promise<OrderFacts | Refusal<'order.not_found' | 'order.version_conflict'>> {
  const order = await lockOrder(tx, input.orderId);
  if (!order || !isReached(actor, order, permission)) return refuse('order.not_found');
  if (input.expectedVersion !== undefined && input.expectedVersion !== order.version) {
    return refuse('order.version_conflict', { version: order.version });
  }
  return order;
}
