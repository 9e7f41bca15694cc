import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A stretch of time a shop has a budget for, with its bound. */
export interface Period {
  readonly name: string;
  readonly limitMinor: number | null;
}

/** The day and the month of an instant in the shop’s zone (`YYYY-MM-DD`), as budgets name them. */
export const periodsOf = (
  day: string,
  limits: { readonly dayBudgetMinor: number | null; readonly monthBudgetMinor: number | null },
): Period[] => [
  { name: `day ${day}`, limitMinor: limits.dayBudgetMinor },
  { name: `month ${day.slice(0, 7)}`, limitMinor: limits.monthBudgetMinor },
];

/** Takes an amount off a budget, looked at and moved in one statement; false where it does not reach. */
export const takeBudget = async (
  tx: Tx,
  shopId: string,
  { name, limitMinor }: Period,
  amountMinor: number,
): Promise<boolean> =>
  (limitMinor === null || amountMinor <= limitMinor) &&
  (await first(
    tx,
    sql`insert into concession_budgets as b (team_id, shop_id, period, used_minor)
        values (${tx.team}, ${shopId}, ${name}, ${amountMinor})
        on conflict (team_id, shop_id, period) do update set used_minor = b.used_minor + ${amountMinor}
          where coalesce(b.used_minor + ${amountMinor} <= ${limitMinor}::bigint, true) returning 1 as one`,
  )) !== undefined;

/** Gives an amount back to the budgets it was taken from. */
export const freeBudget = (
  tx: Tx,
  shopId: string,
  periods: readonly string[],
  amountMinor: number,
): Promise<unknown> =>
  run(
    tx,
    sql`update concession_budgets set used_minor = greatest(used_minor - ${amountMinor}, 0)
        where team_id = ${tx.team} and shop_id = ${shopId} and period = any(${[...periods]}::text[])`,
  );

/** What is used of budgets, by period. */
export async function readUsed(tx: Tx, shopId: string, periods: readonly string[]) {
  const rows = await run<{ period: string; used: number }>(
    tx,
    sql`select period, used_minor as used from concession_budgets
        where team_id = ${tx.team} and shop_id = ${shopId} and period = any(${[...periods]}::text[])`,
  );
  return new Map(rows.map((row) => [row.period, row.used]));
}
