import type { InputOf, orders } from '@guitai/contract';
import { type Actor, actorRef, type StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { shopsSeen } from './acts.ts';
import { orderRemarked } from './events.ts';
import { isThere } from './order.store.ts';
import { reachOrder } from './order.ts';
import { insertRemark, readRemark, readRemarks } from './remark.store.ts';
import { tellTouched } from './tell.ts';
import type { RemarkFlag } from './words.ts';
import { passOnRemark } from './write-outbox.ts';

/** Writes a remark without asking who may; for behaviours that have asked. The order's flag is that of the newest remark. */
export async function addRemark(
  actor: Actor,
  tx: Tx,
  said: { readonly orderId: string; readonly flag: RemarkFlag; readonly text: string },
): Promise<string> {
  const id = newId();
  await insertRemark(tx, { id, ...said }, actorRef(actor));
  await tellTouched(actor, tx, orderRemarked, said.orderId);
  return id;
}

/** Adds a remark with a flag, for the whole chain to see. */
export async function addOrderRemark(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.addOrderRemark>,
) {
  const order = await reachOrder(actor, tx, input.orderId, 'orders.remark');
  if (isRefusal(order)) return order;
  if (input.text.trim() === '' && input.flag === 'none') return refuse('order.remark_empty');
  const id = await addRemark(actor, tx, { ...input, orderId: order.id });
  await passOnRemark(tx, order, input.text);
  record(tx, actor, {
    action: 'order.remarked',
    subject: { kind: 'order', id: order.id },
    after: { flag: input.flag },
    shop: order.shopId,
  });
  const row = await readRemark(tx, id);
  if (!row) throw new Error('a remark vanished');
  return row.remark;
}

/** Every remark of an order, newest first. */
export async function listOrderRemarks(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.listOrderRemarks>,
) {
  const place = readCursor<[string, string]>('remarks', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  if (!(await isThere(tx, input.orderId, shopsSeen(actor, 'orders.read')))) {
    return refuse('order.not_found');
  }
  const limit = input.limit ?? 50;
  const rows = await readRemarks(tx, input.orderId, place, limit + 1);
  const page = pageOf('remarks', rows, limit, (row) => [row.at, row.id]);
  return { items: page.items.map((row) => row.remark), next: page.next };
}
