import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { RuleRow } from './tables.ts';

/** Names of who rules act for, by id. */
export async function authorNames(
  tx: Tx,
  rules: readonly Pick<RuleRow, 'author'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rules.flatMap(({ author }) => author?.id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; name: string }>(
    tx,
    sql`select id, name from published.members where team_id = ${tx.team} and id = any(${ids}::uuid[])
        union all select id, name from published.api_keys where team_id = ${tx.team} and id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
