import type { SystemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { followOrders } from './follow.ts';
import { decide } from './tend.ts';
import { openWatches } from './watch.store.ts';

/** Looks at every parcel under way again: its shop's settings or who is asked changed. */
export async function lookAtAll(actor: SystemActor, tx: Tx, shopId: string | null): Promise<void> {
  const open = await openWatches(tx, shopId);
  await followOrders(actor, tx, [...new Set(open.map(({ orderId }) => orderId))]);
  for (const { parcelId } of open) await decide(actor, tx, parcelId);
}
