import type { InputOf, orders } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readActs } from './act.store.ts';
import { shopsSeen } from './acts.ts';
import { isThere } from './order.store.ts';

/** Everything that was done to an order, newest first. */
export async function listOrderActs(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.listOrderActs>,
) {
  const place = readCursor<[string, string]>('acts', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  if (!(await isThere(tx, input.orderId, shopsSeen(actor, 'orders.read')))) {
    return refuse('order.not_found');
  }
  const limit = input.limit ?? 50;
  const rows = await readActs(tx, input.orderId, place, limit + 1);
  const page = pageOf('acts', rows, limit, (row) => [row.place, row.id]);
  return { items: page.items.map(({ place: _place, ...act }) => act), next: page.next };
}
