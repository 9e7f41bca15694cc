import { sql } from 'kysely';
import { first, type Tx } from '../../kernel/tx.ts';

/**
 * Takes one of the hour's reveals; how many are left, or null when none was. The last times stand in one row, so that rivals
 * wait for each other and the hour slides: the next one beyond the limit must come an hour after the first.
 */
export async function takeReveal(tx: Tx, readerId: string, limit: number): Promise<number | null> {
  const row = await first<{ left: number }>(
    tx,
    sql`insert into reveal_budgets as b (team_id, reader_id, times)
        values (${tx.team}, ${readerId}, array[clock_timestamp()])
        on conflict (team_id, reader_id) do update
          set times = (b.times || clock_timestamp())[greatest(1, cardinality(b.times) + 2 - ${limit}::int):]
          where cardinality(b.times) < ${limit} or b.times[1] < clock_timestamp() - interval '1 hour'
        returning ${limit}::int - (select count(*) from unnest(times) t where t > clock_timestamp() - interval '1 hour')::int as left`,
  );
  return row?.left ?? null;
}

/** When the reader may reveal again. */
export const revealsAgain = (tx: Tx, readerId: string) =>
  first<{ until: string; seconds: number }>(
    tx,
    sql`select to_char(times[1] + interval '1 hour', 'HH24:MI "UTC"') as until,
          ceil(extract(epoch from times[1] + interval '1 hour' - clock_timestamp()))::int as seconds
        from reveal_budgets where team_id = ${tx.team} and reader_id = ${readerId}`,
  );
