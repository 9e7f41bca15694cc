import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Groups of the shops, in their order; `null`: of every shop. */
export async function readGroups(tx: Tx, shops: readonly string[] | null): Promise<string[][]> {
  const rows = await run<{ words: string[] }>(
    tx,
    sql`select words from synonym_groups where team_id = ${tx.team}
          and ${shops === null ? sql`true` : sql`shop_id = any(${[...shops]}::uuid[])`} order by shop_id, no`,
  );
  return rows.map(({ words }) => words);
}

export async function writeGroups(
  tx: Tx,
  shopId: string,
  groups: readonly string[][],
): Promise<void> {
  await run(tx, sql`delete from synonym_groups where team_id = ${tx.team} and shop_id = ${shopId}`);
  const rows = groups.map((words, n) => ({ no: n + 1, words }));
  await run(
    tx,
    sql`insert into synonym_groups (team_id, shop_id, no, words)
        select ${tx.team}, ${shopId}, r.no, r.words
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(no int, words text[])`,
  );
}
