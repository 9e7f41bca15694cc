import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Wording } from '../../kernel/wording.ts';

/** The wordings of a shop, by name. */
export const readWordings = (tx: Tx, shopId: string): Promise<Wording[]> =>
  run(
    tx,
    sql`select name, texts from reminder_texts where team_id = ${tx.team} and shop_id = ${shopId} order by name`,
  );

/** Replaces the wordings of a shop. */
export async function writeWordings(
  tx: Tx,
  shopId: string,
  wordings: readonly Wording[],
): Promise<void> {
  await run(tx, sql`delete from reminder_texts where team_id = ${tx.team} and shop_id = ${shopId}`);
  await run(
    tx,
    sql`insert into reminder_texts (team_id, shop_id, name, texts) select ${tx.team}, ${shopId}, w.name, w.texts
        from json_to_recordset(${JSON.stringify(wordings)}::json) as w(name text, texts jsonb)`,
  );
}

/** Paid within 24 hours of the reminder and not given back since: as the order stands, so that a refund takes it back. */
const worked = sql`(o.paid_at between r.at and r.at + interval '24 hours' and o.due_minor = 0
  and o.paid_minor > o.refunded_minor and o.status not in ('cancelled', 'closed_unpaid', 'returned'))`;

export interface Tally {
  readonly variant: string | null;
  readonly sent: number;
  readonly converted: number;
}

/** What came of a shop's reminders by hand in the last ninety days, by wording. */
export const tallyReminders = (tx: Tx, shopId: string, since: Date): Promise<Tally[]> =>
  run(
    tx,
    sql`select r.variant, count(*)::int as sent, (count(*) filter (where ${worked}))::int as converted from payment_reminders r
        join published.order_facts o on o.team_id = r.team_id and o.id = r.order_id
        where r.team_id = ${tx.team} and r.shop_id = ${shopId} and r.at >= ${since} group by r.variant order by r.variant`,
  );

/** Reminders by hand of an order, newest first. */
export const remindersOf = (tx: Tx, orderId: string) =>
  run<{ id: string; at: string; variant: string | null; converted: boolean }>(
    tx,
    sql`select r.id, ${sql.raw(isoColumn('r.at'))} as at, r.variant, ${worked} as converted from payment_reminders r
        join published.order_facts o on o.team_id = r.team_id and o.id = r.order_id
        where r.team_id = ${tx.team} and r.order_id = ${orderId} order by r.at desc limit 50`,
  );
