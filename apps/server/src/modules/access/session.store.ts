import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { isoColumn } from '../../kernel/events.ts';
import { prepared, run, type Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';

/** A session and the member behind it, as far as they matter to know who asks. */
export interface SessionRow {
  readonly session: string;
  readonly account_id: string;
  readonly last_seen_at: Date;
  readonly member: string;
  readonly role: string;
  readonly shop_ids: string[] | null;
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
}

const byToken = `
  select s.id as session, s.account_id, s.last_seen_at, m.id as member, m.role, m.shop_ids, m.locale
  from account_sessions s join members m on m.team_id = s.team_id and m.id = s.member_id
  where s.token_hash = $1 and s.team_id = $2 and s.expires_at > $3
    and s.last_seen_at + s.idle_seconds * interval '1 second' > $3 and m.status = 'active'`;

const byId = byToken.replace('s.token_hash = $1', 's.id = $1');

/** The living session of a token; undefined when it ended, idled, or its member was shut out. */
export async function sessionOfToken(tx: Tx, team: string, hash: Buffer) {
  const values = [hash, team, now()];
  return (await prepared<SessionRow>(tx, 'access-session', byToken, values))[0];
}

/** The same by the session's id, to ask again about a socket that is open. */
export async function sessionOfId(tx: Tx, team: string, id: string) {
  const values = [id, team, now()];
  return (await prepared<SessionRow>(tx, 'access-session-id', byId, values))[0];
}

export interface NewSession {
  readonly id: string;
  readonly hash: Buffer;
  readonly team: string;
  readonly account: string;
  readonly member: string;
  readonly device: string;
  readonly address: string | null;
  readonly idleSeconds: number;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Tx, made: NewSession): Promise<void> {
  await own(tx)
    .insertInto('account_sessions')
    .values({
      id: made.id,
      token_hash: made.hash,
      team_id: made.team,
      account_id: made.account,
      member_id: made.member,
      device: made.device,
      address: made.address,
      created_at: now(),
      last_seen_at: now(),
      idle_seconds: made.idleSeconds,
      expires_at: made.expiresAt,
    })
    .execute();
}

/** Notes that session and member were here; coarse, so that it costs nothing. */
export async function noteSeen(tx: Tx, row: SessionRow, team: string, address: string | null) {
  await own(tx)
    .updateTable('account_sessions')
    .set({ last_seen_at: now(), address })
    .where('id', '=', row.session)
    .where('last_seen_at', '=', row.last_seen_at)
    .execute();
  await own(tx)
    .updateTable('members')
    .set({ last_seen_at: now() })
    .where('team_id', '=', team)
    .where('id', '=', row.member)
    .execute();
}

export interface SessionLine {
  readonly id: string;
  readonly device: string;
  readonly address: string | null;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly expires_at: string;
}

const iso = (column: string) => sql.raw(isoColumn(column));

/** Living sessions of a member, the given one first, then by last use. */
export const listLiving = (
  tx: Tx,
  wanted: {
    team: string;
    member: string;
    current: string;
    after: readonly [string, string] | null;
    limit: number;
  },
) =>
  run<SessionLine>(
    tx,
    sql`select id, device, address, ${iso('created_at')} as created_at,
               ${iso('last_seen_at')} as last_seen_at, ${iso('expires_at')} as expires_at
        from account_sessions
        where team_id = ${wanted.team} and member_id = ${wanted.member}
          and expires_at > ${now()} and last_seen_at + idle_seconds * interval '1 second' > ${now()}
          and (${wanted.after === null} or (id <> ${wanted.current}
               and (date_trunc('milliseconds', last_seen_at), id) < (${wanted.after?.[0] ?? null}::timestamptz, ${wanted.after?.[1] ?? null}::uuid)))
        order by id = ${wanted.current} desc, date_trunc('milliseconds', last_seen_at) desc, id desc
        limit ${wanted.limit}`,
  );
