import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** A variant as it is offered now. */
export interface Offer {
  readonly variantId: string;
  readonly variantExternalId: string;
  readonly productId: string;
  readonly productExternalId: string;
  readonly title: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: number;
  readonly currency: string;
}

/** Variants of a shop as they are offered now, by id; what the shop does not have is left out. */
export async function offersOf(
  tx: Tx,
  shopId: string,
  variantIds: readonly string[],
): Promise<Map<string, Offer>> {
  const rows = await run<Offer>(
    tx,
    sql`select v.id as "variantId", v.external_id as "variantExternalId", p.id as "productId",
          p.external_id as "productExternalId", p.title, coalesce(nullif(v.sku, ''), v.external_id) as sku, v.options,
          v.price_minor as "priceMinor", p.currency
        from variants v join products p on p.team_id = v.team_id and p.id = v.product_id
        where v.team_id = ${tx.team} and v.shop_id = ${shopId} and v.id = any(${[...variantIds]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.variantId, row]));
}

/** Locks variants in the one order everybody takes them in, for an act that takes some and puts others back. */
export const lockVariants = (tx: Tx, variantIds: readonly string[]): Promise<unknown> =>
  run(
    tx,
    sql`select 1 from variants where team_id = ${tx.team} and id = any(${[...new Set(variantIds)]}::uuid[])
        order by id for update`,
  );
