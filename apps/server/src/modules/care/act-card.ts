import type { orders as contract, Static } from '@guitai/contract';
import type { ActorRef, Locale, TeamActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { staffById } from '../access/index.ts';
import { buyerFacts } from '../buyers/index.ts';
import {
  conversationFacts,
  newestConversationOf,
  postCard,
  updateCard,
} from '../conversations/index.ts';
import type { OrderFacts } from '../orders/index.ts';
import { findShop } from '../shops/index.ts';
import { actCard } from './act-card.rules.ts';
import { keepActCard, type Standing } from './act-card.store.ts';

type Acted = Static<typeof contract.OrderActedEvent>;

const isLocale = (text: string | null): text is Locale =>
  text === 'zh-CN' || text === 'zh-TW' || text === 'en';

/** The language the buyer reads: the own, else the shop's. */
async function localeOf(tx: Tx, order: OrderFacts, own: string | null): Promise<Locale> {
  if (isLocale(own)) return own;
  return (await findShop(tx, order.shopId))?.locale ?? 'zh-CN';
}

/**
 * Where the card goes: to where it was done, if that is the buyer's; else to the newest conversation there. What the product
 * does by itself stirs no conversation that is over.
 */
async function placeOf(
  tx: Tx,
  order: OrderFacts,
  { conversationId: named, byItself }: { conversationId: string | null; byItself: boolean },
): Promise<string | null> {
  if (order.buyerId === null) return null;
  const given = named === null ? null : await conversationFacts(tx, named);
  if (given && given.buyerId === order.buyerId && given.state !== 'spam') return given.id;
  const newest = await newestConversationOf(tx, { buyerId: order.buyerId, shopId: order.shopId });
  return newest && !(byItself && newest.state === 'resolved') ? newest.id : null;
}

/** In the name of the member who did it, as far as they may speak there; else in the shop's. */
async function postAs(
  actor: TeamActor,
  tx: Tx,
  by: ActorRef,
  post: Parameters<typeof postCard>[2],
): ReturnType<typeof postCard> {
  const who = by.kind === 'member' && by.id ? await staffById(tx, 'member', by.id) : null;
  const own = who && (await postCard(who, tx, post));
  return own && !isRefusal(own) ? own : postCard(actor, tx, post);
}

/** SHOP-06: shows the buyer what was done to the order, once per act; what was pending moves on in its place. */
export async function showAct(
  actor: TeamActor,
  tx: Tx,
  order: OrderFacts,
  { act, conversationId: named }: Acted,
  { by, shown }: { readonly by: ActorRef; readonly shown: Standing['act'] },
): Promise<void> {
  const buyer = order.buyerId === null ? null : await buyerFacts(tx, order.buyerId);
  if (!buyer || buyer.blocked) return;
  const told = { ...act, orderId: order.id, orderNumber: order.number, orderUrl: order.url };
  const card = actCard(told, await localeOf(tx, order, buyer.locale));
  if (shown !== null) {
    await updateCard(actor, tx, { messageId: shown, card });
    return;
  }
  const byItself = by.kind === 'system';
  const conversationId = await placeOf(tx, order, { conversationId: named, byItself });
  if (conversationId === null) return;
  const message = await postAs(actor, tx, by, { conversationId, card });
  // A conversation that takes no more words (superseded by a newer one) gets no card: the order itself shows the act.
  if (isRefusal(message)) return;
  await keepActCard(tx, {
    actId: act.id,
    orderId: order.id,
    conversationId,
    messageId: message.id,
  });
}

/** Cards that show the order show it as it is now. */
export async function refreshOrderCards(
  actor: TeamActor,
  tx: Tx,
  order: OrderFacts,
  messageIds: Standing['orders'],
) {
  const card = { type: 'order', id: order.id, order: order.card } as const;
  for (const messageId of messageIds) {
    await updateCard(actor, tx, { messageId, card });
  }
}
