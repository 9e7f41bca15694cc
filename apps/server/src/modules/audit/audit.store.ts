import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Chained, Head } from './chain.rules.ts';
import { own } from './tables.ts';

/** Locks the end of the team's chain until the transaction ends; makes it for a team without one. */
export async function lockHead(tx: Tx, team: string): Promise<Head> {
  const row = await first<Head>(
    tx,
    sql`insert into audit_heads (team_id) values (${team})
        on conflict (team_id) do update set team_id = excluded.team_id
        returning seq, hash`,
  );
  if (!row) throw new Error('the audit chain has no head');
  return row;
}

/** One statement takes 65,535 parameters; an entry has 16. */
const rowsAtOnce = 1_000;

/** Adds entries in order and moves the head to the last of them. */
export async function appendEntries(
  tx: Tx,
  team: string,
  entries: ReadonlyArray<Chained & { hash: Buffer }>,
): Promise<void> {
  const last = entries.at(-1);
  if (!last) return;
  for (let at = 0; at < entries.length; at += rowsAtOnce) {
    await own(tx)
      .insertInto('audit_entries')
      .values(entries.slice(at, at + rowsAtOnce).map((entry) => ({ team_id: team, ...entry })))
      .execute();
  }
  await own(tx)
    .updateTable('audit_heads')
    .set({ seq: last.seq, hash: last.hash })
    .where('team_id', '=', team)
    .execute();
}

/** The end of the chain, or null for a team that never did anything on record. */
export async function readHead(tx: Tx, team: string): Promise<Head | null> {
  return (
    (await first<Head>(tx, sql`select seq, hash from audit_heads where team_id = ${team}`)) ?? null
  );
}

/** A stretch of the chain in order, as it was hashed. */
export const readChain = (tx: Tx, team: string, after: number, upTo: number, limit: number) =>
  run<Chained & { hash: Buffer }>(
    tx,
    sql`select seq, ${sql.raw(isoColumn('at'))} as at, actor_kind, actor_id, action, subject_kind, subject_id,
               outcome, reason, before, after, shop_id, address, device, hash
        from audit_entries where team_id = ${team} and seq > ${after} and seq <= ${upTo}
        order by seq limit ${limit}`,
  );

/** What a page of the log is asked for; a field left out does not narrow. */
export interface Wanted {
  readonly below?: number | undefined;
  readonly action?: string | undefined;
  readonly actorId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly outcome?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Null: every shop, and acts of no shop. */
  readonly shops: readonly string[] | null;
  readonly limit: number;
}

export interface EntryRow extends Chained {
  readonly actor_name: string | null;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Entries, newest first, with the name the actor bears today. */
export const readEntries = (tx: Tx, team: string, wanted: Wanted) => {
  const { action } = wanted;
  const conditions = [
    sql`e.team_id = ${team}`,
    wanted.below !== undefined ? sql`e.seq < ${wanted.below}` : null,
    action === undefined
      ? null
      : action.endsWith('.')
        ? sql`e.action like ${`${escapeLike(action)}%`}`
        : sql`e.action = ${action}`,
    wanted.actorId ? sql`e.actor_id = ${wanted.actorId}` : null,
    wanted.subjectId ? sql`e.subject_id = ${wanted.subjectId}` : null,
    wanted.outcome ? sql`e.outcome = ${wanted.outcome}` : null,
    wanted.since ? sql`e.at >= ${wanted.since}::timestamptz` : null,
    wanted.until ? sql`e.at < ${wanted.until}::timestamptz` : null,
    wanted.shops ? sql`e.shop_id = any(${[...wanted.shops]}::uuid[])` : null,
  ].filter((condition) => condition !== null);
  return run<EntryRow>(
    tx,
    sql`select e.seq, ${sql.raw(isoColumn('e.at'))} as at, e.actor_kind, e.actor_id, e.action, e.subject_kind,
               e.subject_id, e.outcome, e.reason, e.before, e.after, e.shop_id, e.address, e.device,
               coalesce(m.name, k.name) as actor_name
        from audit_entries e
        left join published.members m on m.team_id = e.team_id and m.id = e.actor_id
        left join published.api_keys k on k.team_id = e.team_id and k.id = e.actor_id
        where ${sql.join(conditions, sql` and `)}
        order by e.seq desc limit ${wanted.limit}`,
  );
};
