import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { OrderStatus } from './words.ts';

/** A line whose product had not come in when its order did. */
export interface LooseLine {
  readonly id: string;
  readonly orderId: string;
  readonly product: string;
  readonly variant: string;
}

/** Loose lines of a shop in the order of their ids, after the given one. */
export const readLooseLines = (tx: Tx, shopId: string, after: string | null, limit: number) =>
  run<LooseLine>(
    tx,
    sql`select l.id, l.order_id as "orderId", l.product_external_id as product, l.variant_external_id as variant
        from order_lines l join orders o on o.team_id = l.team_id and o.id = l.order_id
        where l.team_id = ${tx.team} and l.variant_id is null and l.product_external_id <> ''
          and (${after}::uuid is null or l.id > ${after}) and o.shop_id = ${shopId}
        order by l.id limit ${limit}`,
  );

export interface Link {
  readonly id: string;
  readonly productId: string;
  readonly variantId: string;
  readonly title: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly pictureUrl: string | null;
  readonly url: string | null;
}

/** Gives loose lines what their products tell; words of the order itself stay. */
export const writeLinks = (tx: Tx, links: readonly Link[]) =>
  run(
    tx,
    sql`update order_lines l set product_id = r."productId", variant_id = r."variantId",
          sku = case when l.sku in ('', l.variant_external_id) then r.sku else l.sku end,
          title = case when l.title = l.product_external_id then r.title else l.title end,
          options = case when l.options::text = '{}' then r.options else l.options end,
          picture_url = coalesce(l.picture_url, r."pictureUrl"), url = coalesce(l.url, r.url)
        from json_to_recordset(${JSON.stringify(links)}::json) as r(id uuid, "productId" uuid, "variantId" uuid, title text,
          sku text, options json, "pictureUrl" text, url text)
        where l.team_id = ${tx.team} and l.id = r.id`,
  );

/** Orders as a mirror tells of them: changed, with the status they had. */
export const readUnmoved = (tx: Tx, orderIds: readonly string[]) =>
  run<{ id: string; status: OrderStatus; was: OrderStatus; buyerId: string | null }>(
    tx,
    sql`select id, status, status as was, buyer_id as "buyerId" from orders
        where team_id = ${tx.team} and id = any(${[...new Set(orderIds)]}::uuid[]) order by id`,
  );
