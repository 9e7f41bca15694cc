import type { cards, care, InputOf, Static } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { cardOfProduct, productFacts } from '../catalog/index.ts';
import { type ConversationFacts, postCard } from '../conversations/index.ts';
import { type OrderFacts, trackedParcels } from '../orders/index.ts';
import { keepOrderCard } from './act-card.store.ts';
import { atCounter, conversationToServe } from './counter.ts';
import { cardSent } from './events.ts';
import { tellSent } from './sent.ts';
import { cardOfParcel, parcelToShow } from './tracking.rules.ts';

type Card = Static<typeof cards.Card>;
type What = Parameters<typeof tellSent>[5];

async function send(
  actor: StaffActor,
  tx: Tx,
  conversation: ConversationFacts,
  card: Card,
  what: What,
  order: OrderFacts | null = null,
) {
  const message = await postCard(actor, tx, { conversationId: conversation.id, card });
  if (isRefusal(message)) return message;
  tellSent(actor, tx, cardSent, conversation, message, what, order);
  if (card.type === 'order') {
    const kept = { orderId: card.id, conversationId: conversation.id, messageId: message.id };
    await keepOrderCard(tx, kept);
  }
  return message;
}

/** Shows the buyer one of their orders. */
export async function sendOrderCard(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof care.sendOrderCard>,
) {
  const met = await atCounter(actor, tx, input, 'conversations.reply');
  if (isRefusal(met)) return met;
  const { conversation, order } = met;
  const card = { type: 'order', id: order.id, order: order.card } as const;
  const what = { card: 'order', orderId: order.id, productId: null } as const;
  return send(actor, tx, conversation, card, what, order);
}

/** SHOP-08: shows the buyer where a parcel is, as known now. */
export async function sendTrackingCard(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof care.sendTrackingCard>,
) {
  const met = await atCounter(actor, tx, input, 'conversations.reply');
  if (isRefusal(met)) return met;
  const { conversation, order } = met;
  const parcel = parcelToShow(await trackedParcels(tx, order.id), input.parcelId);
  if (!parcel) return refuse('parcel.not_found');
  const what = { card: 'tracking', orderId: order.id, productId: null } as const;
  return send(actor, tx, conversation, cardOfParcel(order.number, parcel), what, order);
}

/** SHOP-09: shows the buyer a product of the shop they are talking to. */
export async function sendProductCard(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof care.sendProductCard>,
) {
  const { conversationId, productId } = input;
  const conversation = await conversationToServe(actor, tx, conversationId, 'conversations.reply');
  if (isRefusal(conversation)) return conversation;
  const product = await productFacts(tx, productId);
  if (!product || can(actor, 'catalog.read', { shop: product.shopId }) !== 'yes')
    return refuse('product.not_found');
  if (product.shopId !== conversation.shopId) return refuse('care.product_of_other_shop');
  const what = { card: 'product', orderId: null, productId: product.id } as const;
  return send(actor, tx, conversation, cardOfProduct(product), what);
}
