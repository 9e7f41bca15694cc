import type { orders, ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import { runPrepared, type Tx } from '../../kernel/tx.ts';
import type { Shops } from './acts.ts';

type Reply = ReplyOf<typeof orders.listBuyerOrders>;

interface Query {
  readonly buyerId: string;
  readonly shops: Shops;
  readonly granted: readonly string[];
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export interface BuyerOrders {
  /** One row more than asked for where there are more. */
  readonly rows: { card: Reply['items'][number]; id: string; at: string }[];
  readonly spend: Reply['spend'];
  readonly paymentMethods: Reply['paymentMethods'];
}

/** Everything a buyer, and whoever a colleague stated to be the same person, has bought: one statement. */
export async function readBuyerOrders(tx: Tx, query: Query): Promise<BuyerOrders> {
  const { buyerId, shops, granted, after, limit } = query;
  const seen = shops === null ? sql`true` : sql`shop_id = any(${[...shops]}::uuid[])`;
  const later = after
    ? sql`(sort_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`true`;
  const [row] = await runPrepared<BuyerOrders>(
    tx,
    'buyer-orders',
    sql`with persons as materialized (select ${buyerId}::uuid as id
          union select matched_id from published.buyer_matches where team_id = ${tx.team} and buyer_id = ${buyerId}),
        picked as materialized (select id, sort_at from orders where team_id = ${tx.team}
          and buyer_id = any(array(select id from persons)) and ${seen} and ${later}
          order by sort_at desc, id desc limit ${limit})
        select
          coalesce((select json_agg(json_build_object('card', published.with_can(c.card, c.allows, ${[...granted]}::text[]),
              'id', p.id, 'at', to_char(p.sort_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by p.sort_at desc, p.id desc)
            from picked p join published.order_cards c on c.team_id = ${tx.team} and c.id = p.id), '[]') as rows,
          coalesce((select json_agg(json_build_object('currency', currency, 'orderCount', order_count, 'paidMinor', paid_minor,
              'refundedMinor', refunded_minor, 'refundedOrders', refunded_orders) order by currency)
            from (select currency, sum(order_count)::int as order_count, sum(paid_minor)::bigint as paid_minor,
                sum(refunded_minor)::bigint as refunded_minor, sum(refunded_orders)::int as refunded_orders
              from published.buyer_spend where team_id = ${tx.team} and buyer_id = any(array(select id from persons)) and ${seen}
              group by currency) s), '[]') as spend,
          coalesce((select json_agg(method order by id) from published.payment_methods
            where team_id = ${tx.team} and buyer_id = any(array(select id from persons)) and ${seen}), '[]') as "paymentMethods"`,
  );
  if (!row) throw new Error('a statement without a row');
  return row;
}
