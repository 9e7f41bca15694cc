import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Hit } from './search.rules.ts';

/** A token that more entries hold says little; so many of them are looked at. */
const mostHolders = 400;

export const readHits = (
  tx: Tx,
  tokens: readonly number[],
  shops: readonly string[] | null,
): Promise<Hit[]> =>
  run<Hit>(
    tx,
    sql`select entry_id, token, among::int as among from knowledge_match(${[...tokens]}::int[],
          ${shops === null ? null : [...shops]}::uuid[], ${mostHolders})`,
  );

export async function countEntries(tx: Tx): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from knowledge_search where team_id = ${tx.team}`,
  );
  return row?.n ?? 0;
}

export interface ToIndex {
  readonly id: string;
  readonly words: readonly { readonly title: string; readonly body: string }[];
  readonly questions: readonly string[];
  readonly topic: string;
  readonly category: string;
  readonly productTitle: string;
}

/** Live versions of entries, as the search needs them. */
export const readToIndex = (tx: Tx, ids: readonly string[]): Promise<ToIndex[]> =>
  run<ToIndex>(
    tx,
    sql`select e.id, v.words, v.questions, e.topic, e.category, coalesce(p.title, '') as "productTitle"
        from knowledge_entries e
        join knowledge_versions v on v.team_id = e.team_id and v.entry_id = e.id and v.no = e.live_no
        left join published.products p on p.team_id = e.team_id and p.shop_id = e.shop_id and p.external_id = e.product_external_id
        where e.team_id = ${tx.team} and e.id = any(${[...ids]}::uuid[]) and e.archived_at is null`,
  );

export const writeSearch = (
  tx: Tx,
  rows: readonly { readonly id: string; readonly tokens: readonly number[] }[],
) =>
  run(
    tx,
    sql`insert into knowledge_search (team_id, entry_id, shop_id, tokens)
        select e.team_id, e.id, e.shop_id, r.tokens
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, tokens int[])
        join knowledge_entries e on e.team_id = ${tx.team} and e.id = r.id
        on conflict (team_id, entry_id) do update set tokens = excluded.tokens`,
  );

export const deleteSearch = (tx: Tx, id: string) =>
  run(tx, sql`delete from knowledge_search where team_id = ${tx.team} and entry_id = ${id}`);
