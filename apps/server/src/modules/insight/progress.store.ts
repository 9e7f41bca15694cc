import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** Name of the reaction that makes facts; its cursor is how far they are. */
export const factsReaction = 'insight.facts';

/** How many events of the log the facts have not read yet; 0 while they follow. */
export async function behindLog(tx: Tx): Promise<number> {
  const row = await first<{ behind: number }>(
    tx,
    sql`select c.seq - coalesce(r.seq, 0) as behind from team_clocks c
        left join reaction_cursors r on r.team_id = c.team_id and r.name = ${factsReaction}
        where c.team_id = ${tx.team}`,
  );
  const behind = row?.behind ?? 0;
  return behind > 1_000 ? behind : 0;
}

const calm = '10 minutes';

/** Whether events that facts are made of, and that are no longer fresh, are not in them yet: then no number is the last word. */
export async function factsUnread(tx: Tx, types: readonly string[]): Promise<boolean> {
  const row = await first<{ unread: boolean }>(
    tx,
    sql`select exists (select from events e where e.team_id = ${tx.team} and e.at < now() - ${calm}::interval
          and e.seq > coalesce((select r.seq from reaction_cursors r where r.team_id = e.team_id and r.name = ${factsReaction}), 0)
          and e.type = any(${[...types]})) as unread`,
  );
  return row?.unread ?? false;
}

const tables = [
  'insight_turns',
  'insight_topics',
  'insight_talks',
  'insight_rounds',
  'insight_sessions',
  'insight_parts',
  'insight_services',
  'insight_enquiries',
  'insight_sales',
  'insight_acts',
  'insight_script_uses',
  'insight_calendars',
  'insight_pages',
] as const;

const stretch = 100_000;

/** A stretch a statement, so that none takes longer than a statement may. */
async function forgetRows(tx: Tx, table: (typeof tables)[number]): Promise<void> {
  for (let gone = stretch; gone === stretch; ) {
    const rows = await run<{ n: number }>(
      tx,
      sql`with gone as (delete from ${sql.table(table)} where ctid in (select ctid from ${sql.table(table)}
            where team_id = ${tx.team} limit ${stretch}) returning 1) select count(*)::int as n from gone`,
    );
    gone = rows[0]?.n ?? 0;
  }
}

/** Forgets every fact and starts at the beginning of the log; what people set (rules, special days, closed months) stays. */
export async function forgetFacts(tx: Tx): Promise<void> {
  for (const table of tables) await forgetRows(tx, table);
  await run(
    tx,
    sql`insert into reaction_cursors (team_id, name) values (${tx.team}, ${factsReaction})
        on conflict (team_id, name) do update set seq = 0, failures = 0`,
  );
}

/** Whether a rebuild was begun and has not come to the end of the log. */
export async function cursorOf(tx: Tx): Promise<{ seq: number; head: number }> {
  const row = await first<{ seq: number; head: number }>(
    tx,
    sql`select coalesce(r.seq, 0) as seq, c.seq as head from team_clocks c
        left join reaction_cursors r on r.team_id = c.team_id and r.name = ${factsReaction}
        where c.team_id = ${tx.team}`,
  );
  return row ?? { seq: 0, head: 0 };
}

/** Every fact as text, in a fixed order: two of these are equal when the facts are. */
export async function dumpFacts(tx: Tx): Promise<string> {
  const parts: string[] = [];
  for (const table of tables.filter((name) => name !== 'insight_pages')) {
    const rows = await run<{ row: string }>(
      tx,
      sql`select to_jsonb(t)::text as row from ${sql.table(table)} t where team_id = ${tx.team} order by 1`,
    );
    parts.push(`${table}\n${rows.map(({ row }) => row).join('\n')}`);
  }
  return parts.join('\n');
}
