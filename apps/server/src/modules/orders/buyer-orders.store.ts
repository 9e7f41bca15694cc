import { sql } from 'kysely';
import { runPrepared, type Tx } from '../../kernel/tx.ts';
import type { Shops } from './acts.ts';
import { shownCard } from './drawn.store.ts';

interface Query {
  readonly buyerId: string;
  readonly shops: Shops;
  readonly granted: readonly string[];
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export interface BuyerOrders {
  /** JSON text of each part. */
  readonly items: string;
  readonly spend: string;
  readonly paymentMethods: string;
  /** Where each order stands in the list; one more than asked for where there are more. */
  readonly places: readonly { readonly id: string; readonly at: string }[];
}

/** Everything a buyer, and whoever a colleague stated to be the same person, has bought: one statement. */
export async function readBuyerOrders(tx: Tx, query: Query): Promise<BuyerOrders> {
  const { buyerId, shops, granted, after, limit } = query;
  const seen = shops === null ? sql`true` : sql`shop_id = any(${[...shops]}::uuid[])`;
  const later = after
    ? sql`(sort_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`true`;
  const card = shownCard(sql`c`, sql`c.allows`, sql`${[...granted]}::text[]`);
  const [row] = await runPrepared<BuyerOrders>(
    tx,
    'buyer-orders',
    sql`with persons as materialized (select ${buyerId}::uuid as id
          union select matched_id from published.buyer_matches where team_id = ${tx.team} and buyer_id = ${buyerId}),
        picked as materialized (select id, sort_at from orders where team_id = ${tx.team}
          and buyer_id = any(array(select id from persons)) and ${seen} and ${later}
          order by sort_at desc, id desc limit ${limit + 1})
        select
          (select concat('[', string_agg(${card}, ',' order by p.sort_at desc, p.id desc), ']')
            from (select * from picked order by sort_at desc, id desc limit ${limit}) p
            join published.order_shown c on c.team_id = ${tx.team} and c.id = p.id) as items,
          (select coalesce(json_agg(json_build_object('id', id, 'at', to_char(sort_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
            order by sort_at desc, id desc), '[]') from picked) as places,
          coalesce((select json_agg(json_build_object('currency', currency, 'orderCount', order_count, 'paidMinor', paid_minor,
              'refundedMinor', refunded_minor, 'refundedOrders', refunded_orders) order by currency)
            from (select currency, sum(order_count)::int as order_count, sum(paid_minor)::bigint as paid_minor,
                sum(refunded_minor)::bigint as refunded_minor, sum(refunded_orders)::int as refunded_orders
              from published.buyer_spend where team_id = ${tx.team} and buyer_id = any(array(select id from persons)) and ${seen}
              group by currency) s), '[]')::text as spend,
          coalesce((select json_agg(method order by id) from published.payment_methods
            where team_id = ${tx.team} and buyer_id = any(array(select id from persons)) and ${seen}), '[]')::text as "paymentMethods"`,
  );
  if (!row) throw new Error('a statement without a row');
  return row;
}
