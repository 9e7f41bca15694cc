import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { ReviewRow } from './tables.ts';

/** What of a review counts for its product: hidden ones do not. */
type Counted = Pick<ReviewRow, 'shopId' | 'productId' | 'rating' | 'hiddenAt'>;

const starsOf = (rating: number, by: 1 | -1): number[] =>
  [1, 2, 3, 4, 5].map((star) => (star === rating ? by : 0));

async function add(tx: Tx, shopId: string, productId: string, stars: readonly number[]) {
  await run(
    tx,
    sql`insert into review_sums (team_id, product_id, shop_id) values (${tx.team}, ${productId}, ${shopId}) on conflict do nothing`,
  );
  await run(
    tx,
    sql`update review_sums set stars = array(select a + b from unnest(stars, ${[...stars]}::int[]) with ordinality as t(a, b, n) order by n)
        where team_id = ${tx.team} and product_id = ${productId}`,
  );
}

/** Moves the counters of a product from what a review was to what it is, in the transaction that changes it. */
export async function recount(tx: Tx, was: Counted | null, now: Counted | null): Promise<void> {
  const moves = new Map<string, { shopId: string; stars: number[] }>();
  for (const [one, by] of [
    [was, -1],
    [now, 1],
  ] as const) {
    if (!one?.productId || one.hiddenAt !== null) continue;
    const kept = moves.get(one.productId) ?? { shopId: one.shopId, stars: [0, 0, 0, 0, 0] };
    const change = starsOf(one.rating, by);
    moves.set(one.productId, {
      ...kept,
      stars: kept.stars.map((count, n) => count + (change[n] ?? 0)),
    });
  }
  for (const [productId, { shopId, stars }] of [...moves].sort())
    if (stars.some((count) => count !== 0)) await add(tx, shopId, productId, stars);
}

/** Products whose counters are not what their reviews come to. */
export async function findSumFaults(tx: Tx): Promise<string[]> {
  const rows = await run<{ product_id: string }>(
    tx,
    sql`with counted as (
          select product_id, array[count(*) filter (where rating = 1), count(*) filter (where rating = 2), count(*) filter (where rating = 3),
            count(*) filter (where rating = 4), count(*) filter (where rating = 5)]::int[] as stars
          from reviews where team_id = ${tx.team} and product_id is not null and hidden_at is null group by product_id)
        select coalesce(s.product_id, c.product_id) as product_id
        from (select product_id, stars from review_sums where team_id = ${tx.team}) s full join counted c using (product_id)
        where coalesce(s.stars, '{0,0,0,0,0}') <> coalesce(c.stars, '{0,0,0,0,0}') limit 100`,
  );
  return rows.map((row) => `the stars of product ${row.product_id} do not fit its reviews`);
}
