import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { ParcelRow, WatchRow } from './tables.ts';

const parcelColumns = sql`id, shop_id as "shopId", order_id as "orderId", order_number as "orderNumber", order_status as "orderStatus",
  order_source as "orderSource", buyer_id as "buyerId", carrier, carrier_name as "carrierName", number, status,
  source_status as word, delivered_at as "deliveredAt", last_event_at as "lastAt", first_at as "firstAt", created_at as "createdAt",
  mirrored_at as "readAt", told, coalesce(last_text, '') as "lastText", coalesce(last_place, '') as "lastPlace"`;

/** Parcels of these orders, in one order for everybody. */
export const readParcels = (tx: Tx, orderIds: readonly string[]) =>
  run<ParcelRow>(
    tx,
    sql`select ${parcelColumns} from published.parcel_rows
        where team_id = ${tx.team} and order_id = any(${[...orderIds]}::uuid[]) order by id`,
  );

export const readParcel = (tx: Tx, parcelId: string) =>
  first<ParcelRow>(
    tx,
    sql`select ${parcelColumns} from published.parcel_rows where team_id = ${tx.team} and id = ${parcelId}`,
  );

const watchColumns = sql`parcel_id as "parcelId", shop_id as "shopId", order_id as "orderId", status, last_at as "lastAt",
  shipped_at as "shippedAt", number, carrier_code as "carrierCode", provider_id as "providerId", subscription,
  subscribed_at as "subscribedAt", heard_at as "heardAt", asked_at as "askedAt", quiet, failures,
  trouble_kind as "troubleKind", trouble, ended`;

/** Watches of these parcels, locked until the transaction ends. */
export async function lockWatches(tx: Tx, parcelIds: readonly string[]) {
  const rows = await run<WatchRow>(
    tx,
    sql`select ${watchColumns} from parcel_watches
        where team_id = ${tx.team} and parcel_id = any(${[...parcelIds]}::uuid[]) order by parcel_id for update`,
  );
  return new Map(rows.map((row) => [row.parcelId, row]));
}

export const readWatch = (tx: Tx, parcelId: string) =>
  first<WatchRow>(
    tx,
    sql`select ${watchColumns} from parcel_watches where team_id = ${tx.team} and parcel_id = ${parcelId}`,
  );

/** Parcels under way with this number. */
export const watchesOfNumber = (tx: Tx, providerId: string, number: string) =>
  run<WatchRow>(
    tx,
    sql`select ${watchColumns} from parcel_watches
        where team_id = ${tx.team} and number = ${number} and (provider_id = ${providerId} or provider_id is null)
        order by parcel_id`,
  );

export type WatchDraft = Pick<
  WatchRow,
  | 'parcelId'
  | 'shopId'
  | 'orderId'
  | 'status'
  | 'lastAt'
  | 'shippedAt'
  | 'number'
  | 'carrierCode'
  | 'providerId'
  | 'subscription'
  | 'ended'
>;

const recordset = sql`as r("parcelId" uuid, "shopId" uuid, "orderId" uuid, status text, "lastAt" timestamptz, "shippedAt" timestamptz,
  number text, "carrierCode" text, "providerId" uuid, subscription text, ended boolean)`;

/** Begins to watch; answers which parcels were not watched yet. */
export async function insertWatches(tx: Tx, drafts: readonly WatchDraft[]): Promise<Set<string>> {
  if (drafts.length === 0) return new Set();
  const rows = await run<{ id: string }>(
    tx,
    sql`insert into parcel_watches (team_id, parcel_id, shop_id, order_id, status, last_at, shipped_at, number, carrier_code,
          provider_id, subscription, ended)
        select ${tx.team}, r."parcelId", r."shopId", r."orderId", r.status, r."lastAt", r."shippedAt", r.number, r."carrierCode",
          r."providerId", r.subscription, r.ended
        from json_to_recordset(${JSON.stringify(drafts)}::json) ${recordset}
        on conflict do nothing returning parcel_id as id`,
  );
  return new Set(rows.map((row) => row.id));
}

/** A watch after its parcel moved or is followed otherwise; a parcel that moved is not quiet. */
export const updateWatch = (tx: Tx, draft: WatchDraft, moved: boolean) =>
  run(
    tx,
    sql`update parcel_watches set status = ${draft.status}, last_at = ${draft.lastAt}, number = ${draft.number},
          carrier_code = ${draft.carrierCode}, provider_id = ${draft.providerId}, subscription = ${draft.subscription},
          order_id = ${draft.orderId}, ended = ${draft.ended}, quiet = case when ${moved} then 0 else quiet end
        where team_id = ${tx.team} and parcel_id = ${draft.parcelId}`,
  );

/** Parcels of a shop, or of all, that are still under way. */
export const openWatches = (tx: Tx, shopId: string | null) =>
  run<{ orderId: string; parcelId: string }>(
    tx,
    sql`select order_id as "orderId", parcel_id as "parcelId" from parcel_watches
        where team_id = ${tx.team} and (${shopId}::uuid is null or shop_id = ${shopId}) and not ended order by parcel_id`,
  );
