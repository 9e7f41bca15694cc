import type { PromiseEventWord } from './promises.events.ts';
import type { PromiseTime } from './promises.time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

interface Local {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly weekday: number;
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Wall-clock parts of an instant in a time zone. */
function partsIn(at: Date, timezone: string): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

const localDay = (at: Date, timezone: string): Local => {
  const { year, month, day: date, weekday = '' } = partsIn(at, timezone);
  return {
    year: Number(year),
    month: Number(month),
    date: Number(date),
    weekday: names.indexOf(weekday) + 1,
  };
};

/** The instant at which clocks of the zone show this; where they never do (a gap), the instant after it. */
export function instantOf(timezone: string, wall: number): Date {
  const offsetAt = (at: number) => {
    const part = partsIn(new Date(at), timezone);
    const shown = Date.UTC(
      Number(part.year),
      Number(part.month) - 1,
      Number(part.day),
      Number(part.hour),
      Number(part.minute),
      Number(part.second),
    );
    return shown - Math.floor(at / 1000) * 1000;
  };
  const first = wall - offsetAt(wall);
  return new Date(wall - offsetAt(first));
}

/** An hour of the day so many days from now in the shop's calendar; hour 24 is its end. */
export function onDay(now: Date, timezone: string, days: number, hour: number, minutes = 0): Date {
  const { year, month, date } = localDay(now, timezone);
  return instantOf(timezone, Date.UTC(year, month - 1, date + days, hour, minutes));
}

/** How long is given where no time was named. */
const usual: Readonly<Record<PromiseEventWord, number>> = {
  shipped: 48 * 60,
  delivered: 72 * 60,
  refunded: 24 * 60,
  parcel_moved: 24 * 60,
  restocked: 24 * 60,
  price: 24 * 60,
  answered: 24 * 60,
  hand: 24 * 60,
};

function workdaysOn(now: Date, timezone: string, count: number): Date {
  let days = 0;
  for (let left = count; left > 0; ) {
    days += 1;
    const weekday = ((localDay(now, timezone).weekday - 1 + days) % 7) + 1;
    if (weekday < 6) left -= 1;
  }
  return onDay(now, timezone, days, 24);
}

/** By when a promise is due; null: its clock starts when the thing arrives. What is named and over is tomorrow's. */
export function dueOf(
  event: PromiseEventWord,
  time: PromiseTime,
  now: Date,
  timezone: string,
): Date | null {
  if (time.kind === 'arrival') return null;
  if (time.kind === 'open') return new Date(now.getTime() + usual[event] * minute);
  if (time.kind === 'minutes') return new Date(now.getTime() + time.minutes * minute);
  if (time.kind === 'workdays') return workdaysOn(now, timezone, time.days);
  if (time.kind === 'weekday') {
    const ahead = (time.weekday - localDay(now, timezone).weekday + 7) % 7;
    return onDay(now, timezone, ahead, 24);
  }
  const due = onDay(now, timezone, time.days, time.hour, time.minute);
  return due > now
    ? due
    : new Date(Math.max(onDay(now, timezone, time.days, 24).getTime(), now.getTime() + day / 24));
}

/** The choices a hand takes quickly, in order: today 18:00, today's end, tomorrow's end, 48 hours; those that are over left out. */
export function quickDues(
  now: Date,
  timezone: string,
): { readonly key: 'evening' | 'today' | 'tomorrow' | 'hours48'; readonly at: Date }[] {
  const all = [
    { key: 'evening' as const, at: onDay(now, timezone, 0, 18) },
    { key: 'today' as const, at: onDay(now, timezone, 0, 24) },
    { key: 'tomorrow' as const, at: onDay(now, timezone, 1, 24) },
    { key: 'hours48' as const, at: new Date(now.getTime() + 2 * day) },
  ];
  return all.filter(({ at }) => at.getTime() > now.getTime());
}
