import type { followups } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { contactsIn, type Span } from './results.store.ts';

/** Up to so many days stand as days, more as weeks. */
const mostDays = 92;

/** The clock by which days are told: the shop's own, or of several the first one's. */
async function zoneOf(tx: Tx, { shops, shopId }: Span): Promise<string> {
  const row = await first<{ timezone: string }>(
    tx,
    sql`select timezone from published.shops where team_id = ${tx.team}
        ${shopId ? sql`and id = ${shopId}` : sql``} ${shops ? sql`and id = any(${[...shops]}::uuid[])` : sql``}
        order by id limit 1`,
  );
  return row?.timezone ?? 'UTC';
}

const iso = (at: RawBuilder<unknown>) =>
  sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Contacts and how far they came, a day or a week at a time; a time without any stands there too. */
export async function overTime(tx: Tx, span: Span): Promise<followups.FollowupStepShape[]> {
  const zone = await zoneOf(tx, span);
  const weeks = Date.parse(span.to) - Date.parse(span.from) > mostDays * 86_400_000;
  const unit = weeks ? 'week' : 'day';
  const local = (at: string) => sql`(${at}::timestamptz at time zone ${zone})`;
  return run(
    tx,
    sql`select to_char(s.at, 'YYYY-MM-DD') as day, ${weeks}::boolean as weeks,
          ${iso(sql`greatest(s.at at time zone ${zone}, ${span.from}::timestamptz)`)} as "from",
          ${iso(sql`least((s.at + ${`1 ${unit}`}::interval) at time zone ${zone}, ${span.to}::timestamptz)`)} as "to",
          coalesce(g.contacted, 0) as contacted, coalesce(g.replied, 0) as replied,
          coalesce(g.ordered, 0) as ordered, coalesce(g.paid, 0) as paid
        from generate_series(date_trunc(${unit}, ${local(span.from)}), ${local(span.to)} - interval '1 microsecond', ${`1 ${unit}`}::interval) s (at)
        left join (select date_trunc(${unit}, c.contacted_at at time zone ${zone}) as at, count(*)::int as contacted,
            count(c.replied_at)::int as replied, count(*) filter (where c.ordered_at is not null and not c.reversed)::int as ordered,
            count(*) filter (where c.paid_at is not null and not c.reversed)::int as paid
          from (${contactsIn(tx, span)}) c group by 1) g on g.at = s.at
        order by s.at`,
  );
}
