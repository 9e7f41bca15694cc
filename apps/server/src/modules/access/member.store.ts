import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';

export interface MemberRow {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly shop_ids: string[] | null;
  readonly status: 'active' | 'deactivated';
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly second_factor: boolean;
  readonly joined_at: string;
  readonly last_seen_at: string | null;
  readonly deactivated_at: string | null;
}

const iso = (column: string) => sql.raw(`${isoColumn(`m.${column}`)} as ${column}`);

const rows = sql`
  select m.id, m.account_id, m.name, a.email, m.role, m.shop_ids, m.status, m.locale, m.theme,
         a.totp_secret is not null as second_factor,
         ${iso('joined_at')}, ${iso('last_seen_at')}, ${iso('deactivated_at')}
  from members m join accounts a on a.id = m.account_id`;

export const memberOfId = (tx: Tx, team: string, id: string) =>
  first<MemberRow>(tx, sql`${rows} where m.team_id = ${team} and m.id = ${id}`);

export const memberOfAccount = (tx: Tx, team: string, account: string) =>
  first<MemberRow>(tx, sql`${rows} where m.team_id = ${team} and m.account_id = ${account}`);

/** The member with this address, whatever the status. */
export const memberOfEmail = (tx: Tx, team: string, emailKey: string) =>
  first<MemberRow>(tx, sql`${rows} where m.team_id = ${team} and a.email_key = ${emailKey}`);

/** Members by name. */
export const listMemberRows = (
  tx: Tx,
  team: string,
  wanted: {
    status?: string | undefined;
    after: readonly [string, string] | null;
    limit: number;
  },
) =>
  run<MemberRow>(
    tx,
    sql`${rows} where m.team_id = ${team}
          and (${wanted.status ?? null}::text is null or m.status = ${wanted.status ?? null})
          and (${wanted.after === null} or (m.name, m.id) > (${wanted.after?.[0] ?? ''}, ${wanted.after?.[1] ?? null}::uuid))
        order by m.name, m.id limit ${wanted.limit}`,
  );

/** Active owners, locked in one order: whoever would take one away waits for whoever is taking another. */
export const lockOwners = (tx: Tx, team: string) =>
  run<{ id: string }>(
    tx,
    sql`select id from members where team_id = ${team} and role = 'owner' and status = 'active'
        order by id for update`,
  );

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
