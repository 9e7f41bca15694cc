import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Names of members, of those who are gone none. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await run<{ id: string; name: string }>(
    tx,
    sql`select id, name from published.members where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
