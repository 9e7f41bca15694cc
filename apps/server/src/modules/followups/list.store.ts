import type { followups } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { isId } from '../../kernel/ids.ts';
import { first, type Tx } from '../../kernel/tx.ts';

/** Which follow-ups are wanted; `shops` null: of every shop. */
export interface Filter {
  readonly shops: readonly string[] | null;
  readonly tab?: followups.FollowupTabWord;
  readonly shopId?: string;
  readonly reason?: followups.FollowupReasonWord;
  readonly assignee?: string;
  readonly buyerId?: string;
  readonly stage?: followups.FollowupStageWord;
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
}

type Part = RawBuilder<unknown>;

/** Greetings are many and nobody's work: they stand in the results, not on the lists. */
const tabs = (at: Date): Readonly<Record<followups.FollowupTabWord, Part>> => ({
  due: sql`state = 'open' and planned_at <= ${at}`,
  planned: sql`state = 'open' and planned_at > ${at}`,
  underway: sql`state in ('talking', 'sending', 'contacted') and reason <> 'greeting'`,
  over: sql`state in ('closed', 'dropped') and reason <> 'greeting'`,
  wishes: sql`state = 'waiting'`,
});

/** An order counts while it is not given back. */
const stages: Readonly<Record<followups.FollowupStageWord, Part>> = {
  contacted: sql`contacted_at is not null`,
  replied: sql`contacted_at is not null and replied_at is not null`,
  ordered: sql`contacted_at is not null and ordered_at is not null and not reversed`,
  paid: sql`contacted_at is not null and paid_at is not null and not reversed`,
};

const personal = (column: Part, who: string | undefined): Part[] => {
  if (who === undefined) return [];
  if (!isId(who)) return [sql`${column} is null`];
  return [sql`${column} = ${who}`];
};

const narrowed = (filter: Filter): Part[] => [
  ...(filter.shops ? [sql`shop_id = any(${[...filter.shops]}::uuid[])`] : []),
  ...(filter.shopId ? [sql`shop_id = ${filter.shopId}`] : []),
  ...(filter.reason ? [sql`reason = ${filter.reason}`] : []),
  ...(filter.buyerId ? [sql`buyer_id = ${filter.buyerId}`] : []),
  ...personal(sql`assignee_id`, filter.assignee),
  ...personal(sql`contacted_by`, filter.by),
  ...(filter.from ? [sql`contacted_at >= ${filter.from}::timestamptz`] : []),
  ...(filter.to ? [sql`contacted_at < ${filter.to}::timestamptz`] : []),
];

const latestFirst = (filter: Filter): boolean =>
  filter.tab === 'over' || filter.stage !== undefined;

const sortColumn = (filter: Filter): Part =>
  filter.stage !== undefined
    ? sql`contacted_at`
    : filter.tab === 'over'
      ? sql`coalesce(closed_at, made_at)`
      : sql`coalesce(planned_at, made_at)`;

export const orderOf = (filter: Filter, of: Part): Part =>
  latestFirst(filter) ? sql`${of}sort_at desc, ${of}id desc` : sql`${of}sort_at, ${of}id`;

/** A page of the table: open ones by their time, those that are over and contacts the latest first. */
export function pageQuery(
  tx: Tx,
  filter: Filter,
  place: readonly [string, string] | null,
  limit: number,
): Part {
  const key = sortColumn(filter);
  const way = latestFirst(filter) ? sql`<` : sql`>`;
  const where = [
    sql`team_id = ${tx.team}`,
    ...narrowed(filter),
    ...(filter.stage ? [stages[filter.stage]] : []),
    ...(filter.tab ? [tabs(now())[filter.tab]] : []),
    ...(place ? [sql`(${key}, id) ${way} (${place[0]}::timestamptz, ${place[1]}::uuid)`] : []),
  ];
  return sql`select *, ${key} as sort_at,
      to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from followups where ${sql.join(where, sql` and `)}
    order by ${orderOf(filter, sql``)} limit ${limit}`;
}

type Counts = Record<followups.FollowupTabWord, number>;

/** How many stand on each list, by the same filter. */
export async function countTabs(tx: Tx, filter: Filter): Promise<Counts> {
  const parts = Object.entries(tabs(now())).map(
    ([name, part]) => sql`count(*) filter (where ${part})::int as ${sql.ref(name)}`,
  );
  const { stage: _s, from: _f, to: _t, by: _b, ...rest } = filter;
  const where = [sql`team_id = ${tx.team}`, ...narrowed(rest)];
  const row = await first<Counts>(
    tx,
    sql`select ${sql.join(parts)} from followups where ${sql.join(where, sql` and `)}`,
  );
  return row ?? { due: 0, planned: 0, underway: 0, over: 0, wishes: 0 };
}
