import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { ToldStep } from './parcel-steps.rules.ts';
import type { ParcelStatus } from './words.ts';

const iso = (column: string) => sql.raw(isoColumn(column));

export interface ParcelHead {
  readonly id: string;
  readonly orderId: string | null;
  readonly shopId: string;
  readonly status: ParcelStatus;
  readonly source: 'own' | 'import' | 'connector' | null;
}

/** A parcel and whose order it belongs to; undefined when there is none. */
export const readParcelHead = (tx: Tx, parcelId: string) =>
  first<ParcelHead>(
    tx,
    sql`select x.id, x.order_id as "orderId", x.shop_id as "shopId", x.status, o.source
        from parcels x left join orders o on o.team_id = x.team_id and o.id = x.order_id
        where x.team_id = ${tx.team} and x.id = ${parcelId}`,
  );

type Kept = ToldStep & { readonly parcelId: string };

/** Steps of parcels with who told them, oldest first; `teller` narrows to what one of them told. */
export const readToldSteps = (tx: Tx, parcelIds: readonly string[], teller?: 'carrier') =>
  run<Kept>(
    tx,
    sql`select parcel_id as "parcelId", ${iso('at')} as at, status, source_status as "sourceStatus", text, place, operator, teller
        from parcel_events where team_id = ${tx.team} and parcel_id = any(${[...parcelIds]}::uuid[])
          and ${teller === undefined ? sql`true` : sql`teller = ${teller}`} order by parcel_id, no`,
  );

export interface Stand {
  readonly status: ParcelStatus;
  readonly sourceStatus: string;
  readonly deliveredAt: string | null;
  readonly lastEventAt: string | null;
}

/** Brings the parcel's own row up to its steps. A known delivery stays. */
export const writeStand = (tx: Tx, parcelId: string, stand: Stand) =>
  run(
    tx,
    sql`update parcels set status = ${stand.status}, source_status = ${stand.sourceStatus},
          delivered_at = coalesce(delivered_at, ${stand.deliveredAt}), last_event_at = ${stand.lastEventAt}, mirrored_at = now()
        where team_id = ${tx.team} and id = ${parcelId}`,
  );
