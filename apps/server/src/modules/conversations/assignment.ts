import { conversations, type InputOf } from '@guitai/contract';
import type { MemberActor, StaffActor, SystemActor, TeamActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findMember, type MemberBrief } from '../access/index.ts';
import { byWhom, change, lockFor, stateAfter } from './change.ts';
import { heldBy, loads } from './conversation.store.ts';
import { done } from './conversation.ts';
import { conversationAssigned } from './events.ts';
import { noteIsMissing, rememberHandover } from './handover.note.ts';
import { signature } from './names.ts';
import type { Standing } from './post.rules.ts';
import { onlineMembers, touchIdle } from './presence.store.ts';
import { place, write } from './say.ts';
import { lockStanding } from './standing.store.ts';

const { lineCodes } = conversations;

/** A member as authority sees them when they are not the one who asks. */
const asActor = (team: string, member: MemberBrief): MemberActor => ({
  kind: 'member',
  team,
  member: member.id,
  account: '',
  session: '',
  role: member.role,
  grants: member.grants,
  shops: member.shops,
  locale: 'zh-CN',
});

/** Whether a member could answer in this conversation if it were theirs. */
export const isFit = (tx: Tx, member: MemberBrief | null, s: Standing): member is MemberBrief =>
  member?.active === true &&
  can(asActor(tx.team ?? '', member), 'conversations.reply', {
    shop: s.shopId,
    holder: member.id,
  }) === 'yes';

/** Gives a locked conversation to a member, or with null to the queue. */
export async function give(
  actor: TeamActor,
  tx: Tx,
  before: Standing,
  now: { readonly state: Standing['state']; readonly assigneeId: string | null },
  line: { readonly code: string; readonly params: Record<string, unknown> },
): Promise<Standing> {
  if (now.assigneeId !== null) await touchIdle(tx, now.assigneeId);
  return change(actor, tx, before, now, conversationAssigned, line);
}

/** Takes from the queue; the first to ask has it. */
export async function takeConversation(
  actor: StaffActor,
  tx: Tx,
  { conversationId }: InputOf<typeof conversations.takeConversation>,
) {
  const before = await lockFor(actor, tx, conversationId, 'conversations.take');
  if (isRefusal(before)) return before;
  if (actor.kind !== 'member') return refuse('access.denied', { permission: 'conversations.take' });
  const state = stateAfter(before, 'take');
  if (isRefusal(state)) return state;
  if (before.assigneeId === actor.member) return done(actor, tx, conversationId);
  if (before.assigneeId !== null) return refuse('conversation.taken_meanwhile');
  const params = { memberId: actor.member, memberName: await signature(tx, actor) };
  const line = { code: lineCodes.taken, params };
  await give(actor, tx, before, { state, assigneeId: actor.member }, line);
  return done(actor, tx, conversationId);
}

/** CONV-15: hands over to a member, or back to the queue; what the next person should know goes along as a note; who takes it over needs none. */
export async function assignConversation(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof conversations.assignConversation>,
) {
  const { conversationId, memberId, note = '' } = input;
  const before = await lockFor(actor, tx, conversationId, 'conversations.assign');
  if (isRefusal(before)) return before;
  if (input.holderId !== undefined && input.holderId !== before.assigneeId) {
    return refuse('conversation.taken_meanwhile');
  }
  const state = stateAfter(before, 'assign');
  if (isRefusal(state)) return state;
  if (memberId === before.assigneeId) return done(actor, tx, conversationId);
  const to = memberId === null ? null : await findMember(tx, memberId);
  if (memberId !== null && !isFit(tx, to, before)) return refuse('conversation.assignee_unfit');
  const takesItself = actor.kind === 'member' && actor.member === memberId;
  if (memberId !== null && !takesItself && (await noteIsMissing(tx, before.shopId, note)))
    return refuse('conversation.handover_note_missing');
  const from = before.assigneeId === null ? null : await findMember(tx, before.assigneeId);
  const names = {
    fromId: from?.id ?? null,
    fromName: from?.name ?? '',
    toId: to?.id ?? null,
    toName: to?.name ?? '',
  };
  const params = { ...names, ...(await byWhom(tx, actor)), note };
  const noted = note.trim() === '' ? before : await addHandoverNote(actor, tx, before, note);
  const line = { code: lineCodes.transferred, params };
  await give(actor, tx, noted, { state, assigneeId: memberId }, line);
  if (memberId !== null) await rememberHandover(tx, conversationId, memberId);
  return done(actor, tx, conversationId);
}

async function addHandoverNote(actor: StaffActor, tx: Tx, before: Standing, text: string) {
  const step = place(before, {
    id: newId(),
    kind: 'note',
    authorKind: actor.kind === 'member' ? 'member' : 'system',
    authorId: actor.kind === 'member' ? actor.member : null,
    authorName: await signature(tx, actor),
    text,
    card: null,
    file: null,
    line: null,
    clientKey: null,
  });
  await write(tx, actor, step);
  return step.after;
}

/**
 * Gives a waiting conversation to the free person: online, able to answer in this shop, holding the fewest, idle the
 * longest; never `except`, who has just given it back. The row's lock decides between this and a hand: who took it first
 * keeps it.
 */
export async function assignToFree(
  actor: TeamActor,
  tx: Tx,
  conversationId: string,
  except: string | null = null,
): Promise<void> {
  const before = await lockStanding(tx, conversationId);
  if (before?.state !== 'open' || before.assigneeId !== null || before.blocked) return;
  const held = await loads(tx);
  const online = await onlineMembers(tx);
  online.sort(
    (a, b) => (held.get(a.id) ?? 0) - (held.get(b.id) ?? 0) || (a.idleSince < b.idleSince ? -1 : 1),
  );
  for (const { id } of online) {
    if (id === except) continue;
    const member = await findMember(tx, id);
    if (!isFit(tx, member, before)) continue;
    const params = { memberId: member.id, memberName: member.name };
    const line = { code: lineCodes.assigned, params };
    await give(actor, tx, before, { state: 'open', assigneeId: member.id }, line);
    return;
  }
}

/**
 * ACL-04: what somebody held who may no longer be here goes to the colleague named, as far as they may answer there;
 * everything else back to the queue, and from there to whoever is free.
 */
export async function handBack(
  actor: SystemActor,
  tx: Tx,
  memberId: string,
  heirId: string | null = null,
): Promise<void> {
  const from = await findMember(tx, memberId);
  const heir = heirId === null ? null : await findMember(tx, heirId);
  for (const id of await heldBy(tx, memberId)) {
    const before = await lockStanding(tx, id);
    if (before?.assigneeId !== memberId) continue;
    const to = isFit(tx, heir, before) ? heir : null;
    const names = { fromId: memberId, fromName: from?.name ?? '' };
    const taker = { toId: to?.id ?? null, toName: to?.name ?? '' };
    const params = { ...names, ...taker, ...(await byWhom(tx, actor)), note: '' };
    const line = { code: lineCodes.transferred, params };
    await give(actor, tx, before, { state: before.state, assigneeId: to?.id ?? null }, line);
    if (to === null) await assignToFree(actor, tx, id);
  }
}
