import type { Db } from '../../kernel/db.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { isKnown } from '../channels/index.ts';
import { stateAfter } from './change.ts';
import { sayAsBuyer } from './chat.say.ts';
import { isSuperseded } from './conversation.store.ts';
import { conversationAssigned } from './events.ts';
import { firstMessage, posted } from './first-message.ts';
import { signature } from './names.ts';
import { messageId } from './post.id.ts';
import type { PostResult } from './post.news.ts';
import { barred, crossed, type Said, wordsOf } from './post.plan.ts';
import { actOf, type Standing, type Words } from './post.rules.ts';
import { place, type Step, tell, write } from './say.ts';
import { noWords, screened, type WordPort } from './screen.ts';
import { lockStanding } from './standing.store.ts';

/**
 * The long way of a team's message: one transaction that locks the conversation. Taken when more than the message
 * changes, when the key was used before, and when the short way failed. Without a `guard` no words are looked for: the
 * caller has done so, or the product says it.
 */
export async function sayAside(said: Said, tx: Tx, guard: WordPort = noWords): Promise<PostResult> {
  const { actor, conversationId } = said;
  const before = await lockStanding(tx, conversationId);
  if (!before) return refuse('conversation.not_found');
  const refusal = barred(actor, before, said.kind);
  if (refusal) return refusal;
  const id = messageId(actor, conversationId, said.clientKey);
  const first = await firstMessage(said, tx, id);
  if (first) return first;
  const crossing = crossed(said, before);
  if (crossing) return crossing;
  const unsaid = screened(guard, said, before.shopId);
  if (unsaid) return unsaid;
  const words = wordsOf(said, id, await signature(tx, actor, before.buyerName));
  const step = await stepOf(tx, before, words);
  if (isRefusal(step)) return step;
  if (step.before.state !== before.state) tell(tx, actor, conversationAssigned, before, step.after);
  return posted(step, await write(tx, actor, step));
}

async function stepOf(
  tx: Tx,
  before: Standing,
  words: Words,
): Promise<Step | Refusal<'conversation.illegal_transition' | 'conversation.superseded'>> {
  const act = actOf(words);
  const state = act === null ? before.state : stateAfter(before, act);
  if (isRefusal(state)) return state;
  const replies = words.kind !== 'note' && before.state === 'resolved';
  if (replies && (await isSuperseded(tx, before))) return refuse('conversation.superseded');
  return place({ ...before, state }, words);
}

/** The long way of whatever a lane sets aside, each in a transaction of its own. */
export const asideWith =
  (db: Db, guard: WordPort) =>
  async (said: Said): Promise<PostResult> => {
    if (!guard.isReady(said.actor.team)) await guard.load(said.actor.team);
    return db.write(said.actor, async (tx) => {
      const { actor } = said;
      if (actor.kind !== 'buyer') return sayAside(said, tx, guard);
      if (!isKnown(actor)) return refuse('conversation.not_found');
      const id = messageId(actor, '', said.clientKey);
      const { text, file, clientKey } = said;
      return sayAsBuyer(actor, tx, { id, kind: 'text', text, card: null, file, clientKey });
    });
  };
