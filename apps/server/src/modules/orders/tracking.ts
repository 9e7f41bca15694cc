import type { InputOf, orders } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { shopsSeen } from './acts.ts';
import { readTrack, type Track } from './tracking.store.ts';

/** The parcels of an order with every step; null when there is no such order in these shops. */
/** The parcels of an order with every step, for who has already seen the order. */
export const trackedParcels = async (tx: Tx, orderId: string): Promise<Track['parcels']> =>
  (await readTrack(tx, orderId, null))?.parcels ?? [];

/** Where the parcels of an order are and how they came there. */
export async function getTracking(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof orders.getTracking>,
) {
  const track = await readTrack(tx, orderId, shopsSeen(actor, 'orders.read'));
  return track ?? refuse('order.not_found');
}
