import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { FloorFor } from './floor.store.ts';

/** The categories the products of a shop are in, by name. */
export async function categoriesOf(tx: Tx, shopId: string): Promise<string[]> {
  const rows = await run<{ category: string }>(
    tx,
    sql`select distinct attributes ->> 'category' as category from products
        where team_id = ${tx.team} and shop_id = ${shopId} and attributes ->> 'category' <> '' order by 1 limit 500`,
  );
  return rows.map(({ category }) => category);
}

/** A piece a floor would be for. */
export interface Piece {
  readonly variantId: string;
  readonly title: string;
  readonly listMinor: number;
  readonly costMinor: number | null;
}

const mostPieces = 20_000;

/** The pieces something is said for: of a variant, a product, a category or the whole shop; dearest first. */
export function piecesOf(tx: Tx, { shopId, category, productId, variantId }: FloorFor) {
  const only = variantId
    ? sql`v.id = ${variantId}`
    : productId
      ? sql`p.id = ${productId}`
      : category
        ? sql`p.attributes ->> 'category' = ${category}`
        : sql`true`;
  return run<Piece>(
    tx,
    sql`select v.id as "variantId", p.title, v.price_minor as "listMinor", c.cost_minor as "costMinor"
        from variants v join products p on p.team_id = v.team_id and p.id = v.product_id
          left join published.variant_costs c on c.team_id = v.team_id and c.id = v.id
        where v.team_id = ${tx.team} and v.shop_id = ${shopId} and p.status = 'on_sale' and ${only}
        order by v.price_minor desc, v.id limit ${mostPieces}`,
  );
}
