import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** What is counted of a rule. */
export type What =
  | 'matched'
  | 'planned'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'unknown'
  | 'skipped'
  | 'replied'
  | 'converted'
  | 'optedOut';

export interface Counted {
  readonly ruleId: string;
  /** The wording; empty for what belongs to none. */
  readonly variant: string;
  readonly what: What;
  readonly by: number;
}

const keyOf = ({ ruleId, variant, what }: Counted) => `${ruleId}\n${variant}\n${what}`;

/** Adds to the counters of rules, in one statement and always in the same order, so that two never wait for each other. */
export async function addCounts(tx: Tx, counted: readonly Counted[]): Promise<void> {
  const sums = new Map<string, Counted>();
  for (const one of counted) {
    const before = sums.get(keyOf(one))?.by ?? 0;
    sums.set(keyOf(one), { ...one, by: before + one.by });
  }
  if (sums.size === 0) return;
  const rows = [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  await run(
    tx,
    sql`insert into automation_counts (team_id, rule_id, variant, what, count)
        select ${tx.team}, c."ruleId", c.variant, c.what, c.by
        from json_to_recordset(${JSON.stringify(rows)}::json) as c("ruleId" uuid, variant text, what text, by int)
          join automation_rules r on r.team_id = ${tx.team} and r.id = c."ruleId"
        on conflict (team_id, rule_id, variant, what) do update set count = automation_counts.count + excluded.count`,
  );
}

export interface Count {
  readonly ruleId: string;
  readonly variant: string;
  readonly what: What;
  readonly count: number;
}

/** Counters of rules. */
export const countsOfRules = (tx: Tx, ruleIds: readonly string[]): Promise<Count[]> =>
  run(
    tx,
    sql`select rule_id as "ruleId", variant, what, count from automation_counts
        where team_id = ${tx.team} and rule_id = any(${[...ruleIds]}::uuid[])`,
  );

/** Runs of rules that wait for their time. */
export async function waitingOf(tx: Tx, shopId: string): Promise<Map<string, number>> {
  const rows = await run<{ ruleId: string; count: number }>(
    tx,
    sql`select rule_id as "ruleId", count(*)::int as count from automation_runs
        where team_id = ${tx.team} and state = 'planned' and shop_id = ${shopId} group by rule_id`,
  );
  return new Map(rows.map(({ ruleId, count }) => [ruleId, count]));
}
