import type { InputOf, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { type Actor, actorRef, type StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { shopsSeen } from './acts.ts';
import { orderRemarked } from './events.ts';
import { inShops } from './order.store.ts';
import { reachOrder } from './order.ts';
import { own } from './tables.ts';
import { tellTouched } from './tell.ts';
import type { RemarkFlag } from './words.ts';

type Remark = { id: string; at: string; remark: never };

const readRemark = (tx: Tx, id: string) =>
  first<Remark>(
    tx,
    sql`select id, remark from published.order_remarks where team_id = ${tx.team} and id = ${id}`,
  );

/** Writes a remark without asking who may; for behaviours that have asked. The order's flag is that of the newest remark. */
export async function addRemark(
  actor: Actor,
  tx: Tx,
  said: { readonly orderId: string; readonly flag: RemarkFlag; readonly text: string },
): Promise<string> {
  const id = newId();
  const by = actorRef(actor);
  await own(tx)
    .insertInto('order_remarks')
    .values({
      team_id: tx.team ?? '',
      id,
      order_id: said.orderId,
      flag: said.flag,
      text: said.text,
      actor_kind: by.kind,
      actor_id: by.id,
    })
    .execute();
  await run(
    tx,
    sql`update orders set flag = ${said.flag} where team_id = ${tx.team} and id = ${said.orderId}`,
  );
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
  const seen = await first(
    tx,
    sql`select 1 as one from orders o where o.team_id = ${tx.team} and o.id = ${input.orderId}
        and ${inShops(shopsSeen(actor, 'orders.read'))}`,
  );
  if (!seen) return refuse('order.not_found');
  const limit = input.limit ?? 50;
  const after = place ? sql`(at, id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`;
  const rows = await run<Remark>(
    tx,
    sql`select id, remark, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
        from published.order_remarks where team_id = ${tx.team} and order_id = ${input.orderId} and ${after}
        order by published.order_remarks.at desc, id desc limit ${limit + 1}`,
  );
  const page = pageOf('remarks', rows, limit, (row) => [row.at, row.id]);
  return { items: page.items.map((row) => row.remark), next: page.next };
}
