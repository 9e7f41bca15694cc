import type { access } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { MemberRow } from './member.store.ts';
import { mayManage } from './roles.rules.ts';

/** Where a person stands, as the rules of granting see it. */
export const standingOf = (actor: StaffActor) => ({
  role: actor.kind === 'member' ? actor.role : '',
  shops: actor.shops,
});

const standing = (member: MemberRow) => ({ role: member.role, shops: member.shop_ids });

/** Whether the actor may change this member at all. */
export const isManageable = (actor: StaffActor, member: MemberRow): boolean =>
  can(actor, 'members.manage') === 'yes' && mayManage(standingOf(actor), standing(member));

function nextActs(actor: StaffActor, member: MemberRow): string[] {
  if (!isManageable(actor, member)) return [];
  return member.status === 'active'
    ? ['changeMemberRole', 'deactivateMember']
    : ['reactivateMember'];
}

/** A member as this reader may see it: addresses are for those who invite, second factors for those who manage. */
export const shownMember = (actor: StaffActor, member: MemberRow) => ({
  id: member.id,
  name: member.name,
  email: can(actor, 'members.invite') === 'yes' ? member.email : null,
  role: member.role as access.RoleName,
  shopIds: member.shop_ids,
  status: member.status,
  locale: member.locale,
  secondFactor: can(actor, 'members.manage') === 'yes' ? member.second_factor : null,
  joinedAt: member.joined_at,
  lastSeenAt: member.last_seen_at,
  deactivatedAt: member.deactivated_at,
  can: nextActs(actor, member),
});

/** What the events of members carry. */
export const faceOf = (member: MemberRow) => ({
  memberId: member.id,
  name: member.name,
  role: member.role as access.RoleName,
  shopIds: member.shop_ids,
  status: member.status,
  locale: member.locale,
});
