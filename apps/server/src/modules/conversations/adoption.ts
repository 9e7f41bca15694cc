import { conversations } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import { noteCarried, type Said, unanswered } from './carried.store.ts';
import { change } from './change.ts';
import { liveOn, ofBuyer } from './conversation.store.ts';
import { conversationBuyerChanged, conversationClosed } from './events.ts';
import type { Standing } from './post.rules.ts';
import { place, tell, write } from './say.ts';
import { lockStanding, saveStanding } from './standing.store.ts';
import { awake, wakeUp } from './waking.ts';

/** Changes what a conversation knows of its buyer, if it is not so already. */
export async function learn(
  actor: TeamActor,
  tx: Tx,
  id: string,
  facts: Pick<Standing, 'buyerName' | 'blocked'> & Partial<Standing>,
): Promise<void> {
  const before = await lockStanding(tx, id);
  if (!before) return;
  const after = { ...before, ...facts, version: before.version + 1 };
  const same = after.buyerName === before.buyerName && after.blocked === before.blocked;
  if (same && after.buyerId === before.buyerId) return;
  await saveStanding(tx, after);
  tell(tx, actor, conversationBuyerChanged, before, after);
}

const isLive = ({ state }: Standing): boolean => ['open', 'pending', 'snoozed'].includes(state);

interface Adopted {
  readonly channelId: string;
  readonly fromBuyerId: string;
  readonly toBuyerId: string;
}

/**
 * What a browser wrote before the shop vouched for it follows it to the buyer it turned out to be. Where that buyer
 * already talks in another conversation, the earlier one ends and becomes history of theirs; what nobody has answered
 * in it is said again where they talk, so that it waits for an answer there.
 */
export async function adopt(actor: TeamActor, tx: Tx, who: Adopted): Promise<void> {
  const buyer = await buyerFacts(tx, who.toBuyerId);
  if (!buyer) return;
  const facts = { buyerId: buyer.id, buyerName: buyer.name, blocked: buyer.blocked };
  for (const id of await ofBuyer(tx, who.fromBuyerId)) {
    const { earlier, present } = await lockBoth(tx, id, await liveOn(tx, who.channelId, buyer.id));
    if (earlier?.channelId !== who.channelId) continue;
    if (present && isLive(earlier) && isLive(present))
      await joinTo(actor, tx, { earlier, present, facts });
    else await learn(actor, tx, id, facts);
  }
}

/** Locked in one order, whoever else locks several. */
async function lockBoth(tx: Tx, earlierId: string, presentId: string | null) {
  const locked = new Map<string, Standing | undefined>();
  const ids = presentId === null ? [earlierId] : [earlierId, presentId].sort();
  for (const id of ids) locked.set(id, await lockStanding(tx, id));
  return {
    earlier: locked.get(earlierId),
    present: presentId === null ? undefined : locked.get(presentId),
  };
}

interface Joined {
  readonly earlier: Standing;
  readonly present: Standing;
  readonly facts: Partial<Standing>;
}

async function joinTo(actor: TeamActor, tx: Tx, { earlier, present, facts }: Joined) {
  const waits =
    earlier.waitingSince === null || earlier.blocked ? [] : await unanswered(tx, earlier);
  const resolvedAt = now().toISOString();
  const rest = { state: 'resolved' as const, waitingSince: null, resolvedAt, ...awake() };
  const line = { code: conversations.lineCodes.closed, params: { byId: null, byName: '' } };
  await change(actor, tx, earlier, { ...facts, ...rest }, conversationClosed, line);
  let standing = present;
  if (waits.length > 0 && standing.state === 'snoozed')
    standing = await wakeUp(actor, tx, standing, 'reply');
  for (const said of waits) standing = await sayAgain(actor, tx, standing, said);
}

/**
 * The same word in another conversation of its buyer, under its key, by which their browser knows it; where it stood
 * before they do not read it a second time.
 */
async function sayAgain(actor: TeamActor, tx: Tx, before: Standing, said: Said): Promise<Standing> {
  const author = {
    authorKind: 'buyer' as const,
    authorId: before.buyerId,
    authorName: before.buyerName,
  };
  const step = place(before, { ...said, ...author, id: newId(), line: null });
  await write(tx, actor, step);
  await noteCarried(tx, said.id, step.placed.id, before.id);
  return step.after;
}
