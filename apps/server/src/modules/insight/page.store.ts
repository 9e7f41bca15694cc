import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { ShopDay } from './facts.store.ts';
import type { PageBytes } from './page.codec.ts';

export interface PageRow extends PageBytes, ShopDay {}

export interface Span {
  readonly from: string;
  readonly to: string;
}

type Columns = 'whole' | 'people' | { readonly of: string };

/** One person's part of a page is rarely longer; what is cut off is noticed. */
const slice = 8192;

function columnsOf(what: Columns) {
  if (what === 'whole') return sql`whole, hours`;
  if (what === 'people') return sql`people`;
  const at = sql`position(decode(${what.of.replaceAll('-', '')}, 'hex') in people)`;
  return sql`case when ${at} > 0 then substring(people from ${at} for ${slice}) else ''::bytea end as people`;
}

/** Pages of a profile; `people` only where asked for, they are the larger part; of one person the place where theirs begin. */
export const readPages = (
  tx: Tx,
  profile: string,
  shops: readonly string[],
  { from, to }: Span,
  what: Columns,
) =>
  run<PageRow>(
    tx,
    sql`select shop_id as "shopId", day::text as day,
          ${columnsOf(what)}
        from insight_pages where team_id = ${tx.team} and profile = ${profile} and shop_id = any(${[...shops]}::uuid[])
          and day between ${from}::date and ${to}::date`,
  );

const factTables = ['insight_rounds', 'insight_sessions', 'insight_parts', 'insight_acts'];

/** Days of these shops of which anything is known, newest first; one look into an index for each day and kind of fact. */
export const daysWithFacts = (tx: Tx, shops: readonly string[], { from, to }: Span) =>
  run<ShopDay>(
    tx,
    sql`select s.id as "shopId", d.day::text as day
        from unnest(${[...shops]}::uuid[]) as s(id),
          (select g::date as day from generate_series(${from}::date, ${to}::date, interval '1 day') g) d,
          lateral (${sql.join(
            factTables.map(
              (table) => sql`(select 1 as one from ${sql.table(table)} f
                where f.team_id = ${tx.team} and f.shop_id = s.id and f.day = d.day limit 1)`,
            ),
            sql` union all `,
          )} limit 1) f
        order by d.day desc, s.id`,
  );

/** First and last day of which anything is known; null without facts. */
export async function spanOfFacts(tx: Tx): Promise<Span | null> {
  const [span] = await run<{ from: string | null; to: string | null }>(
    tx,
    sql`select min(day)::text as from, max(day)::text as to from (
          select day from insight_sessions where team_id = ${tx.team}
          union all select day from insight_rounds where team_id = ${tx.team}
          union all select day from insight_acts where team_id = ${tx.team}) d`,
  );
  return span?.from && span.to ? { from: span.from, to: span.to } : null;
}

/** Writes a page over its former self. */
export async function putPage(
  tx: Tx,
  profile: string,
  { shopId, day }: ShopDay,
  page: PageBytes,
): Promise<void> {
  await run(
    tx,
    sql`insert into insight_pages (team_id, profile, shop_id, day, whole, people, hours)
        values (${tx.team}, ${profile}, ${shopId}, ${day}, ${page.whole}, ${page.people}, ${page.hours})
        on conflict (team_id, profile, shop_id, day) do update
          set whole = excluded.whole, people = excluded.people, hours = excluded.hours`,
  );
}

/** Profiles of which somebody has looked at numbers. */
export async function profilesInUse(tx: Tx): Promise<string[]> {
  const rows = await run<{ profile: string }>(
    tx,
    sql`select distinct profile from insight_pages where team_id = ${tx.team}`,
  );
  return rows.map(({ profile }) => profile);
}

/** Pages under rules that changed from a date on are no longer true. */
export async function dropProfilePages(tx: Tx, profile: string, from: string): Promise<void> {
  await run(
    tx,
    sql`delete from insight_pages where team_id = ${tx.team} and profile = ${profile} and day >= ${from}::date`,
  );
}

/** All pages of a shop, or of every shop. */
export async function dropAllPages(tx: Tx, shopId: string | null): Promise<void> {
  await run(
    tx,
    sql`delete from insight_pages where team_id = ${tx.team} and (${shopId}::uuid is null or shop_id = ${shopId}::uuid)`,
  );
}
