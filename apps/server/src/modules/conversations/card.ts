import type { conversations, Static } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { stateAfter } from './change.ts';
import { findMessage, isSuperseded } from './conversation.store.ts';
import { messageCardChanged } from './events.ts';
import { readPlainMessage, setCard } from './message.store.ts';
import { signature } from './names.ts';
import { messageId } from './post.id.ts';
import { barred, reachOf } from './post.plan.ts';
import type { Card } from './post.rules.ts';
import { cardOf, lineOf, place, summaryOf, write } from './say.ts';
import { lockStanding } from './standing.store.ts';

type Message = Static<typeof conversations.Message>;
type CardCode = 'conversation.not_found' | 'conversation.illegal_transition' | 'access.denied';

/** A message as every reader may have it. */
export async function plainMessage(tx: Tx, id: string): Promise<Message> {
  const found = await readPlainMessage(tx, id);
  if (!found) throw new Error('a message that was just written is gone');
  return JSON.parse(found.text);
}

/**
 * Posts a card in the actor's name, inside the caller's transaction. `key` makes it once only: the same key again
 * returns the first message. Refuses what the actor may not see or say there.
 */
export async function postCard(
  actor: TeamActor,
  tx: Tx,
  input: { readonly conversationId: string; readonly card: Card; readonly key?: string },
): Promise<Message | Refusal<CardCode>> {
  const before = await lockStanding(tx, input.conversationId);
  if (!before) return refuse('conversation.not_found');
  const refusal = barred(actor, before, 'card');
  if (refusal) return refusal;
  const id = messageId(actor, before.id, input.key ?? null);
  if (input.key && (await findMessage(tx, id))) return plainMessage(tx, id);
  const state = stateAfter(before, actor.kind === 'buyer' ? 'buyerWrites' : 'reply');
  if (isRefusal(state)) return state;
  if (before.state === 'resolved' && (await isSuperseded(tx, before))) {
    return refuse('conversation.illegal_transition', { from: 'superseded', act: 'reply' });
  }
  const words = cardOf(actor, await signature(tx, actor, before.buyerName), input.card, id);
  return JSON.parse(await write(tx, actor, place({ ...before, state }, words)));
}

/** Moves a card on and tells both sides. Returns the message; null when there is no such card. */
export async function updateCard(
  actor: TeamActor,
  tx: Tx,
  input: { readonly messageId: string; readonly card: Card },
): Promise<Message | null> {
  const found = await findMessage(tx, input.messageId);
  if (found?.kind !== 'card') return null;
  const standing = await lockStanding(tx, found.conversationId);
  if (!standing) return null;
  await setCard(tx, input.messageId, input.card);
  const message = await plainMessage(tx, input.messageId);
  emit(tx, messageCardChanged, {
    subject: message.id,
    topic: standing.id,
    reach: reachOf(standing),
    actor,
    data: { message, conversation: summaryOf(standing) },
  });
  return message;
}

/** Writes a system line of another module, e.g. `order.address_changed`; the readers word it. */
export async function postLine(
  actor: TeamActor,
  tx: Tx,
  input: {
    readonly conversationId: string;
    readonly code: string;
    readonly params: Record<string, unknown>;
  },
): Promise<void> {
  const before = await lockStanding(tx, input.conversationId);
  if (!before) throw new Error('a line needs its conversation');
  await write(tx, actor, place(before, lineOf(input.code, input.params)));
}
