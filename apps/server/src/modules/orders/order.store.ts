import { sql } from 'kysely';
import type { JsonText } from '../../kernel/answer.ts';
import { first, preparedJson, runPrepared, type Tx } from '../../kernel/tx.ts';
import type { Shops } from './acts.ts';
import { shownCard } from './drawn.store.ts';
import { endOfPrefix, numberKey } from './number.rules.ts';
import type { OrderStatus, OrderSummary, RemarkFlag } from './words.ts';

export const inShops = (shops: Shops) =>
  shops === null ? sql`true` : sql`o.shop_id = any(${[...shops]}::uuid[])`;

/** An order's card as this reader may see it; null when there is none for this reader. */
export const readCard = (
  tx: Tx,
  id: string,
  shops: Shops,
  granted: readonly string[],
): Promise<JsonText | null> =>
  preparedJson(
    tx,
    'order-card',
    sql`select ${shownCard(sql`o`, sql`o.allows`, sql`${[...granted]}::text[]`)}
        from published.order_shown o where o.team_id = ${tx.team} and o.id = ${id} and ${inShops(shops)}`,
  );

/** What an event or a list tells of an order. */
export async function readSummary(tx: Tx, id: string): Promise<OrderSummary> {
  const row = await first<{ summary: OrderSummary }>(
    tx,
    sql`select summary from published.order_summaries o where o.team_id = ${tx.team} and o.id = ${id}`,
  );
  if (!row) throw new Error('an order vanished');
  return row.summary;
}

export interface OrderQuery {
  readonly shops: Shops;
  readonly q?: string | undefined;
  readonly shopId?: string | undefined;
  readonly buyerId?: string | undefined;
  readonly status?: OrderStatus | undefined;
  readonly flag?: RemarkFlag | undefined;
  readonly work?: keyof typeof works | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Orders whose number begins so, or that have a parcel with exactly this number. */
function numbered(tx: Tx, q: string) {
  const key = numberKey(q);
  if (key === '') return sql`false`;
  return sql`(o.number_key >= ${key} and o.number_key < ${endOfPrefix(key)} or o.id = any(array(
    select x.order_id from parcels x where x.team_id = ${tx.team} and x.number = ${q.trim()} and x.order_id is not null)))`;
}

/** Orders with something to do, by what it is. */
const works = {
  unpaid: sql`o.status = 'placed'`,
  to_ship: sql`o.status in ('paid', 'preparing', 'partly_shipped')`,
  refunding: sql`o.id = any(array(select r.order_id from order_refunds r
    where r.team_id = o.team_id and r.state = 'pending'))`,
  urgent: sql`o.urgent and o.status in ('placed', 'paid', 'preparing', 'partly_shipped')`,
} as const;

/** Orders as JSON text, newest first; the place of a row is its time with microseconds and its id. */
export function readOrders(tx: Tx, query: OrderQuery) {
  const { q, shopId, buyerId, status, flag, work, after } = query;
  const wanted = [
    sql`o.team_id = ${tx.team}`,
    inShops(query.shops),
    ...(q?.trim() ? [numbered(tx, q)] : []),
    ...(shopId ? [sql`o.shop_id = ${shopId}`] : []),
    ...(buyerId ? [sql`o.buyer_id = ${buyerId}`] : []),
    ...(status ? [sql`o.status = ${status}`] : []),
    ...(flag ? [sql`o.flag = ${flag}`] : []),
    ...(work ? [works[work]] : []),
    ...(after ? [sql`(o.sort_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  return runPrepared<{ summary: string; id: string; at: string }>(
    tx,
    'orders',
    sql`select s.summary::text as summary, w.id, to_char(w.sort_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
        from (select o.id, o.sort_at from orders o where ${sql.join(wanted, sql` and `)}
          order by o.sort_at desc, o.id desc limit ${query.limit}) w
        cross join lateral (select v.summary from published.order_summaries v
          where v.team_id = ${tx.team} and v.id = w.id offset 0) s
        order by w.sort_at desc, w.id desc`,
  );
}

/** What a change needs of an order. */
export interface ReachedOrder {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string | null;
  readonly source: 'own' | 'import' | 'connector';
  readonly status: OrderStatus;
  readonly version: number;
}

/** The order, locked for a change; undefined where it is in none of the shops. */
export const lockReached = (tx: Tx, id: string, shops: Shops) =>
  first<ReachedOrder>(
    tx,
    sql`select id, shop_id as "shopId", buyer_id as "buyerId", source, status, version from orders o
        where o.team_id = ${tx.team} and o.id = ${id} and ${inShops(shops)} for update`,
  );

/** Whether there is such an order in these shops. */
export const isThere = async (tx: Tx, id: string, shops: Shops): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from orders o where o.team_id = ${tx.team} and o.id = ${id} and ${inShops(shops)}`,
  )) !== undefined;

export interface Touched {
  readonly orderId: string;
  readonly shopId: string;
  readonly buyerId: string | null;
  readonly version: number;
}

/** Counts the order's version up. */
export async function touch(tx: Tx, orderId: string): Promise<Touched> {
  const { status: _status, ...touched } = await touchWithStatus(tx, orderId);
  return touched;
}

/** The same, with the order's status. */
export async function touchWithStatus(
  tx: Tx,
  orderId: string,
): Promise<Touched & { readonly status: OrderStatus }> {
  const row = await first<Touched & { status: OrderStatus }>(
    tx,
    sql`update orders set version = version + 1, updated_at = now() where team_id = ${tx.team} and id = ${orderId}
        returning id as "orderId", shop_id as "shopId", buyer_id as "buyerId", version, status`,
  );
  if (!row) throw new Error('an order vanished');
  return row;
}
