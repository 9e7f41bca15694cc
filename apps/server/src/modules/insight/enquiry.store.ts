import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { ShopDay } from './facts.store.ts';

/** Stands where no product was asked for by name: the enquiry about the shop as a whole. */
export const wholeShop = '00000000-0000-0000-0000-000000000000';

export interface Pair {
  readonly shopId: string;
  readonly buyerId: string;
}

/**
 * Says anew what these buyers asked and what came of it, from sessions, who spoke in them and orders as they stand. An order belongs to
 * the newest session before it; the credit to the last person who had spoken in it when the order was placed.
 */
export async function refreshEnquiries(tx: Tx, pairs: readonly Pair[]): Promise<ShopDay[]> {
  if (pairs.length === 0) return [];
  const wanted = sql`select distinct * from unnest(${pairs.map(({ shopId }) => shopId)}::uuid[],
    ${pairs.map(({ buyerId }) => buyerId)}::uuid[]) as p(shop_id, buyer_id)`;
  const gone = await run<ShopDay>(
    tx,
    sql`with wanted as (${wanted})
        delete from insight_enquiries e using wanted w
        where e.team_id = ${tx.team} and e.shop_id = w.shop_id and e.buyer_id = w.buyer_id
        returning e.shop_id as "shopId", e.day::text as day`,
  );
  const made = await run<ShopDay>(
    tx,
    sql`with wanted as materialized (${wanted}),
    told as materialized (
      select o.* from published.order_outcomes o join wanted w on w.shop_id = o.shop_id and w.buyer_id = o.buyer_id
      where o.team_id = ${tx.team}),
    asked as materialized (
      select s.conversation_id, s.episode, s.shop_id, s.buyer_id, s.day, s.first_customer_at, s.last_human_by, s.products, p.product_id,
        coalesce(lead(s.first_customer_at) over (partition by s.shop_id, s.buyer_id, p.product_id order by s.first_customer_at, s.conversation_id),
          'infinity') as next_at
      from insight_sessions s join wanted w on w.shop_id = s.shop_id and w.buyer_id = s.buyer_id,
        lateral (select ${wholeShop}::uuid as product_id union select unnest(s.products)) p
      where s.team_id = ${tx.team} and s.human_messages > 0 and s.first_customer_at is not null
        and s.begun_by = 'buyer' and not s.spam)
    insert into insight_enquiries (team_id, conversation_id, episode, shop_id, buyer_id, day, product_id, member_id, asked_at,
      order_id, ordered_at, paid_at, value_minor, paid_minor, reversed_minor, reversed, currency)
    select ${tx.team}, a.conversation_id, a.episode, a.shop_id, a.buyer_id, a.day, a.product_id, coalesce(r.member_id, a.last_human_by),
      a.first_customer_at, o.id, o.placed_at, o.paid_at, o.total_minor, o.paid_minor, o.reversed_minor,
      coalesce(o.cancelled_soon or o.reversed_minor > 0 and o.reversed_minor >= o.paid_minor, false), o.currency
    from asked a
    left join lateral (
      select * from told o where o.shop_id = a.shop_id and o.buyer_id = a.buyer_id and o.placed_at >= a.first_customer_at
        and o.placed_at < least(a.next_at, a.first_customer_at + interval '15 days')
        and (a.product_id = ${wholeShop}::uuid or a.product_id = any(o.products))
      order by o.placed_at, o.id limit 1) o on true
    left join lateral (
      select p.member_id from insight_parts p
      where p.team_id = ${tx.team} and p.conversation_id = a.conversation_id and p.episode = a.episode
        and (o.placed_at is null or p.first_at <= o.placed_at)
      order by least(p.last_at, coalesce(o.placed_at, p.last_at)) desc, p.first_at desc, p.member_id limit 1) r on true
    where case
      when a.product_id <> ${wholeShop}::uuid then not exists (select from told b where b.shop_id = a.shop_id
        and b.buyer_id = a.buyer_id and b.paid_at < a.first_customer_at and a.product_id = any(b.products))
      when cardinality(a.products) > 0 then exists (select from unnest(a.products) as q(id) where not exists (
        select from told b where b.shop_id = a.shop_id and b.buyer_id = a.buyer_id and b.paid_at < a.first_customer_at and q.id = any(b.products)))
      else not exists (select from told b where b.shop_id = a.shop_id and b.buyer_id = a.buyer_id
        and b.paid_at < a.first_customer_at and b.paid_at > a.first_customer_at - interval '30 days') end
    returning shop_id as "shopId", day::text as day`,
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
