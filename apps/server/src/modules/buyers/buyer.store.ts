import { sql } from 'kysely';
import type { JsonText } from '../../kernel/answer.ts';
import { first, preparedJson, run, runPrepared, type Tx } from '../../kernel/tx.ts';
import { withCan } from '../../kernel/with-can.ts';
import type { BuyerSummaryShape } from './shapes.ts';

export type Shops = readonly string[] | null;

/** True for rows that stand in one of the shops; every row where shops is null. */
export const inShops = (shops: Shops) =>
  shops === null ? sql`true` : sql`b.shop_ids && ${[...shops]}::uuid[]`;

/** The profile as the reader may see it; null when there is none for this reader. */
export const readProfile = (
  tx: Tx,
  id: string,
  shops: Shops,
  granted: readonly string[],
): Promise<JsonText | null> =>
  preparedJson(
    tx,
    'buyer',
    sql`select ${withCan(sql`substr(b.profile::text, 2)`, sql`b.allows`, sql`${[...granted]}::text[]`)}
        from published.buyer_profiles b
        where b.team_id = ${tx.team} and b.id = root_buyer(${tx.team}::uuid, ${id}::uuid) and ${inShops(shops)}`,
  );

/** Whether there is such a buyer in these shops. */
export const isThere = async (tx: Tx, id: string, shops: Shops): Promise<boolean> =>
  (
    await runPrepared(
      tx,
      'buyer-there',
      sql`select 1 as one from buyers b where b.team_id = ${tx.team} and b.id = root_buyer(${tx.team}::uuid, ${id}::uuid) and ${inShops(shops)}`,
    )
  ).length > 0;

/** What an event or a list tells of a buyer. */
export async function readSummary(
  tx: Tx,
  id: string,
): Promise<BuyerSummaryShape & { shopIds: string[] }> {
  const row = await first<{ summary: BuyerSummaryShape }>(
    tx,
    sql`select summary from published.buyer_summaries b where b.team_id = ${tx.team} and b.id = ${id}`,
  );
  if (!row) throw new Error('a buyer vanished');
  return row.summary;
}

export interface BuyerQuery {
  readonly shops: Shops;
  readonly shopId?: string | undefined;
  readonly tag?: string | undefined;
  readonly blocked?: boolean | undefined;
  readonly find: Find | null;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** How a typed text looks for buyers. */
export type Find =
  | { readonly by: 'phone'; readonly forms: readonly string[] }
  | { readonly by: 'tail'; readonly digits: string }
  | { readonly by: 'email'; readonly email: string }
  | { readonly by: 'words'; readonly words: string };

function matching(tx: Tx, find: Find) {
  switch (find.by) {
    case 'phone':
      return sql`b.phone = any(${[...find.forms]}::text[])`;
    case 'tail':
      return sql`b.phone_tail = ${find.digits}`;
    case 'email':
      return sql`b.email = ${find.email}`;
    case 'words':
      return sql`(strpos(lower(b.name), ${find.words.toLowerCase()}) > 0 or b.id = any(
        array(select a.buyer_id from buyer_accounts a where a.team_id = ${tx.team} and a.external_id = ${find.words})))`;
  }
}

/** What a list is narrowed to. */
export function wantedOf(tx: Tx, query: Omit<BuyerQuery, 'limit'>) {
  const { shopId, tag, blocked, find, after } = query;
  const listed = sql`exists (select from blocklistings l where l.team_id = b.team_id and l.buyer_id = b.id)`;
  return [
    sql`b.team_id = ${tx.team}`,
    inShops(query.shops),
    sql`not exists (select from buyer_merges m where m.team_id = b.team_id and m.merged_id = b.id and m.undone_at is null)`,
    ...(shopId ? [sql`b.shop_ids @> ${[shopId]}::uuid[]`] : []),
    ...(tag ? [sql`b.tags @> ${[tag]}::text[]`] : []),
    ...(blocked === undefined ? [] : [blocked ? listed : sql`not ${listed}`]),
    ...(find ? [matching(tx, find)] : []),
    ...(after ? [sql`(b.updated_at, b.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
}

/** Buyers, those changed last first. */
export function readBuyers(tx: Tx, query: BuyerQuery) {
  const wanted = wantedOf(tx, query);
  return run<{ summary: BuyerSummaryShape; id: string; at: string }>(
    tx,
    sql`select s.summary, w.id, w.at from (
          select b.id, b.updated_at, to_char(b.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
          from buyers b where ${sql.join(wanted, sql` and `)}
          order by b.updated_at desc, b.id desc limit ${query.limit}) w
        join published.buyer_summaries s on s.team_id = ${tx.team} and s.id = w.id
        order by w.updated_at desc, w.id desc`,
  );
}

/** What a change needs of a buyer, locked for it; undefined where the buyer is in none of the shops. */
export const lockBuyer = (tx: Tx, id: string, shops: Shops) =>
  first<{ id: string; shop_ids: string[]; name: string; phone_country: string | null }>(
    tx,
    sql`select id, shop_ids, name, phone_country from buyers b
        where b.team_id = ${tx.team} and b.id = root_buyer(${tx.team}::uuid, ${id}::uuid) and ${inShops(shops)} for update`,
  );
