import type { Locale, StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import { type ConversationFacts, conversationFacts } from '../conversations/index.ts';
import { orderFacts } from '../orders/index.ts';
import { findShop } from '../shops/index.ts';
import type { Home } from './reach.ts';
import type { Ground } from './values.ts';

/** A conversation the actor may answer in. */
export async function counterOf(
  actor: StaffActor,
  tx: Tx,
  id: string,
): Promise<ConversationFacts | Refusal<'conversation.not_found' | 'access.denied'>> {
  const conversation = await conversationFacts(tx, id);
  if (!conversation) return refuse('conversation.not_found');
  const thing = { shop: conversation.shopId, holder: conversation.assigneeId };
  if (can(actor, 'conversations.read', thing) !== 'yes') return refuse('conversation.not_found');
  const permission = 'conversations.reply';
  return can(actor, permission, thing) === 'yes'
    ? conversation
    : refuse('access.denied', { permission });
}

const isLocale = (text: string | null | undefined): text is Locale =>
  text === 'zh-CN' || text === 'zh-TW' || text === 'en';

interface Wanted {
  readonly orderId?: string | undefined;
  readonly locale?: Locale | undefined;
}

/** What a script stands on here: the shop, the order in hand, and the language the buyer reads. */
export async function groundOf(
  actor: StaffActor,
  tx: Tx,
  conversation: ConversationFacts,
  home: Home,
  wanted: Wanted,
): Promise<Ground | Refusal<'script.other_shop' | 'script.foreign_order'>> {
  if (home.scope === 'shop' && home.shopId !== conversation.shopId)
    return refuse('script.other_shop');
  const shop = await findShop(tx, conversation.shopId);
  if (!shop) throw new Error('a conversation without its shop');
  const order = wanted.orderId ? await ownOrder(actor, tx, conversation, wanted.orderId) : null;
  if (isRefusal(order)) return order;
  const buyer = await buyerFacts(tx, conversation.buyerId);
  const locale = [wanted.locale, buyer?.locale, shop.locale].find(isLocale) ?? 'zh-CN';
  return { conversation, shop, order, locale };
}

/** An order of the buyer one is talking to; of another buyer nothing is told, not even that it exists. */
async function ownOrder(
  actor: StaffActor,
  tx: Tx,
  { buyerId }: ConversationFacts,
  orderId: string,
) {
  const order = await orderFacts(tx, orderId);
  const seen = order && can(actor, 'orders.read', { shop: order.shopId }) === 'yes';
  return seen && order.buyerId === buyerId ? order : refuse('script.foreign_order');
}
