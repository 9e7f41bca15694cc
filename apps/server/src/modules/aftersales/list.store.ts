import type { aftersales, Static } from '@guitai/contract';
import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { statesOf, type Tab } from './case.rules.ts';
import type { Card } from './case.store.ts';

type Step = Static<typeof aftersales.CaseStep>;

/** Which cases are wanted; `shops` null: of every shop. */
export interface Filter {
  readonly shops: readonly string[] | null;
  readonly tab?: Tab;
  readonly kind?: string;
  readonly shopId?: string;
  readonly buyerId?: string;
  readonly orderId?: string;
  readonly overdue?: boolean;
}

const seen = ({ shops }: Pick<Filter, 'shops'>) =>
  shops === null ? sql`true` : sql`k.shop_id = any(${[...shops]}::uuid[])`;

const given = (column: string, value: string | undefined) =>
  value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`;

const wanted = (filter: Filter) => sql`${seen(filter)} and ${given('k.kind', filter.kind)}
  and ${given('k.shop_id', filter.shopId)} and ${given('k.buyer_id', filter.buyerId)}
  and ${given('k.order_id', filter.orderId)} and ${filter.overdue ? sql`k.due_at < now()` : sql`true`}`;

const exact = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

export type Row = { readonly card: Card; readonly place: string; readonly id: string };

/** Open cases by deadline, the nearest first; over ones by the last change, the newest first. */
export function readCases(
  tx: Tx,
  filter: Filter,
  after: readonly [string, string] | null,
  limit: number,
): Promise<Row[]> {
  const done = filter.tab === 'done';
  const open = filter.tab ? statesOf(filter.tab) : null;
  const key = done ? 'k.updated_at' : 'k.due_at';
  const page = after
    ? done
      ? sql`(k.updated_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : sql`(k.due_at, k.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`true`;
  return run<Row>(
    tx,
    sql`select c.card, p.place, p.id from (
          select k.id, k.team_id, ${sql.ref(key)} as sort, ${exact(key)} as place from aftersales_cases k
          where k.team_id = ${tx.team} and ${sql.raw(done ? 'k.due_at is null' : 'k.due_at is not null')} and ${wanted(filter)}
            and ${open === null ? sql`true` : sql`k.state = any(${[...open]}::text[])`} and ${page}
          order by ${sql.ref(key)} ${sql.raw(done ? 'desc' : 'asc')}, k.id ${sql.raw(done ? 'desc' : 'asc')} limit ${limit}) p
        join published.case_cards c on c.team_id = p.team_id and c.id = p.id
        order by p.sort ${sql.raw(done ? 'desc' : 'asc')}, p.id ${sql.raw(done ? 'desc' : 'asc')}`,
  );
}

/** Open cases by column of the queue. */
export async function countCases(tx: Tx, shops: readonly string[] | null) {
  const row = await first<{ decide: number; goods: number; inspect: number }>(
    tx,
    sql`select count(*) filter (where state = any(${[...statesOf('decide')]}::text[]))::int as decide,
          count(*) filter (where state = any(${[...statesOf('goods')]}::text[]))::int as goods,
          count(*) filter (where state = any(${[...statesOf('inspect')]}::text[]))::int as inspect
        from aftersales_cases k where k.team_id = ${tx.team} and k.due_at is not null and ${seen({ shops })}`,
  );
  return row ?? { decide: 0, goods: 0, inspect: 0 };
}

/** A case as its card shows it; null when there is none. */
export const readCard = async (tx: Tx, id: string): Promise<Card | null> =>
  (
    await first<{ card: Card }>(
      tx,
      sql`select card from published.case_cards where team_id = ${tx.team} and id = ${id}`,
    )
  )?.card ?? null;

/** What happened to a case, oldest first. */
export const readSteps = async (tx: Tx, id: string): Promise<Step[]> =>
  (
    await first<{ steps: Step[] }>(
      tx,
      sql`select steps from published.case_steps where team_id = ${tx.team} and id = ${id}`,
    )
  )?.steps ?? [];

/** A buyer's own cases of a shop, newest first. */
export async function readBuyerCases(
  tx: Tx,
  shopId: string,
  buyerId: string,
  orderId: string | undefined,
): Promise<Card[]> {
  const rows = await run<{ card: Card }>(
    tx,
    sql`select k.card from published.case_cards k where k.team_id = ${tx.team} and k.shop_id = ${shopId}
        and k.buyer_id = ${buyerId} and ${given('k.order_id', orderId)} order by k.opened_at desc, k.id desc limit 50`,
  );
  return rows.map((row) => row.card);
}
