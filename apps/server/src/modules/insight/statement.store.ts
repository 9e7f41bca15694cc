import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { DatedRules } from './profile.rules.ts';

export interface StatementFigures {
  readonly asked: number;
  readonly ordered: number;
  readonly paid: number;
  readonly reversed: number;
  readonly amounts: { readonly currency: string; readonly amountMinor: number }[];
}

export interface StatementRow extends StatementFigures {
  readonly shopId: string;
  readonly month: string;
  readonly profile: string;
  readonly memberId: string;
  readonly version: number;
  readonly at: string;
}

/** The newest version of each person's month in a shop. */
export async function newestOf(tx: Tx, shopId: string, month: string, profile: string) {
  const rows = await run<{
    member: string;
    version: number;
    figures: StatementFigures;
    rules: readonly DatedRules[] | null;
  }>(
    tx,
    sql`select distinct on (member_id) member_id as member, version, figures, rules from insight_statements
        where team_id = ${tx.team} and shop_id = ${shopId} and month = ${month}::date and profile = ${profile}
        order by member_id, version desc`,
  );
  return new Map(rows.map(({ member, ...rest }) => [member, rest]));
}

export interface NewStatement {
  readonly member: string;
  readonly version: number;
  readonly figures: StatementFigures;
}

/** Adds rows; what was written is never changed. */
export async function addStatements(
  tx: Tx,
  shopId: string,
  month: string,
  profile: string,
  rules: readonly DatedRules[],
  added: readonly NewStatement[],
): Promise<void> {
  await run(
    tx,
    sql`insert into insight_statements (team_id, shop_id, month, profile, member_id, version, figures, rules, at)
        select ${tx.team}, ${shopId}, ${month}::date, ${profile}, s.member, s.version, s.figures, ${JSON.stringify(rules)}::json, now()
        from json_to_recordset(${JSON.stringify(added)}::json) as s(member uuid, version int, figures jsonb)`,
  );
}

/** Statements of these shops, newest month first; versions in order. */
export const readStatements = (
  tx: Tx,
  shops: readonly string[],
  month: string | null,
  member: string | null,
) =>
  run<{
    shopId: string;
    month: string;
    profile: string;
    memberId: string;
    version: number;
    at: Date;
    figures: StatementFigures;
    rules: readonly DatedRules[] | null;
  }>(
    tx,
    sql`select shop_id as "shopId", month::text as month, profile, member_id as "memberId", version, at, figures, rules
        from insight_statements where team_id = ${tx.team} and shop_id = any(${[...shops]}::uuid[])
          and (${month}::date is null or month = ${month}::date) and (${member}::uuid is null or member_id = ${member}::uuid)
        order by month desc, shop_id, member_id, version limit 2000`,
  );
