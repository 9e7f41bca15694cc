import type { care, InputOf } from '@guitai/contract';
import type { Locale, StaffActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { buyerFacts } from '../buyers/index.ts';
import { conversationFacts, postCard } from '../conversations/index.ts';
import { answersFrom, findKnowledge, summaryOf, takeCard, withoutOwn } from '../knowledge/index.ts';
import { findShop } from '../shops/index.ts';
import { conversationToServe } from './counter.ts';
import { categoriesIn, productAbout } from './discussion.store.ts';
import { discussionOf } from './discussion.ts';
import { knowledgeSent } from './events.ts';
import { judgeAfterMs, judgeKnowledge } from './knowledge.after.ts';
import { keepCard } from './knowledge-card.ts';

const most = 8;

/** KB-04: the product under discussion and what there is to say about it, the fittest first. */
export async function suggestKnowledge(
  actor: StaffActor,
  tx: Tx,
  { conversationId }: InputOf<typeof care.suggestKnowledge>,
) {
  const conversation = await conversationFacts(tx, conversationId);
  const thing = conversation && { shop: conversation.shopId, holder: conversation.assigneeId };
  if (!conversation || !thing || can(actor, 'conversations.read', thing) !== 'yes')
    return refuse('conversation.not_found');
  const { shopId } = conversation;
  const { found, question, waits } = await discussionOf(tx, conversation);
  const about = found ? await productAbout(tx, found.productId) : undefined;
  const product = about?.shopId === shopId ? about : undefined;
  const own = product?.category ? [product.category] : [];
  const categories = product ? [...own, ...(await categoriesIn(tx, shopId, product.title))] : [];
  const mayRead = can(actor, 'knowledge.read', { shop: shopId }) === 'yes';
  const looking = { shopId, productExternalId: product?.externalId ?? null, categories };
  const entries = mayRead
    ? await findKnowledge(tx, {
        shops: [shopId],
        text: withoutOwn(question),
        about: looking,
        limit: most,
      })
    : [];
  return {
    product: product
      ? {
          id: product.id,
          externalId: product.externalId,
          title: product.title,
          pictureUrl: product.pictureUrl,
        }
      : null,
    why: product ? (found?.why ?? null) : null,
    question,
    waits,
    items: entries.map(({ row }) => summaryOf(row, actor.locale)),
    answers: (entries[0]?.covered ?? 0) >= answersFrom,
  };
}

const isLocale = (text: string | null | undefined): text is Locale =>
  text === 'zh-CN' || text === 'zh-TW' || text === 'en';

/** KB-04: one click sends an entry, worded in the buyer's language; half an hour later it is known whether it helped. */
export async function sendKnowledgeCard(
  actor: StaffActor,
  tx: Tx,
  { conversationId, entryId }: InputOf<typeof care.sendKnowledgeCard>,
) {
  const conversation = await conversationToServe(actor, tx, conversationId, 'conversations.reply');
  if (isRefusal(conversation)) return conversation;
  const { shopId, buyerId } = conversation;
  if (can(actor, 'knowledge.read', { shop: shopId }) !== 'yes')
    return refuse('knowledge.not_found');
  const own = (await buyerFacts(tx, buyerId))?.locale;
  const locale = isLocale(own) ? own : ((await findShop(tx, shopId))?.locale ?? 'zh-CN');
  const taken = await takeCard(tx, entryId, shopId, locale);
  if (isRefusal(taken)) return taken;
  const message = await postCard(actor, tx, { conversationId, card: taken.card });
  if (isRefusal(message)) return message;
  if (taken.picture)
    await keepCard(tx, { ...taken.picture, messageId: message.id, conversationId });
  const data = { conversationId, messageId: message.id, buyerId, shopId, entryId };
  emit(tx, knowledgeSent, {
    subject: message.id,
    topic: conversationId,
    reach: { shop: shopId },
    actor,
    data,
  });
  record(tx, actor, {
    action: 'knowledge.sent',
    subject: { kind: 'knowledge', id: entryId },
    after: { conversationId },
    shop: shopId,
  });
  const runAt = new Date(clock.now() + judgeAfterMs);
  await enqueue(
    tx,
    judgeKnowledge,
    { entryId, conversationId, seq: message.seq, messageId: message.id },
    { runAt },
  );
  return message;
}
