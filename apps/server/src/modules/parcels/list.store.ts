import type { parcels } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';

type Item = parcels.ProblemParcelShape;

/** Which problems are wanted; `shops` null: of every shop. */
export interface Filter {
  readonly shops: readonly string[] | null;
  readonly state?: 'open' | 'closed';
  readonly cause?: string;
  readonly shopId?: string;
  readonly id?: string;
}

const iso = (column: string) => sql.raw(isoColumn(column));
const exact = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

const seen = ({ shops }: Pick<Filter, 'shops'>) =>
  shops === null ? sql`true` : sql`p.shop_id = any(${[...shops]}::uuid[])`;

const given = (column: string, value: string | undefined) =>
  value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`;

const item = sql`p.id as "problemId", p.parcel_id as "parcelId", p.order_id as "orderId", coalesce(x.order_number, '') as "orderNumber",
  p.shop_id as "shopId", s.name as "shopName", p.buyer_id as "buyerId",
  coalesce((select b.name from published.buyer_names b where b.team_id = p.team_id and b.id = p.buyer_id), '') as "buyerName",
  p.conversation_id as "conversationId", p.cause, ${iso('p.since')} as since, ${iso('p.opened_at')} as "openedAt",
  ${iso('p.closed_at')} as "closedAt", p.task_id as "taskId", coalesce(nullif(x.carrier_name, ''), x.carrier, '') as carrier,
  coalesce(x.number, '') as number, coalesce(x.status, 'unknown') as status, coalesce(x.last_text, '') as "lastText",
  coalesce(x.last_place, '') as "lastPlace", ${iso('x.last_event_at')} as "lastAt", ${iso('p.written_at')} as "writtenAt"`;

/** Open ones, the longest lying first; or closed ones, the latest first. The parcels are looked up for the page alone. */
export function readProblems(
  tx: Tx,
  filter: Filter,
  after: readonly [string, string] | null,
  limit: number,
): Promise<(Item & { readonly place: string })[]> {
  const closed = filter.state === 'closed';
  const key = sql.raw(closed ? 'p.closed_at' : 'p.since');
  const way = sql.raw(closed ? 'desc' : 'asc');
  const page = after
    ? sql`(${key}, p.id) ${sql.raw(closed ? '<' : '>')} (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`true`;
  const state = filter.id
    ? sql`p.id = ${filter.id}`
    : sql`p.closed_at is ${sql.raw(closed ? 'not null' : 'null')}`;
  return run(
    tx,
    sql`select ${item}, p.place from (select p.*, ${key} as sort, ${exact(closed ? 'p.closed_at' : 'p.since')} as place
          from parcel_problems p where p.team_id = ${tx.team} and ${state} and ${seen(filter)}
            and ${given('p.cause', filter.cause)} and ${given('p.shop_id', filter.shopId)} and ${page}
          order by ${key} ${way}, p.id ${way} limit ${limit}) p
        join published.shops s on s.team_id = p.team_id and s.id = p.shop_id
        left join published.parcel_rows x on x.team_id = p.team_id and x.id = p.parcel_id
        order by p.sort ${way}, p.id ${way}`,
  );
}

/** Open problems by cause. */
export async function countProblems(
  tx: Tx,
  filter: Pick<Filter, 'shops' | 'shopId'>,
): Promise<Record<string, number>> {
  const rows = await run<{ cause: string; n: number }>(
    tx,
    sql`select p.cause, count(*)::int as n from parcel_problems p
        where p.team_id = ${tx.team} and p.closed_at is null and ${seen(filter)} and ${given('p.shop_id', filter.shopId)}
        group by p.cause`,
  );
  return Object.fromEntries(rows.map(({ cause, n }) => [cause, n]));
}
