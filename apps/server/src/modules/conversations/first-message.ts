import type { Tx } from '../../kernel/tx.ts';
import { findMessage, findStanding } from './conversation.store.ts';
import { readChatMessage, readMessage } from './message.store.ts';
import type { Posted } from './post.news.ts';
import type { Said } from './post.plan.ts';
import type { Step } from './say.ts';

/** The first message of that id, as its author receives it; null when there is none. */
export async function firstMessage(
  { actor }: Pick<Said, 'actor'>,
  tx: Tx,
  id: string,
): Promise<Posted | null> {
  const found = await findMessage(tx, id);
  if (!found) return null;
  const read = actor.kind === 'buyer' ? readChatMessage(tx, id) : readMessage(actor, tx, id);
  const json = (await read)?.text ?? 'null';
  const standing = await findStanding(tx, found.conversationId);
  if (!standing) throw new Error('a message has lost its conversation');
  return { messageId: id, seq: found.seq, at: found.at, json, standing };
}

/** What was just written, as its author receives it. */
export const posted = ({ placed, after }: Step, json: string): Posted => ({
  messageId: placed.id,
  seq: placed.seq,
  at: placed.at,
  json,
  standing: after,
});
