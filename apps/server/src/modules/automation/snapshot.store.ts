import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** What one look at the house tells of an order or a conversation; all of a page in one statement. */
export interface Seen {
  readonly subjectId: string;
  readonly shopId: string;
  readonly orderId: string | null;
  readonly number: string | null;
  readonly status: string | null;
  readonly source: string | null;
  readonly currency: string | null;
  readonly url: string | null;
  readonly totalMinor: number | null;
  readonly paidMinor: number | null;
  readonly refundedMinor: number | null;
  readonly dueMinor: number | null;
  readonly onDelivery: boolean | null;
  readonly remindedAt: Date | null;
  readonly reviewed: boolean | null;
  readonly bornAt: Date | null;
  readonly title: string | null;
  readonly buyerId: string | null;
  readonly buyerName: string | null;
  readonly locale: string | null;
  readonly level: string | null;
  readonly friendliness: number | null;
  readonly tags: string[] | null;
  readonly blocked: boolean | null;
  readonly orders: number | null;
  readonly spentMinor: number | null;
  readonly conversationId: string | null;
  readonly state: string | null;
  readonly assigneeId: string | null;
  readonly waitingSince: Date | null;
  readonly inbound: number | null;
  readonly parcelStatus: string | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
}

const conversation = sql`c.id as "conversationId", c.state, c.assignee_id as "assigneeId", c.waiting_since as "waitingSince", c.inbound`;
const buyer = sql`b.name as "buyerName", b.locale, b.level, b.friendliness, b.tags, b.blocked`;
const order = sql`o.id as "orderId", o.number, o.status, o.source, o.currency, o.url, o.total_minor as "totalMinor",
  o.paid_minor as "paidMinor", o.refunded_minor as "refundedMinor", o.due_minor as "dueMinor", o.on_delivery as "onDelivery",
  o.reminded_at as "remindedAt",
  case when o.id is not null then exists (select from published.order_reviews v where v.team_id = o.team_id and v.order_id = o.id) end as reviewed, coalesce(o.placed_at, o.created_at) as "bornAt", o.title`;
const parcel = sql`p.status as "parcelStatus", coalesce(nullif(p.carrier_name, ''), p.carrier) as carrier, p.number as tracking`;

const spend = (asked: boolean) =>
  asked
    ? sql`left join lateral (select sum(order_count)::int as orders, sum(paid_minor - refunded_minor)::bigint as spent from published.buyer_spend s
        where s.team_id = b.team_id and s.buyer_id = b.id) s on true`
    : sql`left join lateral (select null::int as orders, null::bigint as spent) s on true`;

const newestParcel = sql`left join lateral (select status, carrier, carrier_name, number from published.parcel_facts p
  where p.team_id = o.team_id and p.order_id = o.id order by p.created_at desc, p.id desc limit 1) p on true`;

/** Orders as they are, each with its buyer, newest parcel and the buyer's newest conversation in the shop. */
export const seeOrders = (tx: Tx, ids: readonly string[], withSpend: boolean): Promise<Seen[]> =>
  run(
    tx,
    sql`select o.id as "subjectId", o.shop_id as "shopId", o.buyer_id as "buyerId", ${order}, ${buyer}, s.orders, s.spent as "spentMinor",
          ${conversation}, ${parcel}
        from published.order_facts o left join published.buyer_facts b on b.team_id = o.team_id and b.id = o.buyer_id
        ${spend(withSpend)} ${newestParcel}
        left join lateral (select id, state, assignee_id, waiting_since, inbound from published.conversation_states c
          where c.team_id = o.team_id and c.buyer_id = o.buyer_id and c.shop_id = o.shop_id and c.state <> 'spam'
          order by c.opened_at desc limit 1) c on true
        where o.team_id = ${tx.team} and o.id = any(${[...ids]}::uuid[])`,
  );

/** Conversations as they are, each with its buyer and the buyer's newest order in the shop. */
export const seeConversations = (
  tx: Tx,
  ids: readonly string[],
  withSpend: boolean,
): Promise<Seen[]> =>
  run(
    tx,
    sql`select c.id as "subjectId", c.shop_id as "shopId", c.buyer_id as "buyerId", ${order}, ${buyer}, s.orders, s.spent as "spentMinor",
          ${conversation}, ${parcel}
        from published.conversation_states c left join published.buyer_facts b on b.team_id = c.team_id and b.id = c.buyer_id
        ${spend(withSpend)}
        left join lateral (select * from published.order_facts o
          where o.team_id = c.team_id and o.buyer_id = c.buyer_id and o.shop_id = c.shop_id order by o.sort_at desc limit 1) o on true
        ${newestParcel}
        where c.team_id = ${tx.team} and c.id = any(${[...ids]}::uuid[])`,
  );

/** The newest orders of a shop, for a trial or a rule that runs by the clock. */
export const newestOrders = (tx: Tx, shopId: string, limit: number) =>
  run<{ id: string }>(
    tx,
    sql`select id from published.order_facts where team_id = ${tx.team} and shop_id = ${shopId} order by sort_at desc, id desc limit ${limit}`,
  );

export const newestConversations = (tx: Tx, shopId: string, limit: number) =>
  run<{ id: string }>(
    tx,
    sql`select id from published.conversation_states where team_id = ${tx.team} and shop_id = ${shopId} and state <> 'spam'
        order by opened_at desc, id desc limit ${limit}`,
  );
