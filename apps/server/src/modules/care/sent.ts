import type { care, Static } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import type { ConversationFacts } from '../conversations/index.ts';
import type { OrderFacts } from '../orders/index.ts';
import type { cardSent, reminderSent } from './events.ts';

/** Products of an order's lines, each once. */
export const productsOf = ({ items }: OrderFacts): string[] => [
  ...new Set(items.flatMap(({ productId }) => productId ?? [])),
];

type Sent = Static<(typeof care.careEvents)['card.sent']>;

/** Says and puts on record that a card went to a buyer. */
export function tellSent(
  actor: TeamActor,
  tx: Tx,
  event: typeof cardSent | typeof reminderSent,
  conversation: ConversationFacts,
  message: { readonly id: string; readonly seq: number },
  what: Pick<Sent, 'card' | 'orderId' | 'productId'>,
  order: OrderFacts | null = null,
): void {
  const { id: conversationId, shopId, buyerId } = conversation;
  const { id: messageId, seq } = message;
  const productIds = order ? productsOf(order) : what.productId ? [what.productId] : [];
  emit(tx, event, {
    subject: messageId,
    topic: conversationId,
    reach: { shop: shopId },
    actor,
    data: { conversationId, messageId, buyerId, shopId, ...what, productIds, seq },
  });
  const subject = what.orderId
    ? { kind: 'order', id: what.orderId }
    : { kind: 'product', id: what.productId ?? '' };
  record(tx, actor, { action: event.type, subject, after: what, shop: shopId });
}
