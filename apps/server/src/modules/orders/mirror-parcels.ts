import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { parcelsMirrored } from './events.ts';
import type { Mirrored, ParcelRecord } from './mirror.records.ts';
import { inTimeOrder, lineNosOf, statusOfParcel } from './mirror.rules.ts';
import * as store from './parcel.store.ts';
import { mergeSteps, signedAtOf, statusOfSteps, type ToldStep } from './parcel-steps.rules.ts';
import { readToldSteps } from './parcel-steps.store.ts';

/** The steps of a record, and among them those the carrier told when it was asked itself. */
function wayOf(record: ParcelRecord, carried: readonly ToldStep[]): readonly ToldStep[] {
  const own = record.steps.map((step) => ({ ...step, teller: '' as const }));
  return carried.length === 0 ? own : mergeSteps(own, carried);
}

function rowOf(
  id: string,
  record: ParcelRecord,
  order: store.OrderLines | undefined,
  way: readonly ToldStep[],
): store.ParcelRow {
  // What the carrier told itself since is newer than what the source still says.
  const carrierLed = way.at(-1)?.teller === 'carrier';
  return {
    id,
    order_id: order?.id ?? null,
    order_external_id: record.orderExternalId,
    external_id: record.externalId,
    carrier: record.carrier,
    carrier_name: record.carrierName,
    number: record.number,
    status: carrierLed ? statusOfSteps(way) : statusOfParcel(record),
    source_status: record.sourceStatus || (record.steps.at(-1)?.sourceStatus ?? ''),
    promised_at: record.promisedAt,
    delivered_at: record.deliveredAt ?? (carrierLed ? signedAtOf(way) : null),
    last_event_at: way.at(-1)?.at ?? null,
    line_nos: lineNosOf(order?.lines ?? [], record.variantExternalIds),
    attributes: record.attributes,
    source_hash: record.hash.toString('hex'),
  };
}

/** Brings a batch of parcels with their ways up to the source. One whose order is not here yet is kept and waits for it. */
export async function mirrorParcels(
  actor: Actor,
  tx: Tx,
  shopId: string,
  told: readonly ParcelRecord[],
): Promise<Mirrored[]> {
  const records = told.map((record) => ({ ...record, steps: inTimeOrder(record.steps) }));
  const known = await store.readKnownParcels(
    tx,
    shopId,
    records.map((record) => record.externalId),
  );
  const results = records.map((record): Mirrored => {
    const before = known.get(record.externalId);
    if (!before) return 'created';
    return before.hash === record.hash.toString('hex') ? 'unchanged' : 'changed';
  });
  const ids = records.map((record) => known.get(record.externalId)?.id ?? newId());
  await store.touchParcels(
    tx,
    ids.filter((_, n) => results[n] === 'unchanged'),
  );
  const fresh = records.flatMap((record, n) =>
    results[n] === 'unchanged' ? [] : [{ record, id: ids[n] ?? '' }],
  );
  if (fresh.length === 0) return results;
  const orders = await store.readOrderLines(
    tx,
    shopId,
    fresh.map(({ record }) => record.orderExternalId),
  );
  const carried = Map.groupBy(
    await readToldSteps(
      tx,
      fresh.map(({ id }) => id),
      'carrier',
    ),
    (step) => step.parcelId,
  );
  const ways = fresh.map(({ record, id }) => wayOf(record, carried.get(id) ?? []));
  const rows = fresh.map(({ record, id }, n) =>
    rowOf(id, record, orders.get(record.orderExternalId), ways[n] ?? []),
  );
  await store.writeParcels(tx, shopId, rows);
  await store.replaceSteps(
    tx,
    rows.map((row) => row.id),
    fresh.flatMap(({ id }, n) =>
      (ways[n] ?? []).map((step, no) => ({ ...step, parcel_id: id, no: no + 1 })),
    ),
  );
  const orderIds = [...new Set(rows.flatMap((row) => row.order_id ?? []))];
  emit(tx, parcelsMirrored, {
    subject: shopId,
    reach: { shop: shopId },
    actor,
    data: { shopId, orderIds },
  });
  return results;
}
