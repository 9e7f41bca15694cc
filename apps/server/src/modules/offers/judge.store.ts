import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** The cheapest variant of each product. */
export async function cheapestOf(
  tx: Tx,
  shopId: string,
  productIds: readonly string[],
): Promise<string[]> {
  if (productIds.length === 0) return [];
  const rows = await run<{ id: string }>(
    tx,
    sql`select distinct on (product_id) id from published.variants
        where team_id = ${tx.team} and shop_id = ${shopId} and product_id = any(${[...productIds]}::uuid[])
        order by product_id, price_minor, id`,
  );
  return rows.map(({ id }) => id);
}
