import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { CheckKind, CheckState } from './order-check.rules.ts';
import { type OrderChecksTable, own } from './tables.ts';

export type CheckRow = OrderChecksTable;

export const insertCheck = (tx: Tx, row: Omit<CheckRow, 'state' | 'settled_at'>) =>
  own(tx)
    .insertInto('order_checks')
    .values({ ...row, state: 'asked', settled_at: null })
    .execute();

/** A check as it stands, unlocked. */
export const findCheck = (tx: Tx, id: string): Promise<CheckRow | undefined> =>
  first(tx, sql`select * from order_checks where team_id = ${tx.team} and id = ${id}`);

/** A check, locked; take the lock of its order before. */
export const lockCheck = (tx: Tx, id: string): Promise<CheckRow | undefined> =>
  first(tx, sql`select * from order_checks where team_id = ${tx.team} and id = ${id} for update`);

/** The open checks of an order, locked. */
export const lockOpenChecks = (tx: Tx, orderId: string): Promise<CheckRow[]> =>
  run(
    tx,
    sql`select * from order_checks where team_id = ${tx.team} and order_id = ${orderId} and state = 'asked'
        order by id for update`,
  );

/** Orders among these with an open check or a reminder whose card still says that payment is due. */
export async function ordersFollowed(tx: Tx, orderIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(orderIds)];
  const rows = await run<{ order_id: string }>(
    tx,
    sql`select order_id from order_checks where team_id = ${tx.team} and order_id = any(${ids}::uuid[]) and state = 'asked'
        union select order_id from payment_reminders
          where team_id = ${tx.team} and order_id = any(${ids}::uuid[]) and state = 'due'
        order by order_id`,
  );
  return rows.map((row) => row.order_id);
}

export const settleCheck = (tx: Tx, id: string, state: CheckState, at: Date) =>
  own(tx)
    .updateTable('order_checks')
    .set({ state, settled_at: at })
    .where('team_id', '=', tx.team ?? '')
    .where('id', '=', id)
    .execute();

export type { CheckKind };
