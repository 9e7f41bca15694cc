import type { MemberActor, TeamActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { addMember, grantsOfRole } from '../access/index.ts';
import { type ColleagueKey, colleagues } from './content/people.ts';

/** A colleague of the sample, able to act in its story. */
export type Colleague = MemberActor & { readonly name: string };

/** The sample's team: members without a password, whom nobody can sign in as. */
export async function loadTeam(
  actor: TeamActor,
  tx: Tx,
  shopId: string,
): Promise<Map<ColleagueKey, Colleague>> {
  const team = new Map<ColleagueKey, Colleague>();
  for (const { key, name, role, locale } of colleagues) {
    const email = `${key}.${shopId}@sample.invalid`;
    const joining = { name, email, role, shops: [shopId], locale, passwordHash: null };
    const member = await addMember(actor, tx, joining);
    if (isRefusal(member)) throw new Error('a sample colleague was there already');
    team.set(key, {
      kind: 'member',
      team: actor.team,
      member: member.id,
      account: member.account_id,
      session: '',
      role,
      grants: grantsOfRole(role),
      shops: [shopId],
      locale,
      name,
    });
  }
  return team;
}
