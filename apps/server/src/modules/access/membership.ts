import type { access, InputOf } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { type EventType, emit } from '../../kernel/events.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { voidRequestsOf } from './approval.void.ts';
import { keyRevoked, memberChanged, memberDeactivated, memberReactivated } from './events.ts';
import { markRevokedOf } from './key.store.ts';
import { setRole, setStatus } from './member.change.store.ts';
import { faceOf, isManageable, shownMember, standingOf } from './member.shown.ts';
import { lockOwners, type MemberRow, memberOfId } from './member.store.ts';
import { mayGrant } from './roles.rules.ts';
import { deleteOthers } from './session.end.store.ts';
import { shopsExist } from './shops-exist.ts';

type ManageRefusal = Refusal<'member.not_found' | 'member.role_above_own'>;

async function manageable(
  actor: StaffActor,
  tx: Tx,
  id: string,
): Promise<MemberRow | ManageRefusal> {
  const member = await memberOfId(tx, actor.team, id);
  if (!member) return refuse('member.not_found');
  return isManageable(actor, member) ? member : refuse('member.role_above_own');
}

/** Whether the team would be left without an owner; `owners` were locked before the member was read. */
const isLastOf = (owners: ReadonlyArray<{ id: string }>, member: MemberRow): boolean =>
  owners.length === 1 && owners[0]?.id === member.id;

async function again(tx: Tx, team: string, id: string): Promise<MemberRow> {
  const member = await memberOfId(tx, team, id);
  if (!member) throw new Error('a member vanished');
  return member;
}

const tell = (
  tx: Tx,
  actor: TeamActor,
  event: EventType<typeof access.MemberFace>,
  member: MemberRow,
) => emit(tx, event, { subject: member.id, actor, data: faceOf(member) });

/** Changes role and shops. An owner works in every shop. */
export async function changeMemberRole(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.changeMemberRole>,
) {
  const owners = await lockOwners(tx, actor.team);
  const member = await manageable(actor, tx, input.memberId);
  if (isRefusal(member)) return member;
  if (member.status !== 'active') return refuse('member.deactivated');
  const to = { role: input.role, shops: input.role === 'owner' ? null : input.shopIds };
  if (!mayGrant(standingOf(actor), to)) return refuse('member.role_above_own');
  const unknown = await shopsExist(tx, to.shops);
  if (unknown) return unknown;
  if (to.role !== 'owner' && isLastOf(owners, member)) return refuse('member.last_owner');
  await setRole(tx, actor.team, member.id, to);
  await voidRequestsOf(actor, tx, member.id);
  record(tx, actor, {
    action: 'member.role_changed',
    subject: { kind: 'member', id: member.id },
    before: { role: member.role, shopIds: member.shop_ids },
    after: { role: to.role, shopIds: to.shops },
  });
  const changed = await again(tx, actor.team, member.id);
  tell(tx, actor, memberChanged, changed);
  return shownMember(actor, changed);
}

/** Shuts a member out: sessions and the keys the member made end here, sockets with the event, work is freed by its own modules. */
export async function deactivateMember(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.deactivateMember>,
) {
  const owners = await lockOwners(tx, actor.team);
  const member = await manageable(actor, tx, input.memberId);
  if (isRefusal(member)) return member;
  if (member.status === 'deactivated') return shownMember(actor, member);
  if (isLastOf(owners, member)) return refuse('member.last_owner');
  const heir = await heirOf(tx, actor.team, member.id, input.handOverTo ?? null);
  if (isRefusal(heir)) return heir;
  await setStatus(tx, actor.team, member.id, 'deactivated');
  await voidRequestsOf(actor, tx, member.id);
  const sessions = await deleteOthers(tx, actor.team, member.id, null);
  const keys = await markRevokedOf(tx, actor.team, member.id);
  record(tx, actor, {
    action: 'member.deactivated',
    subject: { kind: 'member', id: member.id },
    before: { role: member.role, shopIds: member.shop_ids },
    after: { sessionsEnded: sessions, keysRevoked: keys, handOverTo: heir },
  });
  for (const keyId of keys) await voidRequestsOf(actor, tx, keyId);
  for (const keyId of keys) emit(tx, keyRevoked, { subject: keyId, actor, data: { keyId } });
  const changed = await again(tx, actor.team, member.id);
  const data = { ...faceOf(changed), handOverTo: heir };
  emit(tx, memberDeactivated, { subject: changed.id, actor, data });
  return shownMember(actor, changed);
}

/** Who takes over: somebody else of the team who is there. */
async function heirOf(tx: Tx, team: string, leaving: string, id: string | null) {
  if (id === null) return null;
  const heir = id === leaving ? undefined : await memberOfId(tx, team, id);
  return heir?.status === 'active' ? id : refuse('member.heir_unfit');
}

/** Lets a member sign in again. */
export async function reactivateMember(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.reactivateMember>,
) {
  const member = await manageable(actor, tx, input.memberId);
  if (isRefusal(member)) return member;
  if (member.status === 'active') return shownMember(actor, member);
  await setStatus(tx, actor.team, member.id, 'active');
  record(tx, actor, {
    action: 'member.reactivated',
    subject: { kind: 'member', id: member.id },
    after: { role: member.role, shopIds: member.shop_ids },
  });
  const changed = await again(tx, actor.team, member.id);
  tell(tx, actor, memberReactivated, changed);
  return shownMember(actor, changed);
}
