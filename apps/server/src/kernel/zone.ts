/** What a clock on the wall shows. `month` 1–12. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  clocks.set(timezone, made);
  return made;
}

/** The instant on a clock in the time zone (IANA name). */
export function wallOf(at: Date, timezone: string): Wall {
  const parts = clockOf(timezone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

const asUtc = (wall: Wall): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

/**
 * The instant at which a clock in the time zone shows this. Days beyond the month's end run on into the next. A time that a
 * change of clocks leaves out is taken by the clock before the change; of a time that comes twice, one of the two.
 */
export function instantOf(wall: Wall, timezone: string): Date {
  const wanted = asUtc(wall);
  const shiftAt = (ms: number) => asUtc(wallOf(new Date(ms), timezone)) - ms;
  const guess = wanted - shiftAt(wanted);
  return new Date(wanted - shiftAt(guess));
}

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
