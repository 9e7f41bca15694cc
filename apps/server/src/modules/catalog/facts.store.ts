import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** What other modules show of a product: on a card, in the demo shop. */
export interface ProductFacts {
  readonly id: string;
  readonly shopId: string;
  readonly externalId: string;
  readonly title: string;
  readonly currency: string;
  readonly priceMinor: number;
  readonly stock: number | null;
  readonly onSale: boolean;
  readonly pictureUrl: string | null;
  readonly url: string | null;
}

/** A product with the price and stock of this moment; null when there is none. */
export async function productFacts(tx: Tx, productId: string): Promise<ProductFacts | null> {
  const row = await first<ProductFacts>(
    tx,
    sql`select p.id, p.shop_id as "shopId", p.external_id as "externalId", p.title, p.currency,
          coalesce(min(v.price_minor), 0) as "priceMinor",
          case when bool_or(v.stock is null) then null else sum(v.stock)::int end as stock,
          p.status = 'on_sale' and coalesce(bool_or(v.available and coalesce(v.stock, 1) > 0), false) as "onSale",
          coalesce(p.pictures[1], min(v.picture_url)) as "pictureUrl", p.url
        from products p left join variants v on v.team_id = p.team_id and v.product_id = p.id
        where p.team_id = ${tx.team} and p.id = ${productId}
        group by p.team_id, p.id`,
  );
  return row ?? null;
}

/** A variant as an order line refers to it. */
export interface VariantRef {
  readonly variantId: string;
  readonly productId: string;
  readonly title: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly pictureUrl: string | null;
  readonly url: string | null;
}

/**
 * Variants by the shop's own ids: keys are `product/variant`, or `product/` for the only variant of a product.
 * What the shop has not told us of is absent.
 */
export async function variantsByExternal(
  tx: Tx,
  shopId: string,
  productExternalIds: readonly string[],
): Promise<Map<string, VariantRef>> {
  const rows = await run<VariantRef & { product: string; variant: string; only: boolean }>(
    tx,
    sql`select v.id as "variantId", p.id as "productId", p.title, coalesce(nullif(v.sku, ''), v.external_id) as sku, v.options,
          coalesce(v.picture_url, p.pictures[1]) as "pictureUrl", p.url, p.external_id as product, v.external_id as variant,
          count(*) over (partition by p.id) = 1 as only
        from products p join variants v on v.team_id = p.team_id and v.product_id = p.id
        where p.team_id = ${tx.team} and p.shop_id = ${shopId}
          and p.external_id = any(${[...new Set(productExternalIds)]}::text[])`,
  );
  const found = new Map<string, VariantRef>();
  for (const { product, variant, only, ...ref } of rows) {
    found.set(`${product}/${variant}`, ref);
    if (only) found.set(`${product}/`, ref);
  }
  return found;
}

/** Remembers that a buyer looked at a product; shown first when a colleague searches for this buyer. */
export const recordProductView = (tx: Tx, buyerId: string, productId: string) =>
  run(
    tx,
    sql`insert into product_views (team_id, buyer_id, product_id)
        select team_id, ${buyerId}, id from products where team_id = ${tx.team} and id = ${productId}
        on conflict (team_id, buyer_id, product_id) do update set at = now()`,
  );
