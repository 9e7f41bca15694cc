import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findAccount, insertAccount } from './account.store.ts';
import { memberJoined } from './events.ts';
import { deleteMember, insertMember } from './member.change.store.ts';
import { faceOf } from './member.shown.ts';
import { type MemberRow, memberOfId } from './member.store.ts';

export interface Joining {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly shops: readonly string[] | null;
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
}

/** The account of an address, made with this password hash where there is none yet. Without a hash nobody can sign in. */
export async function accountFor(
  tx: Tx,
  email: string,
  passwordHash: string | null,
): Promise<{ id: string; isNew: boolean }> {
  const id = newId();
  if (await insertAccount(tx, { id, email, passwordHash })) return { id, isNew: true };
  const known = await findAccount(tx, email);
  if (!known) throw new Error('an account vanished');
  return { id: known.id, isNew: false };
}

/** Makes a person with an account a member of the actor's team. */
export async function joinTeam(
  actor: TeamActor,
  tx: Tx,
  account: string,
  joining: Joining,
): Promise<MemberRow | Refusal<'member.already_here'>> {
  const id = newId();
  const { name, role, locale } = joining;
  const shops = role === 'owner' ? null : joining.shops;
  const added = await insertMember(tx, {
    id,
    team: actor.team,
    account,
    name,
    role,
    shops,
    locale,
  });
  if (!added) return refuse('member.already_here');
  const member = await memberOfId(tx, actor.team, id);
  if (!member) throw new Error('a member vanished');
  record(tx, actor, {
    action: 'member.joined',
    subject: { kind: 'member', id },
    after: { role, shopIds: shops },
  });
  emit(tx, memberJoined, { subject: id, actor, data: faceOf(member) });
  return member;
}

/** Adds a member without an invitation; the caller is a part of the product (sample shop, command line, tests). */
export async function addMember(
  actor: TeamActor,
  tx: Tx,
  joining: Joining & { passwordHash: string | null },
): Promise<MemberRow | Refusal<'member.already_here'>> {
  const account = await accountFor(tx, joining.email, joining.passwordHash);
  return joinTeam(actor, tx, account.id, joining);
}

/** Takes a member away who never could sign in: a person of the sample shop. */
export async function removeMember(
  actor: TeamActor,
  tx: Tx,
  id: string,
): Promise<undefined | Refusal<'member.not_found'>> {
  const member = await memberOfId(tx, actor.team, id);
  if (!member) return refuse('member.not_found');
  await deleteMember(tx, actor.team, member);
  record(tx, actor, { action: 'member.removed', subject: { kind: 'member', id } });
}
