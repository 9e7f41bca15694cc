import { instantAt, wallAt } from '../../kernel/zone.ts';

/** A time of day on weekdays, in a shop's time zone. */
export interface Schedule {
  readonly at: string;
  readonly weekdays: readonly number[];
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** The first instant after the given one at which the schedule is due; null when none comes within a year. */
export function nextDue({ at, weekdays }: Schedule, zone: string, after: Date): Date | null {
  const ofDay = (Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5))) * minute;
  const today = Math.floor(wallAt(after.getTime(), zone) / day) * day;
  for (let n = -1; n < 366; n += 1) {
    const date = today + n * day;
    if (!weekdays.includes(new Date(date).getUTCDay() || 7)) continue;
    const instant = instantAt(date + ofDay, zone);
    // A date that a zone skipped altogether has no hours.
    const isThatDay = Math.floor(wallAt(instant, zone) / day) * day === date;
    if (isThatDay && instant > after.getTime()) return new Date(instant);
  }
  return null;
}
