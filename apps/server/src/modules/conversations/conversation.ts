import { conversations, type InputOf } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import type { JsonText } from '../../kernel/answer.ts';
import { now } from '../../kernel/clock.ts';
import { enqueue, unqueue } from '../../kernel/jobs.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { byWhom, change, lockFor, stateAfter } from './change.ts';
import { mayWakeAt } from './conversation.rules.ts';
import { everything, isSuperseded, readConversation } from './conversation.store.ts';
import {
  conversationClosed,
  conversationMarkedSpam,
  conversationReopened,
  conversationSnoozed,
} from './events.ts';
import { wake } from './jobs.ts';
import { awake, wakeKey, wakeUp } from './waking.ts';

const { lineCodes } = conversations;
type Of = { readonly conversationId: string };

/** The conversation as the actor sees it now. */
export async function shown(
  actor: TeamActor,
  tx: Tx,
  id: string,
): Promise<JsonText | Refusal<'conversation.not_found'>> {
  return (await readConversation(actor, tx, id)) ?? refuse('conversation.not_found');
}

export const getConversation = (actor: StaffActor, tx: Tx, { conversationId }: Of) =>
  shown(actor, tx, conversationId);

/** The reply of an act that was allowed, also where the actor has just given the conversation out of sight. */
export async function done(actor: TeamActor, tx: Tx, id: string): Promise<JsonText> {
  const reply = await readConversation(actor, tx, id, everything);
  if (!reply) throw new Error('a conversation that was just changed is gone');
  return reply;
}

/** Resolves: the clocks stop; the buyer's next word within the shop's window opens it again. */
export async function closeConversation(actor: StaffActor, tx: Tx, { conversationId }: Of) {
  const before = await lockFor(actor, tx, conversationId, 'conversations.close');
  if (isRefusal(before)) return before;
  const state = stateAfter(before, 'close');
  if (isRefusal(state)) return state;
  const rest = { waitingSince: null, ...awake(), resolvedAt: now().toISOString() };
  const line = { code: lineCodes.closed, params: await byWhom(tx, actor) };
  await change(actor, tx, before, { state, ...rest }, conversationClosed, line);
  await unqueue(tx, wakeKey(conversationId));
  return done(actor, tx, conversationId);
}

/** Opens a resolved or spam conversation again, unless the buyer already talks in a newer one. */
export async function reopenConversation(actor: StaffActor, tx: Tx, { conversationId }: Of) {
  const before = await lockFor(actor, tx, conversationId, 'conversations.close');
  if (isRefusal(before)) return before;
  const state = stateAfter(before, 'reopen');
  if (isRefusal(state)) return state;
  if (await isSuperseded(tx, before)) return refuse('conversation.superseded');
  const line = {
    code: lineCodes.reopened,
    params: { why: 'member', ...(await byWhom(tx, actor)) },
  };
  await change(actor, tx, before, { state, resolvedAt: null }, conversationReopened, line);
  return done(actor, tx, conversationId);
}

/** Puts aside until a time, the buyer's next word, or, if asked, an event of their order. */
export async function snoozeConversation(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof conversations.snoozeConversation>,
) {
  const { conversationId, onOrder = false } = input;
  const until = input.until === null ? null : new Date(input.until);
  const before = await lockFor(actor, tx, conversationId, 'conversations.snooze');
  if (isRefusal(before)) return before;
  const state = stateAfter(before, 'snooze');
  if (isRefusal(state)) return state;
  if (!mayWakeAt(until, now())) return refuse('conversation.snooze_past');
  const snoozed = { snoozedUntil: until?.toISOString() ?? null, snoozedForOrder: onOrder };
  const params = { until: snoozed.snoozedUntil, onOrder, ...(await byWhom(tx, actor)) };
  const line = { code: lineCodes.snoozed, params };
  await change(actor, tx, before, { state, ...snoozed }, conversationSnoozed, line);
  if (until)
    await enqueue(tx, wake, { conversationId }, { runAt: until, key: wakeKey(conversationId) });
  else await unqueue(tx, wakeKey(conversationId));
  return done(actor, tx, conversationId);
}

/** Wakes a snoozed conversation by hand. */
export async function wakeConversation(actor: StaffActor, tx: Tx, { conversationId }: Of) {
  const before = await lockFor(actor, tx, conversationId, 'conversations.snooze');
  if (isRefusal(before)) return before;
  const state = stateAfter(before, 'wake');
  if (isRefusal(state)) return state;
  await wakeUp(actor, tx, before, 'member');
  return done(actor, tx, conversationId);
}

/** Marks as spam: the buyer's words are kept, nobody is called. `reopenConversation` takes it back. */
export async function markSpam(actor: StaffActor, tx: Tx, { conversationId }: Of) {
  const before = await lockFor(actor, tx, conversationId, 'conversations.block');
  if (isRefusal(before)) return before;
  const state = stateAfter(before, 'markSpam');
  if (isRefusal(state)) return state;
  const rest = { waitingSince: null, assigneeId: null, resolvedAt: null, ...awake() };
  const line = { code: lineCodes.markedSpam, params: await byWhom(tx, actor) };
  await change(actor, tx, before, { state, ...rest }, conversationMarkedSpam, line);
  return done(actor, tx, conversationId);
}
