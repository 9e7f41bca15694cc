import { conversations } from '@guitai/contract';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import { formerBuyer, type KnownVisitor } from '../channels/index.ts';
import { findShop } from '../shops/index.ts';
import { adopt } from './adoption.ts';
import { change } from './change.ts';
import { buyerWritesOnResolved } from './conversation.rules.ts';
import { insertConversation, lockNewest } from './conversation.store.ts';
import { conversationOpened, conversationReopened } from './events.ts';
import { firstMessage, posted } from './first-message.ts';
import { messageJson } from './post.json.ts';
import type { Posted } from './post.news.ts';
import type { Standing, Words } from './post.rules.ts';
import { isOnline } from './presence.store.ts';
import { lineOf, place, tell, write } from './say.ts';
import { wakeUp } from './waking.ts';

const { lineCodes } = conversations;

/** What a buyer says, all but who and where. */
export type BuyerWords = Pick<Words, 'id' | 'kind' | 'text' | 'card' | 'file' | 'clientKey'>;

/** The page the buyer writes from. */
export type Page = Standing['page'];

/**
 * A buyer's word, the long way: it finds its conversation, or makes, wakes, reopens or follows one (CONV-02, CONV-06).
 * The same client key returns the first message, wherever the chat has gone since.
 */
export async function sayAsBuyer(
  actor: KnownVisitor,
  tx: Tx,
  said: BuyerWords,
  page: Page = null,
): Promise<Posted> {
  const first = await firstMessage({ actor }, tx, said.id);
  if (first) return first;
  const found = await ready(actor, tx, await newestOf(actor, tx));
  const before = page === null ? found : { ...found, page };
  const words: Words = {
    ...said,
    authorKind: 'buyer',
    authorId: actor.buyer,
    authorName: before.buyerName,
    line: null,
  };
  const step = place(before, words);
  await write(tx, actor, step);
  // A blocked buyer is not told so: to them the word looks sent.
  return posted(step, messageJson(before.id, { ...step.placed, hidden: false }));
}

/** The buyer's newest conversation, locked; of one who has just proved who they are, the one they had before that. */
async function newestOf(actor: KnownVisitor, tx: Tx): Promise<Standing | undefined> {
  const newest = await lockNewest(tx, actor.channel, actor.buyer);
  if (newest || !actor.verified) return newest;
  const fromBuyerId = await formerBuyer(tx, actor.visitor);
  if (fromBuyerId === null) return undefined;
  await adopt(actor, tx, { channelId: actor.channel, fromBuyerId, toBuyerId: actor.buyer });
  return lockNewest(tx, actor.channel, actor.buyer);
}

/** The conversation in which the word belongs, locked and open to it. */
async function ready(actor: KnownVisitor, tx: Tx, newest: Standing | undefined): Promise<Standing> {
  if (!newest) return begin(actor, tx, null);
  if (newest.blocked) return newest;
  if (newest.state === 'snoozed') return wakeUp(actor, tx, newest, 'reply');
  if (newest.state !== 'resolved') return newest;
  const shop = await findShop(tx, newest.shopId);
  const window = shop?.settings.reopenWindowHours ?? 0;
  const decided = buyerWritesOnResolved(new Date(newest.resolvedAt ?? 0), window, now());
  return decided === 'reopen' ? reopen(actor, tx, newest) : begin(actor, tx, newest);
}

/** The one who served the buyer keeps them if still here; else the queue. */
async function reopen(actor: KnownVisitor, tx: Tx, before: Standing): Promise<Standing> {
  const { assigneeId } = before;
  const kept = assigneeId !== null && (await isOnline(tx, assigneeId)) ? assigneeId : null;
  const line = { code: lineCodes.reopened, params: { why: 'buyer' } };
  const opened = { state: 'open' as const, resolvedAt: null, assigneeId: kept };
  return change(actor, tx, before, opened, conversationReopened, line);
}

async function begin(actor: KnownVisitor, tx: Tx, previous: Standing | null): Promise<Standing> {
  const shop = await findShop(tx, actor.shop);
  const buyer = await buyerFacts(tx, actor.buyer);
  if (!shop || !buyer) throw new Error('a visitor has lost shop or buyer');
  const at = now().toISOString();
  const fresh = freshStanding(actor, { shopName: shop.name, at, previous });
  const blocked = buyer.blocked;
  const made: Standing = {
    ...fresh,
    buyerName: buyer.name,
    blocked,
    // CONV-12: it exists for the record and calls nobody.
    state: blocked ? 'spam' : 'open',
  };
  if (!(await insertConversation(tx, made))) {
    const rival = await lockNewest(tx, actor.channel, actor.buyer);
    if (!rival) throw new Error('a rival conversation is gone');
    return ready(actor, tx, rival);
  }
  if (blocked) return made;
  tell(tx, actor, conversationOpened, null, made);
  return previous === null ? made : link(actor, tx, made, previous);
}

async function link(
  actor: KnownVisitor,
  tx: Tx,
  made: Standing,
  previous: Standing,
): Promise<Standing> {
  const step = place(made, lineOf(lineCodes.continued, { previousConversationId: previous.id }));
  await write(tx, actor, step);
  return step.after;
}

const freshStanding = (
  actor: KnownVisitor,
  { shopName, at, previous }: { shopName: string; at: string; previous: Standing | null },
): Standing => ({
  id: newId(),
  version: 1,
  shopId: actor.shop,
  shopName,
  channelId: actor.channel,
  channelKind: 'web',
  buyerId: actor.buyer,
  buyerName: '',
  state: 'open',
  assigneeId: null,
  waitingSince: null,
  snoozedUntil: null,
  snoozedForOrder: false,
  lastSeq: 0,
  lastText: '',
  lastKind: null,
  lastAuthorKind: null,
  lastAt: at,
  replySeq: 0,
  replyBy: null,
  inbound: 0,
  outbound: 0,
  buyerReadSeq: 0,
  buyerReadOutbound: 0,
  staffReadSeq: 0,
  blocked: false,
  previousId: previous?.id ?? null,
  openedAt: at,
  resolvedAt: null,
  page: null,
});
