import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { MemberRow } from './member.store.ts';
import { own } from './tables.ts';

export interface NewMember {
  readonly id: string;
  readonly team: string;
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly shops: readonly string[] | null;
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
}

/** Adds a member and the way from the person to the team; false when the person is a member already. */
export async function insertMember(tx: Tx, made: NewMember): Promise<boolean> {
  const added = await own(tx)
    .insertInto('members')
    .values({
      team_id: made.team,
      id: made.id,
      account_id: made.account,
      name: made.name,
      role: made.role,
      shop_ids: made.shops ? [...made.shops] : null,
      locale: made.locale,
      joined_at: now(),
    })
    .onConflict((conflict) => conflict.columns(['team_id', 'account_id']).doNothing())
    .returning('id')
    .execute();
  if (added.length === 0) return false;
  await own(tx)
    .insertInto('account_teams')
    .values({ account_id: made.account, team_id: made.team, member_id: made.id })
    .execute();
  return true;
}

export async function setRole(
  tx: Tx,
  team: string,
  id: string,
  to: { role: string; shops: readonly string[] | null },
): Promise<void> {
  await own(tx)
    .updateTable('members')
    .set((column) => ({
      role: to.role,
      shop_ids: to.shops ? [...to.shops] : null,
      permission_version: column('permission_version', '+', 1),
    }))
    .where('team_id', '=', team)
    .where('id', '=', id)
    .execute();
}

/** Shuts a member out or lets one in again, in the team and on the way to it. */
export async function setStatus(
  tx: Tx,
  team: string,
  id: string,
  status: 'active' | 'deactivated',
): Promise<void> {
  await own(tx)
    .updateTable('members')
    .set((column) => ({
      status,
      deactivated_at: status === 'deactivated' ? now() : null,
      permission_version: column('permission_version', '+', 1),
    }))
    .where('team_id', '=', team)
    .where('id', '=', id)
    .execute();
  await own(tx)
    .updateTable('account_teams')
    .set({ active: status === 'active' })
    .where('team_id', '=', team)
    .where('member_id', '=', id)
    .execute();
}

/** Changes what a member may change of oneself. */
export async function setPersonal(
  tx: Tx,
  team: string,
  id: string,
  to: {
    name?: string;
    locale?: MemberRow['locale'];
    theme?: MemberRow['theme'];
  },
): Promise<void> {
  if (Object.keys(to).length === 0) return;
  await own(tx)
    .updateTable('members')
    .set(to)
    .where('team_id', '=', team)
    .where('id', '=', id)
    .execute();
}

/** Removes a member without trace in this module; for members who never could sign in. */
export async function deleteMember(tx: Tx, team: string, member: MemberRow): Promise<void> {
  await own(tx)
    .deleteFrom('account_teams')
    .where('team_id', '=', team)
    .where('member_id', '=', member.id)
    .execute();
  await own(tx)
    .deleteFrom('members')
    .where('team_id', '=', team)
    .where('id', '=', member.id)
    .execute();
  await run(
    tx,
    sql`delete from accounts a where a.id = ${member.account_id} and a.password_hash is null
          and not exists (select from account_teams t where t.account_id = a.id)`,
  );
}
