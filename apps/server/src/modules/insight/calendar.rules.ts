import { offsetAt } from '../../kernel/zone.ts';
import type { ShopSettings } from '../shops/index.ts';

type Hours = ShopSettings['businessHours'];

/** A date on which a shop keeps other hours than its weekday's; none at all: closed. */
export interface SpecialDay {
  readonly date: string;
  readonly hours: readonly { readonly from: string; readonly until: string }[];
}

/** When a shop answers. */
export interface Calendar {
  readonly timezone: string;
  /** None at all: always. */
  readonly hours: Hours;
  readonly special: readonly SpecialDay[];
}

/** A stretch of time, ms since 1970; the end is outside. */
export type Stretch = readonly [number, number];

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Stretches in which the clock on the wall keeps its distance from UTC, found to the minute. */
function* steadyIn([from, until]: Stretch, timezone: string): Generator<[Stretch, number]> {
  for (let at = from; at < until; ) {
    const offset = offsetAt(at, timezone);
    let end = Math.min(at + dayMs, until);
    if (offsetAt(end - 1, timezone) !== offset) {
      let low = Math.floor(at / minuteMs);
      let high = Math.ceil(end / minuteMs);
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (offsetAt(middle * minuteMs, timezone) === offset) low = middle;
        else high = middle;
      }
      end = high * minuteMs;
    }
    yield [[at, end], offset];
    at = end;
  }
}

const clockMs = (clock: string): number =>
  (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * minuteMs;

const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** Opening stretches that begin on one date, on the wall clock. */
function rangesOn(calendar: Calendar, midnight: number): Stretch[] {
  const special = calendar.special.find(({ date }) => date === dateOf(midnight));
  const weekday = new Date(midnight).getUTCDay() || 7;
  const ranges = special?.hours ?? calendar.hours.filter((range) => range.weekday === weekday);
  return ranges.map(({ from, until }) => {
    const start = clockMs(from);
    const end = clockMs(until);
    return [midnight + start, midnight + (end <= start ? end + dayMs : end)];
  });
}

const overlap = (a: Stretch, b: Stretch): Stretch => [Math.max(a[0], b[0]), Math.min(a[1], b[1])];

function joined(stretches: readonly Stretch[]): Stretch[] {
  const sorted = stretches.filter(([from, until]) => from < until).sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, until] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else out.push([from, until]);
  }
  return out;
}

/** When the shop answers within a stretch of time, joined and ascending. No hours at all and no special day: always. */
export function openIn(calendar: Calendar, within: Stretch): Stretch[] {
  if (calendar.hours.length === 0 && calendar.special.length === 0) return [within];
  const always = calendar.hours.length === 0;
  const found: Stretch[] = [];
  for (const [steady, offset] of steadyIn(within, calendar.timezone)) {
    const wall: Stretch = [steady[0] + offset, steady[1] + offset];
    for (let day = Math.floor(wall[0] / dayMs) - 1; day * dayMs < wall[1]; day += 1) {
      const midnight = day * dayMs;
      const isSpecial = calendar.special.some(({ date }) => date === dateOf(midnight));
      const ranges: Stretch[] =
        always && !isSpecial ? [[midnight, midnight + dayMs]] : rangesOn(calendar, midnight);
      for (const range of ranges) {
        const [from, until] = overlap(range, wall);
        found.push([from - offset, until - offset]);
      }
    }
  }
  return joined(found);
}
