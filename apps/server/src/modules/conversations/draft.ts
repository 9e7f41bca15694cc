import type { conversations, InputOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { MemberActor } from '../../kernel/actor.ts';
import type { JsonText } from '../../kernel/answer.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { json, type Tx } from '../../kernel/tx.ts';
import { isReadable } from './conversation.store.ts';
import { forgetDraft, keepDraft } from './draft.store.ts';
import { draftsJson } from './reading.store.ts';

/** CONV-13: keeps the member's unsent words, one for the reply and one for the note; empty text forgets them. */
export async function putDraft(
  actor: MemberActor,
  tx: Tx,
  input: InputOf<typeof conversations.putDraft>,
): Promise<undefined | Refusal<'conversation.not_found'>> {
  if (!(await isReadable(actor, tx, input.conversationId))) return refuse('conversation.not_found');
  if (input.text === '') await forgetDraft(tx, actor.member, input.conversationId, input.kind);
  else await keepDraft(tx, actor.member, input);
  return undefined;
}

/** The member's own unsent words; nobody else's, not even an owner's. */
export async function getDrafts(
  actor: MemberActor,
  tx: Tx,
  { conversationId }: InputOf<typeof conversations.getDrafts>,
): Promise<JsonText | Refusal<'conversation.not_found'>> {
  if (!(await isReadable(actor, tx, conversationId))) return refuse('conversation.not_found');
  const found = await json(tx, sql`select ${draftsJson(actor, conversationId)}::text`);
  return found ?? refuse('conversation.not_found');
}
