import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { ToldStep } from './parcel-steps.rules.ts';
import type { ParcelStatus } from './words.ts';

/** Parcels of the shop by its own ids with the hash (hex) of what was read last; locked until the batch is done. */
export async function readKnownParcels(tx: Tx, shopId: string, externalIds: readonly string[]) {
  const rows = await run<{ external_id: string; id: string; hash: string | null }>(
    tx,
    sql`select external_id, id, encode(source_hash, 'hex') as hash from parcels
        where team_id = ${tx.team} and shop_id = ${shopId} and external_id = any(${[...externalIds]}::text[])
        order by id for update`,
  );
  return new Map(rows.map((row) => [row.external_id, row]));
}

export interface OrderLines {
  readonly id: string;
  readonly externalId: string;
  readonly lines: readonly { readonly no: number; readonly variantExternalId: string }[];
}

/** Orders of the shop by its own ids with their lines. */
export async function readOrderLines(tx: Tx, shopId: string, externalIds: readonly string[]) {
  const rows = await run<OrderLines>(
    tx,
    sql`select o.id, o.external_id as "externalId", coalesce(json_agg(json_build_object('no', l.no,
          'variantExternalId', l.variant_external_id) order by l.no) filter (where l.no is not null), '[]') as lines
        from orders o left join order_lines l on l.team_id = o.team_id and l.order_id = o.id
        where o.team_id = ${tx.team} and o.shop_id = ${shopId} and o.external_id = any(${[...externalIds]}::text[])
        group by o.team_id, o.id`,
  );
  return new Map(rows.map((row) => [row.externalId, row]));
}

export interface ParcelRow {
  readonly id: string;
  readonly order_id: string | null;
  readonly order_external_id: string;
  readonly external_id: string;
  readonly carrier: string;
  readonly carrier_name: string;
  readonly number: string;
  readonly status: ParcelStatus;
  readonly source_status: string;
  readonly promised_at: string | null;
  readonly delivered_at: string | null;
  readonly last_event_at: string | null;
  readonly line_nos: readonly number[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly source_hash: string;
}

/** Inserts or overwrites the parcels of a batch. */
export async function writeParcels(
  tx: Tx,
  shopId: string,
  rows: readonly ParcelRow[],
): Promise<void> {
  await run(
    tx,
    sql`insert into parcels (team_id, shop_id, id, order_id, order_external_id, external_id, carrier, carrier_name, number, status,
          source_status, promised_at, delivered_at, last_event_at, line_nos, attributes, source_hash, mirrored_at)
        select ${tx.team}, ${shopId}, r.id, r.order_id, r.order_external_id, r.external_id, r.carrier, r.carrier_name, r.number,
          r.status, r.source_status, r.promised_at, r.delivered_at, r.last_event_at, r.line_nos, r.attributes,
          decode(r.source_hash, 'hex'), now()
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, order_id uuid, order_external_id text,
          external_id text, carrier text, carrier_name text, number text, status text, source_status text,
          promised_at timestamptz, delivered_at timestamptz, last_event_at timestamptz, line_nos int[], attributes jsonb,
          source_hash text)
        on conflict (team_id, id) do update set order_id = excluded.order_id, order_external_id = excluded.order_external_id,
          carrier = excluded.carrier, carrier_name = excluded.carrier_name, number = excluded.number,
          status = excluded.status, source_status = excluded.source_status, promised_at = excluded.promised_at,
          delivered_at = excluded.delivered_at, last_event_at = excluded.last_event_at, line_nos = excluded.line_nos,
          attributes = excluded.attributes, source_hash = excluded.source_hash, mirrored_at = now()`,
  );
}

export type StepRow = ToldStep & { readonly parcel_id: string; readonly no: number };

/** Replaces the steps of some parcels. */
export async function replaceSteps(
  tx: Tx,
  parcelIds: readonly string[],
  steps: readonly StepRow[],
): Promise<void> {
  await run(
    tx,
    sql`delete from parcel_events where team_id = ${tx.team} and parcel_id = any(${[...parcelIds]}::uuid[])`,
  );
  await run(
    tx,
    sql`insert into parcel_events (team_id, parcel_id, no, at, status, source_status, text, place, operator, teller)
        select ${tx.team}, r.parcel_id, r.no, r.at, r.status, r."sourceStatus", r.text, r.place, r.operator, r.teller
        from json_to_recordset(${JSON.stringify(steps)}::json) as r(parcel_id uuid, no int, at timestamptz, status text,
          "sourceStatus" text, text text, place text, operator text, teller text)`,
  );
}

/** The source was read again and says the same: only the age of the data changes. */
export async function touchParcels(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(
    tx,
    sql`update parcels set mirrored_at = now() where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
}

/** Parcels that were read before their orders find them. */
export const adoptParcels = (tx: Tx, shopId: string, orderExternalIds: readonly string[]) =>
  run(
    tx,
    sql`update parcels x set order_id = o.id from orders o
        where x.team_id = ${tx.team} and x.shop_id = ${shopId} and x.order_id is null
          and x.order_external_id = any(${[...orderExternalIds]}::text[])
          and o.team_id = x.team_id and o.shop_id = x.shop_id and o.external_id = x.order_external_id`,
  );
