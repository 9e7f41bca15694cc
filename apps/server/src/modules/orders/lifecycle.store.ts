import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from './facts.store.ts';
import type { Remaining } from './lifecycle.rules.ts';

/** Pieces of each line that have left, by the line's place. A parcel that does not tell holds its lines whole. */
export async function readShipped(tx: Tx, orderId: string): Promise<Map<number, number>> {
  const rows = await run<{ no: number; quantity: number }>(
    tx,
    sql`select u.no, sum(coalesce(u.quantity, l.quantity))::int as quantity
        from parcels x, unnest(x.line_nos, x.quantities) as u(no, quantity)
        join order_lines l on l.team_id = ${tx.team} and l.order_id = ${orderId} and l.no = u.no
        where x.team_id = ${tx.team} and x.order_id = ${orderId} and x.status not in ('cancelled', 'returned') group by u.no`,
  );
  return new Map(rows.map((row) => [row.no, row.quantity]));
}

interface NewParcel {
  readonly carrier: string;
  readonly number: string;
  readonly lines: readonly Remaining[];
}

/** Hands a parcel to its carrier. */
export async function insertParcel(tx: Tx, order: OrderFacts, parcel: NewParcel): Promise<string> {
  const id = newId();
  const [nos, quantities] = [
    parcel.lines.map(({ item }) => item.no),
    parcel.lines.map(({ quantity }) => quantity),
  ];
  await run(
    tx,
    sql`with p as (insert into parcels (team_id, id, shop_id, order_id, order_external_id, external_id, carrier, carrier_name, number,
            status, last_event_at, line_nos, quantities)
          values (${tx.team}, ${id}, ${order.shopId}, ${order.id}, ${order.externalId}, ${id}, ${parcel.carrier}, ${parcel.carrier},
            ${parcel.number}, 'collected', ${now()}, ${nos}::int[], ${quantities}::int[]))
        insert into parcel_events (team_id, parcel_id, no, at, status) values (${tx.team}, ${id}, 1, ${now()}, 'collected')`,
  );
  return id;
}

/** The parcel has arrived, when its carrier says so or now; undefined where it had, or there is none. */
export const writeDelivered = (tx: Tx, orderId: string, parcelId: string) =>
  first<{ id: string }>(
    tx,
    sql`with s as (select max(v.at) as at from parcel_events v
          where v.team_id = ${tx.team} and v.parcel_id = ${parcelId} and v.status like 'signed%'),
        p as (update parcels set status = case when status like 'signed%' then status else 'signed' end,
            delivered_at = coalesce(s.at, ${now()}), last_event_at = coalesce(s.at, ${now()}) from s
          where team_id = ${tx.team} and order_id = ${orderId} and id = ${parcelId} and delivered_at is null
            and status not in ('cancelled', 'returned') returning id),
        e as (insert into parcel_events (team_id, parcel_id, no, at, status)
          select ${tx.team}, p.id, 1 + (select coalesce(max(v.no), 0) from parcel_events v
            where v.team_id = ${tx.team} and v.parcel_id = p.id), ${now()}, 'signed' from p, s where s.at is null)
        select id from p`,
  );

/** Whether a parcel of the order is still on its way. */
export const isUnderWay = async (tx: Tx, orderId: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from parcels where team_id = ${tx.team} and order_id = ${orderId} and delivered_at is null
        and status not in ('cancelled', 'returned') limit 1`,
  )) !== undefined;

/** The buyer pays when the goods come; only an order that waits for its money can be so. */
export const writeOnDelivery = (tx: Tx, orderId: string) =>
  first(
    tx,
    sql`update orders set on_delivery = true, version = version + 1, updated_at = now()
        where team_id = ${tx.team} and id = ${orderId} and status = 'placed' and not on_delivery returning 1 as one`,
  );
