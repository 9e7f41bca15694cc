import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Calendar, SpecialDay } from './calendar.rules.ts';

/** A shop's calendar with when it came into force, ms since 1970. */
export interface DatedCalendar extends Calendar {
  readonly shopId: string;
  readonly validFrom: number;
}

interface Row {
  readonly shop_id: string;
  readonly from: number;
  readonly timezone: string;
  readonly hours: Calendar['hours'];
  readonly special: SpecialDay[];
}

/** Calendars of these shops (all where null), each shop's in the order in which they came into force. */
export async function calendarsOf(
  tx: Tx,
  shops: readonly string[] | null,
): Promise<Map<string, DatedCalendar[]>> {
  const rows = await run<Row>(
    tx,
    sql`select c.shop_id, c.timezone, c.hours,
          case when c.valid_from = '-infinity' then 0 else (extract(epoch from c.valid_from) * 1000)::bigint end as from,
          coalesce((select json_agg(json_build_object('date', s.date, 'hours', s.hours) order by s.date)
            from insight_special_days s where s.team_id = c.team_id and s.shop_id = c.shop_id), '[]') as special
        from insight_calendars c where c.team_id = ${tx.team}
          and (${shops === null} or c.shop_id = any(${[...(shops ?? [])]}::uuid[])) order by c.valid_from`,
  );
  const found = new Map<string, DatedCalendar[]>();
  for (const { shop_id: shopId, from, timezone, hours, special } of rows) {
    const calendar = { shopId, validFrom: from, timezone, hours, special };
    found.set(shopId, [...(found.get(shopId) ?? []), calendar]);
  }
  return found;
}

/** From an instant on a shop keeps these hours; the first of a shop holds for all that was before. */
export async function setCalendar(
  tx: Tx,
  shopId: string,
  at: string,
  change: { readonly timezone?: string; readonly hours?: Calendar['hours'] },
): Promise<void> {
  const hours = change.hours ? JSON.stringify(change.hours) : null;
  await run(
    tx,
    sql`insert into insight_calendars (team_id, shop_id, valid_from, timezone, hours)
        select ${tx.team}, s.id, case when c.shop_id is null then '-infinity' else ${at}::timestamptz end,
          coalesce(${change.timezone ?? null}, c.timezone, s.timezone), coalesce(${hours}::json, c.hours)
        from published.shops s left join lateral (
          select * from insight_calendars c where c.team_id = s.team_id and c.shop_id = s.id
            and c.valid_from < ${at} order by c.valid_from desc limit 1) c on true
        where s.team_id = ${tx.team} and s.id = ${shopId} and coalesce(${hours}::json, c.hours) is not null
        on conflict (team_id, shop_id, valid_from) do update set timezone = excluded.timezone, hours = excluded.hours`,
  );
}
