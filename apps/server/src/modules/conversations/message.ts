import type { conversations, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import type { JsonText } from '../../kernel/answer.ts';
import { clock } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { plainMessage } from './card.ts';
import { lockFor } from './change.ts';
import { removeFile } from './chat-file.store.ts';
import { recallWindowMs } from './conversation.rules.ts';
import { findMessage } from './conversation.store.ts';
import { messageRecalled } from './events.ts';
import { readMessage, readMessages, recall } from './message.store.ts';
import { reachOf } from './post.plan.ts';
import type { Standing } from './post.rules.ts';
import { summaryOf } from './say.ts';
import { saveStanding } from './standing.store.ts';

/** SRCH-06: messages by number, the newest unless told otherwise; one index, however long the conversation. */
export async function listMessages(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof conversations.listMessages>,
): Promise<JsonText | Refusal<'conversation.not_found'>> {
  const page = { before: input.before, after: input.after, limit: input.limit ?? 50 };
  const found = await readMessages(actor, tx, input.conversationId, page);
  return found ?? refuse('conversation.not_found');
}

const recallable = new Set(['text', 'image', 'file', 'note']);

/** MSG-09: the author takes a message back within two minutes. The words stay for the audit, the file is gone. */
export async function recallMessage(
  actor: StaffActor,
  tx: Tx,
  { conversationId, messageId }: InputOf<typeof conversations.recallMessage>,
) {
  const standing = await lockFor(actor, tx, conversationId, 'conversations.recall');
  if (isRefusal(standing)) {
    return standing.code === 'conversation.not_found'
      ? refuse('message.not_found')
      : refuse('access.denied', standing.params);
  }
  const message = await findMessage(tx, messageId);
  if (message?.conversationId !== conversationId) return refuse('message.not_found');
  if (!recallable.has(message.kind)) return refuse('message.not_recallable');
  const own =
    actor.kind === 'member' && message.authorKind === 'member' && message.authorId === actor.member;
  if (!own) return refuse('message.not_own');
  if (message.recalledAt === null) {
    const at = clock.now();
    if (at - Date.parse(message.at) > recallWindowMs) return refuse('message.recall_too_late');
    await recall(tx, messageId, new Date(at).toISOString());
    if (message.fileId) await removeFile(tx, message.fileId);
    const after = await forgetLastWords(tx, standing, message.at);
    const data = { message: await plainMessage(tx, messageId), conversation: summaryOf(after) };
    const reach = reachOf(standing);
    emit(tx, messageRecalled, { subject: messageId, topic: conversationId, reach, actor, data });
  }
  return (await readMessage(actor, tx, messageId)) ?? refuse('message.not_found');
}

/** What was taken back must not stay in the list as the last words. */
async function forgetLastWords(tx: Tx, standing: Standing, at: string): Promise<Standing> {
  if (standing.lastAt !== at) return standing;
  const after = { ...standing, lastText: '', version: standing.version + 1 };
  await saveStanding(tx, after);
  return after;
}
