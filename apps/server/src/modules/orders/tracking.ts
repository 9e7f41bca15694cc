import type { InputOf, orders, ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import { type Shops, shopsSeen } from './acts.ts';
import { inShops } from './order.store.ts';

export type Track = ReplyOf<typeof orders.getTracking>;

/** The parcels of an order with every step; null when there is no such order in these shops. */
async function readTrack(tx: Tx, orderId: string, shops: Shops = null): Promise<Track | null> {
  const row = await first<Track>(
    tx,
    sql`select o.parcels from published.order_tracks o
        where o.team_id = ${tx.team} and o.id = ${orderId} and ${inShops(shops)}`,
  );
  return row ?? null;
}

/** The parcels of an order with every step, for who has already seen the order. */
export const trackedParcels = async (tx: Tx, orderId: string): Promise<Track['parcels']> =>
  (await readTrack(tx, orderId))?.parcels ?? [];

/** Where the parcels of an order are and how they came there. */
export async function getTracking(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof orders.getTracking>,
) {
  const track = await readTrack(tx, orderId, shopsSeen(actor, 'orders.read'));
  return track ?? refuse('order.not_found');
}
