import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { own, type PaymentRemindersTable } from './tables.ts';

export type ReminderRow = PaymentRemindersTable;

export const insertReminder = (tx: Tx, row: Omit<ReminderRow, 'state'>) =>
  own(tx)
    .insertInto('payment_reminders')
    .values({ ...row, state: 'due' })
    .execute();

/** Reminders of an order whose card still says that payment is due, locked. */
export const lockDueReminders = (tx: Tx, orderId: string): Promise<ReminderRow[]> =>
  run(
    tx,
    sql`select * from payment_reminders where team_id = ${tx.team} and order_id = ${orderId} and state = 'due'
        order by id for update`,
  );

export const setReminder = (tx: Tx, id: string, state: ReminderRow['state']) =>
  own(tx)
    .updateTable('payment_reminders')
    .set({ state })
    .where('team_id', '=', tx.team ?? '')
    .where('id', '=', id)
    .execute();
