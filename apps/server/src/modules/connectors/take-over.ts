import type { SystemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { mirrorBuyers } from '../buyers/index.ts';
import { mirrorOrders, mirrorParcels } from '../orders/index.ts';
import type { Connection } from '../shops/index.ts';
import type { BuyerRecord, PlatformOrder } from './ports.ts';
import { passVersions } from './take-over.store.ts';

/** The newest of each order: a page may tell of one twice. */
function newest(told: readonly PlatformOrder[]): PlatformOrder[] {
  const orders = new Map<string, PlatformOrder>();
  for (const order of told) {
    const known = orders.get(order.externalId);
    if (!known || known.version <= order.version) orders.set(order.externalId, order);
  }
  return [...orders.values()].sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
}

function buyersOf(orders: readonly PlatformOrder[]): BuyerRecord[] {
  const buyers = new Map<string, BuyerRecord>();
  for (const { buyer } of orders) if (buyer) buyers.set(buyer.externalId, buyer);
  return [...buyers.values()];
}

/**
 * Brings orders as their platform has them into the mirror. What is older than what was read before is left out, so it does
 * not matter in which order news arrive. `again`: also where nothing was new, because something of ours stands in its place.
 */
export async function takeOver(
  actor: SystemActor,
  tx: Tx,
  connection: Pick<Connection, 'id' | 'shopId'>,
  told: readonly PlatformOrder[],
  again = false,
): Promise<number> {
  if (told.length === 0) return 0;
  const orders = newest(told);
  const passed = await passVersions(tx, connection.id, orders);
  const fresh = orders.filter(({ externalId }) => passed.has(externalId));
  if (fresh.length === 0) return 0;
  const { shopId } = connection;
  await mirrorBuyers(actor, tx, shopId, buyersOf(fresh));
  const records = fresh.map(({ record }) => record);
  const results = await mirrorOrders(actor, tx, shopId, records, { source: 'connector', again });
  await mirrorParcels(
    actor,
    tx,
    shopId,
    fresh.flatMap(({ parcels }) => parcels),
  );
  return results.filter((result) => result === 'created' || result === 'changed').length;
}
