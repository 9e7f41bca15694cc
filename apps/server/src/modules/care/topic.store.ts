import { sql } from 'kysely';
import { isId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A product of the shop by its id, its number there or the number of one of its variants; one look into an index each. */
export async function productOnPage(tx: Tx, shopId: string, name: string): Promise<string | null> {
  const here = sql`team_id = ${tx.team} and shop_id = ${shopId}`;
  const byId = isId(name)
    ? sql`select id from published.products where ${here} and id = ${name}::uuid union all `
    : sql``;
  const row = await first<{ id: string }>(
    tx,
    sql`${byId}select id from published.products where ${here} and external_id = ${name}
        union all select product_id from published.variants where ${here} and sku = ${name} and sku <> ''
        union all select product_id from published.variants where ${here} and external_id = ${name} limit 1`,
  );
  return row?.id ?? null;
}

export interface PageSeen {
  readonly conversationId: string;
  readonly shopId: string;
  readonly page: string;
}

/** Keeps which product's page buyers last wrote from; gives the conversations in which it is another one than before. */
export async function keepPages(tx: Tx, seen: readonly PageSeen[]): Promise<Set<string>> {
  if (seen.length === 0) return new Set();
  const rows = await run<{ id: string }>(
    tx,
    sql`insert into discussed_pages as d (team_id, conversation_id, page)
        select ${tx.team}, s."conversationId", s.page from json_to_recordset(${JSON.stringify(seen)}::json)
          as s("conversationId" uuid, page text)
        join published.conversation_states c on c.team_id = ${tx.team} and c.id = s."conversationId"
        on conflict (team_id, conversation_id) do update set page = excluded.page where d.page <> excluded.page
        returning conversation_id as id`,
  );
  return new Set(rows.map(({ id }) => id));
}
