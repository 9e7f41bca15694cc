import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** So many orders and buyers a search of the log looks at. */
const most = 500;

/** Notes what runs about these orders and buyers are found by; what stands there already is brought up to date. */
export const noteFound = (tx: Tx, orderIds: readonly string[], buyerIds: readonly string[]) =>
  run(
    tx,
    sql`insert into automation_found (team_id, id, order_id, buyer_id, words)
        select o.team_id, o.id, o.id, null, o.number from published.orders o
          where o.team_id = ${tx.team} and o.id = any(${[...new Set(orderIds)]}::uuid[])
        union all
        select b.team_id, b.id, null, b.id, b.name from published.buyer_names b
          where b.team_id = ${tx.team} and b.id = any(${[...new Set(buyerIds)]}::uuid[]) and b.name <> ''
        on conflict (team_id, id) do update set words = excluded.words where automation_found.words <> excluded.words`,
  );

/** Of these buyers those that runs are about are found by their new names; others stay unknown here. */
export const renameFound = (tx: Tx, buyerIds: readonly string[]) =>
  run(
    tx,
    sql`update automation_found f set words = b.name from published.buyer_names b
        where f.team_id = ${tx.team} and f.buyer_id = any(${[...new Set(buyerIds)]}::uuid[])
          and b.team_id = f.team_id and b.id = f.buyer_id and f.words <> b.name`,
  );

/** Orders and buyers whose number or name holds a text. */
export async function findSubjects(tx: Tx, text: string): Promise<string[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from automation_find(${pattern}, ${most})`,
  );
  return rows.map(({ id }) => id);
}

/** Notes what runs of before the search are found by, at most so many; how many there were. */
export async function noteOldFound(tx: Tx, limit: number): Promise<number> {
  const rows = await run<{ order_id: string | null; buyer_id: string | null }>(
    tx,
    sql`select r.order_id, r.buyer_id from automation_runs r where r.team_id = ${tx.team} and (
          r.order_id is not null and not exists (select from automation_found f where f.team_id = r.team_id and f.id = r.order_id)
          or r.buyer_id is not null and exists (select from published.buyer_names b
              where b.team_id = r.team_id and b.id = r.buyer_id and b.name <> '')
            and not exists (select from automation_found f where f.team_id = r.team_id and f.id = r.buyer_id))
        limit ${limit}`,
  );
  await noteFound(
    tx,
    rows.flatMap((row) => row.order_id ?? []),
    rows.flatMap((row) => row.buyer_id ?? []),
  );
  return rows.length;
}
