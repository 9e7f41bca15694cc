import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { floorsOf } from '../catalog/index.ts';
import { conversationFacts, lastWordsOf } from '../conversations/index.ts';
import { orderFacts } from '../orders/index.ts';
import { findShop } from '../shops/index.ts';
import { newestBargain, openBargain, readSteps } from './bargain.store.ts';
import { isOpenOrder, newestOpenOrder } from './judge.ts';
import { settingsOf } from './settings.ts';
import { type Situation, situationOf } from './situation.rules.ts';
import { readTemplates, type TemplateRow } from './template.store.ts';

/** The open order under discussion: the one named, else the buyer’s newest that waits for payment. */
async function orderUnder(tx: Tx, shopId: string, buyerId: string, named: string | undefined) {
  if (named !== undefined) {
    const order = await orderFacts(tx, named);
    return order?.buyerId === buyerId && isOpenOrder(order, shopId) ? order : null;
  }
  return newestOpenOrder(tx, shopId, buyerId);
}

const hoursSince = (at: string | null): number | null =>
  at === null ? null : (now().getTime() - Date.parse(at)) / 3_600_000;

/** The conversation a talk about the price is in, as far as the actor may see and serve it. */
export async function conversationOf(actor: StaffActor, tx: Tx, id: string, permission: string) {
  const conversation = await conversationFacts(tx, id);
  const thing = conversation && { shop: conversation.shopId, holder: conversation.assigneeId };
  if (!conversation || !thing || can(actor, 'conversations.read', thing) !== 'yes')
    return refuse('conversation.not_found');
  if (can(actor, permission, { shop: conversation.shopId }) !== 'yes')
    return refuse('access.denied', { permission });
  return conversation;
}

type Conversation = Exclude<Awaited<ReturnType<typeof conversationOf>>, { code: string }>;

/** Everything a step of the ladder is decided from. */
export async function groundOf(tx: Tx, conversation: Conversation, orderId: string | undefined) {
  const { id, shopId, buyerId } = conversation;
  const [shop, settings] = [await findShop(tx, shopId), await settingsOf(tx, shopId)];
  if (!shop) throw new Error('a conversation has lost its shop');
  const open = await openBargain(tx, shopId, buyerId);
  const bargain = open ?? (await newestBargain(tx, id)) ?? null;
  const steps = bargain ? await readSteps(tx, bargain.id) : [];
  const order = await orderUnder(tx, shopId, buyerId, orderId);
  const sold = order?.items.flatMap((item) => (item.variantId ? [item.variantId] : [])) ?? [];
  const floors = await floorsOf(tx, shopId, sold);
  const query = { shops: null, shopId, giving: true, after: null, limit: 50 };
  const templates: TemplateRow[] = await readTemplates(tx, query);
  const live = bargain?.outcome === 'open';
  return {
    conversation,
    shop,
    settings,
    open,
    bargain,
    steps: live ? steps : [],
    shownSteps: steps,
    order,
    floors,
    templates,
  };
}

export type Ground = Awaited<ReturnType<typeof groundOf>>;

/** The situation as the buyer’s last words and the things tell it; null: nothing speaks of the price. */
export async function guessOf(tx: Tx, ground: Ground): Promise<Situation | null> {
  const { conversation, order, settings, steps } = ground;
  return situationOf({
    words: await lastWordsOf(tx, conversation.id, 5),
    offered: steps.length,
    unpaidHours: hoursSince(order?.placedAt ?? null),
    unpaidFrom: settings.unpaidHours,
    piecesLeft: null,
  });
}
