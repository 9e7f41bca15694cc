import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { buyerFacts, matchedWith } from '../buyers/index.ts';
import { type ConversationFacts, conversationFacts } from '../conversations/index.ts';
import { lockOrder, type OrderFacts } from '../orders/index.ts';

/** A conversation and an order of its buyer, the order's row locked until the transaction ends. */
export interface AtCounter {
  readonly conversation: ConversationFacts;
  readonly order: OrderFacts;
}

type ServeCode = 'conversation.not_found' | 'access.denied' | 'care.buyer_blocked';
type CounterCode = ServeCode | 'order.not_found' | 'care.foreign_order' | 'care.buyer_unproven';

/** The conversation, when the actor may act there and its buyer is not blocked. Unlocked: `postCard` locks it. */
export async function conversationToServe(
  actor: StaffActor,
  tx: Tx,
  id: string,
  permission: string,
): Promise<ConversationFacts | Refusal<ServeCode>> {
  const conversation = await conversationFacts(tx, id);
  if (!conversation) return refuse('conversation.not_found');
  const thing = { shop: conversation.shopId, holder: conversation.assigneeId };
  if (can(actor, 'conversations.read', thing) !== 'yes') return refuse('conversation.not_found');
  if (can(actor, permission, thing) !== 'yes') return refuse('access.denied', { permission });
  const buyer = await buyerFacts(tx, conversation.buyerId);
  return buyer?.blocked ? refuse('care.buyer_blocked') : conversation;
}

/**
 * What an act on an order while chatting starts from: permission and scope on the conversation, sight of the order, and
 * the order belonging to the buyer one is talking to. A match stated by a colleague is not enough to send order data.
 * The order is locked before the conversation, everywhere in this module.
 */
export async function atCounter(
  actor: StaffActor,
  tx: Tx,
  input: { readonly conversationId: string; readonly orderId: string },
  permission: string,
): Promise<AtCounter | Refusal<CounterCode>> {
  const conversation = await conversationToServe(actor, tx, input.conversationId, permission);
  if (isRefusal(conversation)) return conversation;
  const order = await lockOrder(tx, input.orderId);
  if (!order || can(actor, 'orders.read', { shop: order.shopId }) !== 'yes')
    return refuse('order.not_found');
  if (order.buyerId === conversation.buyerId) return { conversation, order };
  const matched = await matchedWith(tx, conversation.buyerId);
  const isMatch = order.buyerId !== null && matched === order.buyerId;
  return refuse(isMatch ? 'care.buyer_unproven' : 'care.foreign_order');
}
