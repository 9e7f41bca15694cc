import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { own, type SampleShopsTable } from './tables.ts';

export type SampleShopRow = SampleShopsTable;

/** The team's sample shop; undefined when there is none. */
export const sampleShopOf = (tx: Tx): Promise<SampleShopRow | undefined> =>
  first(tx, sql`select * from sample_shops where team_id = ${tx.team}`);

/** Makes rivals wait: two clicks at once load, or remove, one sample shop. */
export const lockSample = (tx: Tx) =>
  first(tx, sql`select pg_advisory_xact_lock(hashtextextended('sample ' || ${tx.team}::text, 0))`);

export const insertSample = (tx: Tx, row: SampleShopRow) =>
  own(tx)
    .insertInto('sample_shops')
    .values({ ...row, shoppers: JSON.stringify(row.shoppers) as never })
    .execute();

export const deleteSample = (tx: Tx) =>
  own(tx)
    .deleteFrom('sample_shops')
    .where('team_id', '=', tx.team ?? '')
    .execute();

/** Ids of a shop's orders by number. */
export async function orderIds(tx: Tx, shopId: string): Promise<Map<string, string>> {
  const rows = await run<{ id: string; number: string }>(
    tx,
    sql`select id, number from published.orders where team_id = ${tx.team} and shop_id = ${shopId}`,
  );
  return new Map(rows.map((row) => [row.number, row.id]));
}

/** Ids of a shop's products by the shop's own id. */
export async function productIds(tx: Tx, shopId: string): Promise<Map<string, string>> {
  const rows = await run<{ id: string; key: string }>(
    tx,
    sql`select id, external_id as key from published.products where team_id = ${tx.team} and shop_id = ${shopId}`,
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}
