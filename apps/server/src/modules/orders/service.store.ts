import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export const isUrgent = async (tx: Tx, orderId: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from orders where team_id = ${tx.team} and id = ${orderId} and urgent`,
  )) !== undefined;

export const writeUrgent = (tx: Tx, orderId: string, urgent: boolean) =>
  run(tx, sql`update orders set urgent = ${urgent} where team_id = ${tx.team} and id = ${orderId}`);

export interface Invoice {
  readonly kind: 'personal' | 'company' | 'special';
  readonly title: string;
  readonly taxNumber: string;
  readonly email: string;
  readonly phone: string;
  readonly amountMinor: number;
}

export const currentInvoice = (tx: Tx, orderId: string) =>
  first<Invoice & { id: string }>(
    tx,
    sql`select id, kind, title, tax_number as "taxNumber", email, phone, amount_minor as "amountMinor" from order_invoices
        where team_id = ${tx.team} and order_id = ${orderId} and state = 'requested'`,
  );

/** Whether the source told of an invoice: it may be issued again without having been asked for here. */
export const hasForeignInvoice = async (tx: Tx, orderId: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from orders o join order_records r on r.team_id = o.team_id and r.shop_id = o.shop_id
          and r.order_external_id = o.external_id and r.topic in ('发票', 'invoice')
        where o.team_id = ${tx.team} and o.id = ${orderId} limit 1`,
  )) !== undefined;

/** Keeps an invoice; the one before it stays in the history. */
export async function writeInvoice(tx: Tx, orderId: string, invoice: Invoice): Promise<void> {
  await run(
    tx,
    sql`update order_invoices set state = 'replaced' where team_id = ${tx.team} and order_id = ${orderId} and state = 'requested'`,
  );
  await run(
    tx,
    sql`insert into order_invoices (team_id, id, order_id, kind, title, tax_number, email, phone, amount_minor, state, at)
        values (${tx.team}, ${newId()}, ${orderId}, ${invoice.kind}, ${invoice.title}, ${invoice.taxNumber}, ${invoice.email},
          ${invoice.phone}, ${invoice.amountMinor}, 'requested', ${now()})`,
  );
}

export interface Appointment {
  readonly id: string;
  readonly service: 'installation' | 'repair' | 'maintenance' | 'other';
  /** Day in the shop's time zone, YYYY-MM-DD. */
  readonly date: string;
  readonly slot: 'any' | 'morning' | 'afternoon' | 'evening';
  readonly lineNo: number | null;
  readonly note: string;
  readonly state: 'booked' | 'called_off';
}

export const findAppointment = (tx: Tx, orderId: string, id: string) =>
  first<Appointment>(
    tx,
    sql`select id, service, date::text as date, slot, line_no as "lineNo", note, state from order_appointments
        where team_id = ${tx.team} and order_id = ${orderId} and id = ${id}`,
  );

export const writeAppointment = (tx: Tx, orderId: string, made: Appointment) =>
  run(
    tx,
    sql`insert into order_appointments (team_id, id, order_id, service, date, slot, line_no, note, state, at)
        values (${tx.team}, ${made.id}, ${orderId}, ${made.service}, ${made.date}, ${made.slot}, ${made.lineNo}, ${made.note},
          ${made.state}, ${now()})
        on conflict (team_id, id) do update set service = excluded.service, date = excluded.date, slot = excluded.slot,
          line_no = excluded.line_no, note = excluded.note, state = excluded.state`,
  );
