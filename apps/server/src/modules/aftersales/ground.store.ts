import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A variant of a product that stands in an order, as it is sold now. */
export interface Offer {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: number;
  readonly stock: number | null;
  readonly available: boolean;
}

/** Every variant of some products of a shop, with price and stock of this moment. */
export const offersOf = (tx: Tx, shopId: string, productIds: readonly string[]): Promise<Offer[]> =>
  run(
    tx,
    sql`select v.id as "variantId", v.product_id as "productId", coalesce(nullif(v.sku, ''), v.external_id) as sku, v.options,
          v.price_minor as "priceMinor", v.stock, v.available and p.status = 'on_sale' as available
        from published.variants v join published.products p on p.team_id = v.team_id and p.id = v.product_id
        where v.team_id = ${tx.team} and v.shop_id = ${shopId} and v.product_id = any(${[...productIds]}::uuid[])
        order by v.no`,
  );

/** A means of payment of a buyer, as the rules look at it. */
export interface MethodFacts {
  readonly id: string;
  readonly kind: string;
  readonly balanceMinor: number | null;
}

/** A method this buyer keeps in this shop; undefined for any other. */
export const findMethod = (
  tx: Tx,
  shopId: string,
  buyerId: string | null,
  methodId: string,
): Promise<MethodFacts | undefined> =>
  first(
    tx,
    sql`select id, method ->> 'kind' as kind, (method ->> 'balanceMinor')::bigint as "balanceMinor"
        from published.payment_methods where team_id = ${tx.team} and shop_id = ${shopId} and buyer_id = ${buyerId}
          and id = ${methodId}`,
  );

/** When the order's goods arrived, or it was placed where nobody knows. */
export async function arrivedAt(tx: Tx, orderId: string): Promise<Date | null> {
  const row = await first<{ at: string | null }>(
    tx,
    sql`select coalesce((select max((p ->> 'deliveredAt')::timestamptz) from json_array_elements(t.parcels) p), o.placed_at) as at
        from published.orders o left join published.order_tracks t on t.team_id = o.team_id and t.id = o.id
        where o.team_id = ${tx.team} and o.id = ${orderId}`,
  );
  return row?.at ? new Date(row.at) : null;
}
