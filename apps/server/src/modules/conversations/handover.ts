import { conversations } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { assignToFree, give } from './assignment.ts';
import { byWhom, lockFor, stateAfter } from './change.ts';
import { done } from './conversation.ts';
import { endHandover } from './handover.store.ts';

const mayRefuseForMs = 60_000;

/** CONV-15: gives back what a colleague has just handed over; it returns to the queue, for whoever is free but oneself. */
export async function refuseAssignment(
  actor: MemberActor,
  tx: Tx,
  { conversationId }: { readonly conversationId: string },
) {
  const before = await lockFor(actor, tx, conversationId, 'conversations.take');
  if (isRefusal(before)) return before;
  const state = stateAfter(before, 'assign');
  if (isRefusal(state)) return state;
  const since = new Date(clock.now() - mayRefuseForMs);
  const handed = await endHandover(tx, conversationId, actor.member, since);
  if (!handed || before.assigneeId !== actor.member) return refuse('conversation.refusal_late');
  const line = {
    code: conversations.lineCodes.handoverRefused,
    params: await byWhom(tx, actor),
  };
  await give(actor, tx, before, { state, assigneeId: null }, line);
  await assignToFree(actor, tx, conversationId, actor.member);
  return done(actor, tx, conversationId);
}
