import type { automation } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';

export interface LogQuery {
  readonly shopId: string | null;
  readonly ruleId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly state?: string | undefined;
  /** Orders and buyers they are about. */
  readonly about?: readonly string[] | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
  readonly since: Date;
}

const when = (given: unknown, part: RawBuilder<unknown>) => (given ? sql` and ${part}` : sql``);

/** Runs of rules as a log shows them, newest first. */
export const listRuns = (tx: Tx, query: LogQuery): Promise<automation.RuleRunShape[]> =>
  run(
    tx,
    sql`select r.id, r.rule_id as "ruleId", u.name as "ruleName", r.version, r.trigger, r.order_id as "orderId", o.number as "orderNumber",
          r.conversation_id as "conversationId", coalesce(b.name, '') as "buyerName", r.state, r.why, r.facts, r.actions,
          ${sql.raw(isoColumn('r.due_at'))} as "dueAt", ${sql.raw(isoColumn('r.decided_at'))} as "decidedAt",
          to_char(r.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortAt"
        from automation_runs r join automation_rules u on u.team_id = r.team_id and u.id = r.rule_id
          left join published.orders o on o.team_id = r.team_id and o.id = r.order_id
          left join published.buyer_names b on b.team_id = r.team_id and b.id = r.buyer_id
        where r.team_id = ${tx.team} and r.happened_at > ${query.since}
          ${when(query.shopId, sql`r.shop_id = ${query.shopId}`)}
          ${when(query.ruleId, sql`r.rule_id = ${query.ruleId}`)}
          ${when(query.orderId, sql`r.order_id = ${query.orderId}`)}
          ${when(query.state, sql`r.state = ${query.state}`)}
          ${when(query.about, sql`(r.order_id = any(${[...(query.about ?? [])]}::uuid[]) or r.buyer_id = any(${[...(query.about ?? [])]}::uuid[]))`)}
          ${when(query.after, sql`(r.happened_at, r.id) < (${query.after?.[0]}::timestamptz, ${query.after?.[1]}::uuid)`)}
        order by r.happened_at desc, r.id desc limit ${query.limit}`,
  );
