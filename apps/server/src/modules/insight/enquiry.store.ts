import { type RawBuilder, sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { wholeShop } from './credit.rules.ts';
import type { ShopDay } from './facts.store.ts';

export interface Pair {
  readonly shopId: string;
  readonly buyerId: string;
}

type Wanted = RawBuilder<unknown>;

/** Drops what was said of these buyers; gives the days it was said of. */
async function forgetPairs(tx: Tx, wanted: Wanted): Promise<ShopDay[]> {
  const gone: ShopDay[] = [];
  for (const table of ['insight_enquiries', 'insight_sales'])
    gone.push(
      ...(await run<ShopDay>(
        tx,
        sql`with wanted as (${wanted})
            delete from ${sql.table(table)} e using wanted w
            where e.team_id = ${tx.team} and e.shop_id = w.shop_id and e.buyer_id = w.buyer_id
            returning e.shop_id as "shopId", e.day::text as day`,
      )),
    );
  return gone;
}

/** Whether the buyer had bought what the session asked about before it; where nothing was named, anything in thirty days. */
const news = sql`case
  when a.product_id <> ${wholeShop}::uuid then not exists (select from told b where b.shop_id = a.shop_id
    and b.buyer_id = a.buyer_id and b.paid_at < a.first_customer_at and a.product_id = any(b.products))
  when cardinality(a.products) > 0 then exists (select from unnest(a.products) as q(id) where not exists (
    select from told b where b.shop_id = a.shop_id and b.buyer_id = a.buyer_id and b.paid_at < a.first_customer_at and q.id = any(b.products)))
  else not exists (select from told b where b.shop_id = a.shop_id and b.buyer_id = a.buyer_id
    and b.paid_at < a.first_customer_at and b.paid_at > a.first_customer_at - interval '30 days') end`;

/** Until when an order still belongs to a session: the buyer's next one, fifteen days at most. */
const until = sql`least(a.next_at, a.first_customer_at + interval '15 days')`;

const reversed = sql`coalesce(o.cancelled_soon or o.reversed_minor > 0 and o.reversed_minor >= o.paid_minor, false)`;

/**
 * An order's money, shared out over its goods by their worth to the last unit: each part is the whole up to it less the whole up to the
 * one before. What went back is shared out by what was paid, so that no part gives back more than it got.
 */
const sold = sql`
  goods as (
    select a.*, o.id as order_id, o.placed_at, o.paid_at, o.total_minor, o.paid_minor, o.reversed_minor, ${reversed} as reversed, o.currency,
      coalesce(g.product_id, ${wholeShop}::uuid) as sold_id, coalesce(g.no, 0) as no, coalesce(g.net_minor, 0)::numeric as net
    from asked a join told o on o.shop_id = a.shop_id and o.buyer_id = a.buyer_id and o.placed_at >= a.first_customer_at and o.placed_at < ${until}
    left join published.order_goods g on g.team_id = ${sql.ref('o.team_id')} and g.order_id = o.id
    where a.product_id = ${wholeShop}::uuid and exists (select from made m where m.conversation_id = a.conversation_id
      and m.episode = a.episode and m.product_id = a.product_id)),
  weighed as (
    select *, case when sum(net) over w = 0 then 1 else net end as weight from goods window w as (partition by conversation_id, episode, order_id)),
  placed as (
    select *, sum(weight) over (partition by conversation_id, episode, order_id order by no, sold_id) as upto,
      sum(weight) over (partition by conversation_id, episode, order_id) as whole from weighed),
  shared as (
    select *, div(total_minor * upto, whole) - div(total_minor * (upto - weight), whole) as value,
      div(paid_minor * upto, whole) as paid_upto, div(paid_minor * (upto - weight), whole) as paid_before from placed)`;

/**
 * Says anew what these buyers asked and what came of it, from sessions and orders as they stand. An order belongs to the newest session
 * before it. Who is credited is decided later, from the services, by the profile.
 */
export async function refreshEnquiries(tx: Tx, pairs: readonly Pair[]): Promise<ShopDay[]> {
  if (pairs.length === 0) return [];
  const wanted = sql`select distinct * from unnest(${pairs.map(({ shopId }) => shopId)}::uuid[],
    ${pairs.map(({ buyerId }) => buyerId)}::uuid[]) as p(shop_id, buyer_id)`;
  const gone = await forgetPairs(tx, wanted);
  const made = await run<ShopDay>(
    tx,
    sql`with wanted as materialized (${wanted}),
    told as materialized (
      select o.* from published.order_outcomes o join wanted w on w.shop_id = o.shop_id and w.buyer_id = o.buyer_id
      where o.team_id = ${tx.team}),
    asked as materialized (
      select s.conversation_id, s.episode, s.shop_id, s.buyer_id, s.day, s.first_customer_at, s.products, p.product_id,
        coalesce(lead(s.first_customer_at) over (partition by s.shop_id, s.buyer_id, p.product_id order by s.first_customer_at, s.conversation_id),
          'infinity') as next_at
      from insight_sessions s join wanted w on w.shop_id = s.shop_id and w.buyer_id = s.buyer_id,
        lateral (select ${wholeShop}::uuid as product_id union select unnest(s.products)) p
      where s.team_id = ${tx.team} and s.human_messages > 0 and s.first_customer_at is not null
        and s.begun_by = 'buyer' and not s.spam),
    made as (
      insert into insight_enquiries (team_id, conversation_id, episode, shop_id, buyer_id, day, product_id, asked_at,
        order_id, ordered_at, paid_at, value_minor, paid_minor, reversed_minor, reversed, currency)
      select ${tx.team}, a.conversation_id, a.episode, a.shop_id, a.buyer_id, a.day, a.product_id,
        a.first_customer_at, o.id, o.placed_at, o.paid_at, o.total_minor, o.paid_minor, o.reversed_minor, ${reversed}, o.currency
      from asked a
      left join lateral (
        select * from told o where o.shop_id = a.shop_id and o.buyer_id = a.buyer_id and o.placed_at >= a.first_customer_at
          and o.placed_at < ${until} and (a.product_id = ${wholeShop}::uuid or a.product_id = any(o.products))
        order by o.placed_at, o.id limit 1) o on true
      where ${news}
      returning conversation_id, episode, product_id, shop_id, day),
    ${sold},
    sales as (
      insert into insight_sales (team_id, conversation_id, episode, shop_id, buyer_id, day, order_id, product_id, asked_at, ordered_at,
        paid_at, value_minor, paid_minor, reversed_minor, reversed, currency)
      select ${tx.team}, conversation_id, episode, shop_id, buyer_id, day, order_id, sold_id, first_customer_at, placed_at, paid_at, value,
        paid_upto - paid_before, case when paid_minor = 0 then 0
          else div(reversed_minor * paid_upto, paid_minor) - div(reversed_minor * paid_before, paid_minor) end, reversed, currency
      from shared)
    select distinct shop_id as "shopId", day::text as day from made`,
  );
  return [...gone, ...made];
}

/** Whose orders these are. */
export const buyersOfOrders = (tx: Tx, ids: readonly string[]): Promise<Pair[]> =>
  run<Pair>(
    tx,
    sql`select distinct shop_id as "shopId", buyer_id as "buyerId" from published.order_outcomes
        where team_id = ${tx.team} and id = any(${[...ids]}::uuid[]) and buyer_id is not null`,
  );
