import { wallAt } from '../../kernel/zone.ts';

/** One weekday range in the shop's time zone, as the shop's settings hold it. */
export interface Range {
  readonly weekday: number;
  readonly from: string;
  readonly until: string;
}

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const weekMinutes = 7 * 1440;

/** Minute of the week (Monday 00:00 = 0) in a time zone. */
export function minuteOfWeek(at: Date, timezone: string): number {
  const wall = new Date(wallAt(at.getTime(), timezone));
  const day = (wall.getUTCDay() + 6) % 7;
  return day * 1440 + wall.getUTCHours() * 60 + wall.getUTCMinutes();
}

/** When the shop next opens, to the minute; null without ranges. A change of the clocks in between may shift it by an hour. */
export function opensNext(ranges: readonly Range[], at: Date, timezone: string): Date | null {
  const here = minuteOfWeek(at, timezone);
  const waits = ranges.map(({ weekday, from }) => {
    const start = (weekday - 1) * 1440 + minutesOf(from);
    return ((start - here + weekMinutes - 1) % weekMinutes) + 1;
  });
  if (waits.length === 0) return null;
  const minute = Math.floor(at.getTime() / 60_000);
  return new Date((minute + Math.min(...waits)) * 60_000);
}
