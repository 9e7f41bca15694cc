import { type Actor, system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { record } from '../audit/index.ts';
import { activeTeams, findAccount, setPassword } from './account.store.ts';
import { sessionEnded } from './events.ts';
import { turnOff } from './second-factor.store.ts';
import { deleteOthersEverywhere } from './session.end.store.ts';

const nobody: Actor = { kind: 'nobody', team: null, locale: 'en' };

/**
 * Gives a person who lost password or phone a new password and takes the second factor off; every session ends.
 * For the operator at the machine only. Says false when the address has no account.
 */
export async function recoverAccount(
  db: Db,
  email: string,
  passwordHash: string,
): Promise<boolean> {
  const teams = await db.outside(nobody, async (tx) => {
    const account = await findAccount(tx, email);
    if (!account) return null;
    await setPassword(tx, account.id, passwordHash);
    await turnOff(tx, account.id);
    await deleteOthersEverywhere(tx, account.id, null);
    return activeTeams(tx, account.id);
  });
  for (const { team_id: team, member_id: memberId } of teams ?? []) {
    const operator = system(team, 'guitai account');
    await db.write(operator, async (tx) => {
      const subject = { kind: 'member', id: memberId };
      record(tx, operator, { action: 'access.account_recovered', subject });
      emit(tx, sessionEnded, { subject: memberId, actor: operator, data: { memberId } });
    });
  }
  return teams !== null;
}
