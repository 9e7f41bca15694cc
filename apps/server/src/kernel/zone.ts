const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    hourCycle: 'h23',
  });
  clocks.set(timezone, made);
  return made;
}

const second = 1000;
const day = 86_400 * second;

/** What a clock on the wall of the time zone (IANA name) shows at an instant, as if it were UTC: ms since 1970, whole seconds. */
export function wallAt(at: number, timezone: string): number {
  const parts = clockOf(timezone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const [year, month, date] = [part('year'), part('month'), part('day')];
  return Date.UTC(year, month - 1, date, part('hour'), part('minute'), part('second'));
}

/** How far the clock on the wall is ahead of UTC at an instant, in ms. */
export const offsetAt = (at: number, timezone: string): number =>
  wallAt(at, timezone) - Math.floor(at / second) * second;

/**
 * The first instant at which the wall shows that time, as `wallAt` writes it. In an hour that is skipped: the first instant
 * after it; in one that comes twice: the first time.
 */
export function instantAt(wall: number, timezone: string): number {
  const offsets = [wall - day, wall + day].map((near) => offsetAt(near, timezone));
  const shown = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  const hit = shown.find((at) => at + offsetAt(at, timezone) === wall);
  if (hit !== undefined) return hit;
  let [before = wall, after = wall] = [(shown[0] ?? wall) - 60 * second, shown.at(-1)];
  while (after - before > second) {
    const middle = Math.floor((before + after) / (2 * second)) * second;
    if (wallAt(middle, timezone) >= wall) after = middle;
    else before = middle;
  }
  return after;
}

/** What a clock on the wall shows. `month` 1–12. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The instant on a clock in the time zone. */
export function wallOf(at: Date, timezone: string): Wall {
  const wall = new Date(wallAt(at.getTime(), timezone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  };
}

/** The first instant at which a clock in the time zone shows this, as `instantAt`. Days beyond the month's end run on into the next. */
export const instantOf = (wall: Wall, timezone: string): Date =>
  new Date(
    instantAt(
      Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second),
      timezone,
    ),
  );

/** The same clock so many days later, whatever the change of clocks between. */
export function daysLater(at: Date, days: number, timezone: string): Date {
  const wall = wallOf(at, timezone);
  const later = instantOf({ ...wall, day: wall.day + days }, timezone);
  return new Date(later.getTime() + (at.getTime() % 1000));
}

/** The next instant after `after` at which a clock there shows `HH:MM`. */
export function nextClock(clock: string, after: Date, timezone: string): Date {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const wall = { ...wallOf(after, timezone), hour, minute, second: 0 };
  const today = instantOf(wall, timezone);
  return today > after ? today : instantOf({ ...wall, day: wall.day + 1 }, timezone);
}
