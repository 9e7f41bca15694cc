import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { parcelsMirrored } from './events.ts';
import { lockOrder } from './facts.store.ts';
import type { ParcelStep } from './mirror.records.ts';
import { replaceSteps, touchParcels } from './parcel.store.ts';
import { mergeSteps, signedAtOf, statusOfSteps, tellingSteps } from './parcel-steps.rules.ts';
import { readParcelHead, readToldSteps, writeStand } from './parcel-steps.store.ts';

/**
 * Takes over what a carrier tells of a parcel: its steps find their places among those known, in whatever order and however often
 * they are told. A delivery of an own order is an act (`deliverParcel`) and is not booked here. False: nothing new.
 */
export async function recordSteps(
  actor: Actor,
  tx: Tx,
  { parcelId, steps }: { readonly parcelId: string; readonly steps: readonly ParcelStep[] },
): Promise<boolean> {
  const head = await readParcelHead(tx, parcelId);
  if (!head?.orderId) return false;
  await lockOrder(tx, head.orderId);
  const known = await readToldSteps(tx, [parcelId]);
  const told = steps.map((step) => ({ ...step, teller: 'carrier' as const }));
  const merged = mergeSteps(known, told);
  await touchParcels(tx, [parcelId]);
  if (JSON.stringify(merged) === JSON.stringify(mergeSteps(known, []))) return false;
  const rows = merged.map((step, n) => ({ ...step, parcel_id: parcelId, no: n + 1 }));
  await replaceSteps(tx, [parcelId], rows);
  const telling = tellingSteps(merged);
  await writeStand(tx, parcelId, {
    status: statusOfSteps(merged),
    sourceStatus: telling.at(-1)?.sourceStatus ?? '',
    deliveredAt: head.source === 'own' ? null : signedAtOf(merged),
    lastEventAt: telling.findLast((step) => step.at !== null)?.at ?? null,
  });
  emit(tx, parcelsMirrored, {
    subject: head.shopId,
    reach: { shop: head.shopId },
    actor,
    data: { shopId: head.shopId, orderIds: [head.orderId] },
  });
  return true;
}
