import type { automation } from '@guitai/contract';
import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Marks runs whose message left the house. */
export const markSent = (tx: Tx, runIds: readonly string[], at: Date) =>
  run(
    tx,
    sql`update automation_runs set sent_at = ${at} where team_id = ${tx.team} and id = any(${[...runIds]}::uuid[]) and sent_at is null`,
  );

/** Marks runs whose message was answered. */
export const markReplied = (tx: Tx, runIds: readonly string[], at: Date) =>
  run(
    tx,
    sql`update automation_runs set replied_at = ${at} where team_id = ${tx.team} and id = any(${[...runIds]}::uuid[]) and replied_at is null`,
  );

export interface Turned {
  readonly ruleId: string;
  readonly orderId: string;
  readonly actions: readonly automation.RunAction[];
}

const turned = sql`r.rule_id as "ruleId", r.order_id as "orderId", r.actions`;

/** Reminders whose order was paid within 24 hours of them, marked now. */
export const markConvertedRuns = (tx: Tx, orderIds: readonly string[], at: Date) =>
  run<Turned>(
    tx,
    sql`update automation_runs r set converted_at = ${at} from published.order_facts o
        where r.team_id = ${tx.team} and r.order_id = any(${[...orderIds]}::uuid[]) and r.sent_at is not null
          and r.converted_at is null and r.trigger = 'order.placed' and o.team_id = r.team_id and o.id = r.order_id
          and o.paid_minor > 0 and o.due_minor = 0 and o.status not in ('cancelled', 'closed_unpaid', 'returned')
          and o.paid_at >= r.sent_at and o.paid_at <= r.sent_at + interval '24 hours'
        returning ${turned}`,
  );

/** Reminders whose order was paid after them and has given everything back since, marked now. */
export const markReversedRuns = (tx: Tx, orderIds: readonly string[], at: Date) =>
  run<Turned>(
    tx,
    sql`update automation_runs r set reversed_at = ${at} from published.order_facts o
        where r.team_id = ${tx.team} and r.order_id = any(${[...orderIds]}::uuid[]) and r.converted_at is not null
          and r.reversed_at is null and o.team_id = r.team_id and o.id = r.order_id
          and (o.paid_minor - o.refunded_minor <= 0 or o.status in ('cancelled', 'returned'))
        returning ${turned}`,
  );

/** What these runs did. */
export const actionsOf = (tx: Tx, runIds: readonly string[]) =>
  run<Pick<Turned, 'actions'>>(
    tx,
    sql`select actions from automation_runs where team_id = ${tx.team} and id = any(${[...runIds]}::uuid[])`,
  );
