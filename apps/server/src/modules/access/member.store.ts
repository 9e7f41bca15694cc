import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

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
