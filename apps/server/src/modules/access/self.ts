import type { access, InputOf, ReplyOf } from '@guitai/contract';
import { type MemberActor, system } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { briefShops } from '../shops/index.ts';
import { lockAccount, setPassword, teamsOfAccount } from './account.store.ts';
import { confirmPassword } from './confirm-password.ts';
import { memberChanged, sessionEnded } from './events.ts';
import { setPersonal } from './member.change.store.ts';
import { faceOf } from './member.shown.ts';
import { memberOfId } from './member.store.ts';
import { doneBefore, once } from './once.ts';
import { tooEasy } from './password.rules.ts';
import { hashPassword } from './password.ts';
import type { AccessNeeds } from './ports.ts';
import { deleteOthersEverywhere } from './session.end.store.ts';

/** Who is signed in and what the desk may offer. */
export async function getSelf(actor: MemberActor, tx: Tx): Promise<ReplyOf<typeof access.getSelf>> {
  const member = await memberOfId(tx, actor.team, actor.member);
  if (!member) throw new Error('a signed-in member vanished');
  const teams = await teamsOfAccount(tx, actor.account);
  const team = teams.find((one) => one.id === actor.team);
  if (!team) throw new Error('a signed-in member has no team');
  return {
    member: {
      id: member.id,
      name: member.name,
      email: member.email,
      role: member.role as access.RoleName,
      shopIds: member.shop_ids,
      locale: member.locale,
      theme: member.theme,
      secondFactor: member.second_factor,
    },
    team,
    teams,
    shops: await briefShops(tx, actor.shops),
    grants: Object.fromEntries(actor.grants),
    sessionId: actor.session,
  };
}

/** Changes own name, language or colours. Colleagues hear of a new name. */
export async function updateSelf(
  actor: MemberActor,
  tx: Tx,
  input: InputOf<typeof access.updateSelf>,
) {
  const before = await memberOfId(tx, actor.team, actor.member);
  await setPersonal(tx, actor.team, actor.member, input);
  if (input.name !== undefined && input.name !== before?.name) {
    record(tx, actor, {
      action: 'member.renamed',
      subject: { kind: 'member', id: actor.member },
      before: { name: before?.name },
      after: { name: input.name },
    });
  }
  if (input.name !== undefined || input.locale !== undefined) {
    const member = await memberOfId(tx, actor.team, actor.member);
    if (member) emit(tx, memberChanged, { subject: member.id, actor, data: faceOf(member) });
  }
  return getSelf(actor, tx);
}

interface Ended {
  readonly team_id: string;
  readonly member_id: string;
}

async function endOthers(actor: MemberActor, tx: Tx): Promise<Ended[]> {
  const ended = await deleteOthersEverywhere(tx, actor.account, actor.session);
  record(tx, actor, {
    action: 'access.password_changed',
    subject: { kind: 'member', id: actor.member },
    after: { sessionsEnded: ended.length },
  });
  emit(tx, sessionEnded, { subject: actor.member, actor, data: { memberId: actor.member } });
  return ended;
}

/** Tells the sockets of the person's other sessions, in every team where there were any. */
async function cutElsewhere(
  { db }: Bare,
  actor: MemberActor,
  ended: readonly Ended[],
): Promise<void> {
  const elsewhere = new Map(ended.map((one) => [one.team_id, one.member_id]));
  elsewhere.delete(actor.team);
  for (const [team, memberId] of elsewhere) {
    const there = system(team, 'access.password_changed');
    await db.write(there, async (tx) =>
      emit(tx, sessionEnded, { subject: memberId, actor: there, data: { memberId } }),
    );
  }
}

/** Changes the password; every other session of the person ends, here and in other teams. */
export const changePasswordWith =
  (needs: AccessNeeds) =>
  async (actor: MemberActor, bare: Bare, input: InputOf<typeof access.changePassword>) => {
    if (await doneBefore(actor, bare, 'changePassword')) return;
    const wrong = await confirmPassword(
      needs,
      actor,
      bare,
      input.current,
      'access.password_changed',
    );
    if (wrong) return wrong;
    const hash = await hashPassword(input.next);
    const how = { endpoint: 'changePassword', input: {}, kept: () => null, again: () => [] };
    const ended = await once<Ended[], 'access.password_too_easy'>(
      actor,
      bare,
      needs.secretKey,
      how,
      async (tx) => {
        const account = await lockAccount(tx, actor.account);
        if (tooEasy(input.next, account.email)) return refuse('access.password_too_easy');
        await setPassword(tx, account.id, hash);
        return endOthers(actor, tx);
      },
    );
    if (isRefusal(ended)) return ended;
    await cutElsewhere(bare, actor, ended);
  };
