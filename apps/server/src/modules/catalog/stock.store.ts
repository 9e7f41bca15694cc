import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A variant taken out of stock for an order, as it was sold. */
export interface Taken {
  readonly variantId: string;
  readonly productId: string;
  readonly productExternalId: string;
  readonly variantExternalId: string;
  readonly sku: string;
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: number;
  readonly currency: string;
  readonly pictureUrl: string | null;
  readonly url: string | null;
}

export interface Wanted {
  readonly variantId: string;
  readonly quantity: number;
}

/**
 * One conditional statement takes what is there or nothing: rivals for the last piece cannot both have it. Where pieces are
 * counted they are reserved until they leave; `turnedLow`: with these pieces the stock came down to the shop's warning.
 */
export const takePieces = (tx: Tx, shopId: string, { variantId, quantity }: Wanted, low: number) =>
  first<Taken & { stock: number | null; turnedLow: boolean }>(
    tx,
    sql`update variants v set stock = v.stock - ${quantity}, low = coalesce(v.stock - ${quantity} <= ${low}, false),
          reserved = case when v.stock is null then v.reserved else v.reserved + ${quantity} end
        from products p
        where v.team_id = ${tx.team} and v.id = ${variantId} and v.shop_id = ${shopId} and v.available
          and (v.stock is null or v.stock >= ${quantity})
          and p.team_id = v.team_id and p.id = v.product_id and p.status = 'on_sale'
        returning v.id as "variantId", p.id as "productId", p.external_id as "productExternalId", v.external_id as "variantExternalId",
          coalesce(nullif(v.sku, ''), v.external_id) as sku, p.title, v.options, v.price_minor as "priceMinor", p.currency,
          coalesce(v.picture_url, p.pictures[1]) as "pictureUrl", p.url, v.stock,
          v.low and v.stock + ${quantity} > ${low} as "turnedLow"`,
  );

/** Pieces come back from a reservation, or from a buyer who had them. */
export type From = 'reserved' | 'sold';

/** Puts pieces back where they are counted. */
export const putBack = (
  tx: Tx,
  shopId: string,
  { variantId, quantity }: Wanted,
  from: From,
  low: number,
) =>
  first<{ variantId: string; productId: string; stock: number | null }>(
    tx,
    sql`update variants set stock = stock + ${quantity}, low = stock + ${quantity} <= ${low},
          reserved = greatest(reserved - case ${from}::text when 'reserved' then ${quantity}::int else 0 end, 0)
        where team_id = ${tx.team} and id = ${variantId} and shop_id = ${shopId} and stock is not null
        returning id as "variantId", product_id as "productId", stock`,
  );

/** Pieces leave the house: what was reserved is sold. */
export const sellPieces = (tx: Tx, shopId: string, wanted: readonly Wanted[]) =>
  run(
    tx,
    sql`update variants v set reserved = greatest(v.reserved - w.quantity, 0)
        from (select "variantId" as id, sum(quantity)::int as quantity
          from json_to_recordset(${JSON.stringify(wanted)}::json) as r("variantId" uuid, quantity int) group by 1) w
        where v.team_id = ${tx.team} and v.shop_id = ${shopId} and v.id = w.id and v.stock is not null`,
  );

/** Why a variant could not be taken: whether it is sold at all, and how many are left. */
export const readOffer = (tx: Tx, shopId: string, variantId: string) =>
  first<{ title: string; left: number | null; sold: boolean }>(
    tx,
    sql`select p.title, v.stock as left, v.available and p.status = 'on_sale' as sold
        from variants v join products p on p.team_id = v.team_id and p.id = v.product_id
        where v.team_id = ${tx.team} and v.id = ${variantId} and v.shop_id = ${shopId}`,
  );

/** Tells the index which products may be bought now; writes only where that changed. */
export const refreshAvailable = (tx: Tx, productIds: readonly string[]) =>
  run(
    tx,
    sql`update product_search s set available = n.available
        from (select p.id, p.status = 'on_sale' and exists (select from variants v where v.team_id = p.team_id
            and v.product_id = p.id and v.available and coalesce(v.stock, 1) > 0) as available
          from products p where p.team_id = ${tx.team} and p.id = any(${[...productIds]}::uuid[])) n
        where s.team_id = ${tx.team} and s.product_id = n.id and s.available <> n.available`,
  );
