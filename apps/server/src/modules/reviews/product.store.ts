import type { reviews } from '@guitai/contract';
import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** What the visible reviews of a product come to. */
export interface Rating {
  readonly count: number;
  readonly average: number | null;
  readonly stars: number[];
}

export const noRating: Rating = { count: 0, average: null, stars: [0, 0, 0, 0, 0] };

/** From the kept counters alone. */
export async function ratingsOf(
  tx: Tx,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Rating>> {
  const rows = await run<Rating & { productId: string }>(
    tx,
    sql`select product_id as "productId", count, total::float8 / nullif(count, 0) as average, stars from review_sums
        where team_id = ${tx.team} and product_id = any(${[...productIds]}::uuid[])`,
  );
  return new Map(
    rows.map(({ productId, count, average, stars }) => [productId, { count, average, stars }]),
  );
}

/** Products that have reviews: the lowest average first, or the most reviews. */
export function readReviewedProducts(
  tx: Tx,
  filter: {
    readonly shops: readonly string[] | null;
    readonly shopId?: string | undefined;
    readonly sort: 'worst' | 'most';
  },
  after: readonly [number, string] | null,
  limit: number,
): Promise<(reviews.ReviewedProductShape & { readonly place: number })[]> {
  const { shops, shopId, sort } = filter;
  // Kept whole, so that the place of a row is exact: thousandths of a star, or the count from the most down.
  const key = sql.raw(sort === 'worst' ? '(s.total * 1000 / s.count)' : '(-s.count)');
  return run(
    tx,
    sql`select s.product_id as "productId", p.title, p.pictures[1] as "imageUrl", s.shop_id as "shopId", h.name as "shopName",
          s.count, s.total::float8 / s.count as average, s.stars, ${key} as place
        from review_sums s join published.products p on p.team_id = s.team_id and p.id = s.product_id
        join published.shops h on h.team_id = s.team_id and h.id = s.shop_id
        where s.team_id = ${tx.team} and s.count > 0 and ${shops === null ? sql`true` : sql`s.shop_id = any(${[...shops]}::uuid[])`}
          and ${shopId ? sql`s.shop_id = ${shopId}` : sql`true`}
          and ${after ? sql`(${key}, s.product_id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
        order by ${key}, s.product_id limit ${limit}`,
  );
}
