import { offsetAt } from '../../kernel/zone.ts';

/** Quiet hours as a range of local time, `HH:MM`; over midnight where it ends before it begins. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

const minuteMs = 60_000;
const dayMinutes = 1440;
/** Clocks change only at quarters of an hour in UTC; what is known of one quarter holds for all of it. */
const quarterMs = 15 * minuteMs;

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const offsets = new Map<string, number>();
const mostOffsets = 20_000;

/** Minutes a time zone is ahead of UTC at an instant. */
function minutesAhead(timezone: string, at: number): number {
  const quarter = Math.floor(at / quarterMs) * quarterMs;
  const key = `${timezone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = Math.round(offsetAt(quarter, timezone) / minuteMs);
  if (offsets.size > mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** Minute of the local day. */
export function localMinute(timezone: string, at: number): number {
  const minute = Math.floor(at / minuteMs) + minutesAhead(timezone, at);
  return ((minute % dayMinutes) + dayMinutes) % dayMinutes;
}

/** Whether an instant lies in the quiet hours. A range of no length is none. */
export function isQuiet({ from, until }: QuietHours, at: number, timezone: string): boolean {
  const [begin, end] = [minutesOf(from), minutesOf(until)];
  const minute = localMinute(timezone, at);
  if (begin === end) return false;
  return begin < end ? minute >= begin && minute < end : minute >= begin || minute < end;
}

/**
 * When the quiet hours an instant lies in are over; null outside of them. Where the clocks change in between, each minute is
 * looked at: an hour may be missing or come twice.
 */
export function quietUntil(hours: QuietHours, at: number, timezone: string): number | null {
  if (!isQuiet(hours, at, timezone)) return null;
  const start = Math.floor(at / minuteMs) * minuteMs;
  const here = localMinute(timezone, start);
  const wait = (minutesOf(hours.until) - here + dayMinutes) % dayMinutes;
  const end = start + wait * minuteMs;
  if (minutesAhead(timezone, start) === minutesAhead(timezone, end)) return end;
  let minute = start;
  while (isQuiet(hours, minute, timezone)) minute += minuteMs;
  return minute;
}
