/** A time of day on weekdays, in a shop's time zone. */
export interface Schedule {
  readonly at: string;
  readonly weekdays: readonly number[];
}

const minute = 60_000;
const day = 24 * 60 * minute;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    era: 'short',
  });
  formats.set(zone, made);
  return made;
}

/** What a clock on the wall of the zone shows, as if it were UTC. */
export function wallOf(at: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day,
    parts.hour,
    parts.minute,
    parts.second,
  );
}

/**
 * The first instant at which the wall shows that time. In an hour that is skipped: the first instant after it;
 * in one that comes twice: the first time.
 */
export function instantOf(wall: number, zone: string): number {
  const offsets = [wall - day, wall + day].map((near) => wallOf(near, zone) - near);
  const shown = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  const hit = shown.find((at) => wallOf(at, zone) === wall);
  if (hit !== undefined) return hit;
  let [before = wall, after = wall] = [(shown[0] ?? wall) - minute, shown.at(-1)];
  while (after - before > 1_000) {
    const middle = Math.floor((before + after) / 2_000) * 1_000;
    if (wallOf(middle, zone) >= wall) after = middle;
    else before = middle;
  }
  return after;
}

/** The first instant after the given one at which the schedule is due; null when none comes within a year. */
export function nextDue({ at, weekdays }: Schedule, zone: string, after: Date): Date | null {
  const ofDay = (Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5))) * minute;
  const today = Math.floor(wallOf(after.getTime(), zone) / day) * day;
  for (let n = -1; n < 366; n += 1) {
    const date = today + n * day;
    if (!weekdays.includes(new Date(date).getUTCDay() || 7)) continue;
    const instant = instantOf(date + ofDay, zone);
    // A date that a zone skipped altogether has no hours.
    const isThatDay = Math.floor(wallOf(instant, zone) / day) * day === date;
    if (isThatDay && instant > after.getTime()) return new Date(instant);
  }
  return null;
}
