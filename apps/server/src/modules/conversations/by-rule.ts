import { conversations } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findMember } from '../access/index.ts';
import { give, isFit } from './assignment.ts';
import { byWhom, type ChangeCode, stateAfter } from './change.ts';
import { sayAside } from './post.aside.ts';
import { lockStanding } from './standing.store.ts';

type HandCode = ChangeCode | 'conversation.assignee_unfit';

/** Gives a conversation to a member, or with null to the queue, in the product's own name; null: it is there already. */
export async function handTo(
  actor: SystemActor,
  tx: Tx,
  { conversationId, memberId }: { conversationId: string; memberId: string | null },
): Promise<null | Refusal<HandCode>> {
  const before = await lockStanding(tx, conversationId);
  if (!before) return refuse('conversation.not_found');
  const state = stateAfter(before, 'assign');
  if (isRefusal(state)) return state;
  if (memberId === before.assigneeId) return null;
  const to = memberId === null ? null : await findMember(tx, memberId);
  if (memberId !== null && !isFit(tx, to, before)) return refuse('conversation.assignee_unfit');
  const from = before.assigneeId === null ? null : await findMember(tx, before.assigneeId);
  const names = {
    fromId: from?.id ?? null,
    fromName: from?.name ?? '',
    toId: to?.id ?? null,
    toName: to?.name ?? '',
  };
  const params = { ...names, ...(await byWhom(tx, actor)), note: '' };
  const line = { code: conversations.lineCodes.transferred, params };
  await give(actor, tx, before, { state, assigneeId: memberId }, line);
  return null;
}

/** Writes a note for the team in the product's own name; the same key again writes nothing twice. */
export async function noteInTx(
  actor: SystemActor,
  tx: Tx,
  note: { readonly conversationId: string; readonly text: string; readonly key: string },
): Promise<null | Refusal> {
  const { conversationId, text, key } = note;
  const said = await sayAside(
    { actor, conversationId, text, clientKey: key, kind: 'note', file: null, seen: null },
    tx,
  );
  return isRefusal(said) ? said : null;
}
