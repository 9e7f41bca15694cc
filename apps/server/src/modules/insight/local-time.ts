import type { Tx } from '../../kernel/tx.ts';
import { wallAt } from '../../kernel/zone.ts';
import { briefShops, defaultSettings } from '../shops/index.ts';
import type { Calendar } from './calendar.rules.ts';
import { calendarsOf, type DatedCalendar } from './calendar.store.ts';
import type { LocalTime } from './fold.types.ts';

export type Calendars = ReadonlyMap<string, readonly DatedCalendar[]>;

/** Calendars of the given shops; one that was never told of keeps the hours a new shop has. */
export async function shopCalendars(
  tx: Tx,
  shops: readonly string[] | null,
): Promise<Map<string, DatedCalendar[]>> {
  const found = await calendarsOf(tx, shops);
  for (const { id, timezone } of await briefShops(tx, shops)) {
    if (found.has(id)) continue;
    const hours = defaultSettings.businessHours;
    found.set(id, [{ shopId: id, validFrom: 0, timezone, hours, special: [] }]);
  }
  return found;
}

/** The calendar in force at an instant (ms). */
export function calendarAt(calendars: Calendars, shopId: string, at: number): Calendar {
  const own = calendars.get(shopId) ?? [];
  const found = own.findLast(({ validFrom }) => validFrom <= at) ?? own[0];
  return found ?? { timezone: 'UTC', hours: [], special: [] };
}

/** Reads the clock on each shop's wall. */
export const localTimeOf =
  (calendars: Calendars): LocalTime =>
  (shopId, at) => {
    const instant = Date.parse(at);
    const { timezone } = calendarAt(calendars, shopId, instant);
    const wall = new Date(wallAt(instant, timezone));
    return {
      day: wall.toISOString().slice(0, 10),
      minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
    };
  };
