import { conversations } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import { change } from './change.ts';
import { liveOn, ofBuyer } from './conversation.store.ts';
import { conversationBuyerChanged, conversationClosed } from './events.ts';
import type { Standing } from './post.rules.ts';
import { tell } from './say.ts';
import { lockStanding, saveStanding } from './standing.store.ts';
import { awake } from './waking.ts';

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

/**
 * What a browser wrote before the shop vouched for it follows it to the buyer it turned out to be. Where that buyer
 * already talks in another conversation, the earlier one ends and becomes history of theirs.
 */
export async function adopt(
  actor: TeamActor,
  tx: Tx,
  who: { readonly channelId: string; readonly fromBuyerId: string; readonly toBuyerId: string },
): Promise<void> {
  const buyer = await buyerFacts(tx, who.toBuyerId);
  if (!buyer) return;
  const facts = { buyerId: buyer.id, buyerName: buyer.name, blocked: buyer.blocked };
  for (const id of await ofBuyer(tx, who.fromBuyerId)) {
    const standing = await lockStanding(tx, id);
    if (standing?.channelId !== who.channelId) continue;
    const taken = isLive(standing) && (await liveOn(tx, who.channelId, buyer.id));
    if (!taken) await learn(actor, tx, id, facts);
    else await endFor(actor, tx, standing, facts);
  }
}

async function endFor(
  actor: TeamActor,
  tx: Tx,
  before: Standing,
  facts: Partial<Standing>,
): Promise<void> {
  const resolvedAt = now().toISOString();
  const rest = { state: 'resolved' as const, waitingSince: null, resolvedAt, ...awake() };
  const line = { code: conversations.lineCodes.closed, params: { byId: null, byName: '' } };
  await change(actor, tx, before, { ...facts, ...rest }, conversationClosed, line);
}
