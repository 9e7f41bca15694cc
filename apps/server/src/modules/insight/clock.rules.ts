import { type Calendar, openIn, type Stretch } from './calendar.rules.ts';

/** Counts the time a shop was open between two instants, in ms; built for a span and quick for every question within. */
export interface OpenClock {
  between(from: number, until: number): number;
}

/** A clock that never pauses. */
export const wallClock: OpenClock = { between: (from, until) => Math.max(0, until - from) };

/** A clock that pauses while the shop is closed; asked beyond its span it opens a wider one. */
export function openClock(calendar: Calendar, span: Stretch): OpenClock {
  if (calendar.hours.length === 0 && calendar.special.length === 0) return wallClock;
  let [from, until] = span;
  let stretches = openIn(calendar, span);
  let before = sumsOf(stretches);
  const widen = (low: number, high: number) => {
    if (low >= from && high <= until) return;
    from = Math.min(from, low - spare);
    until = Math.max(until, high + spare);
    stretches = openIn(calendar, [from, until]);
    before = sumsOf(stretches);
  };
  const openBefore = (at: number): number => {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle] as Stretch)[0] < at) low = middle + 1;
      else high = middle;
    }
    const last = stretches[low - 1];
    return last ? (before[low - 1] ?? 0) + Math.min(at, last[1]) - last[0] : 0;
  };
  return {
    between(start, end) {
      if (end <= start) return 0;
      widen(start, end);
      return openBefore(end) - openBefore(start);
    },
  };
}

const spare = 7 * 86_400_000;

/** Open time before each stretch. */
function sumsOf(stretches: readonly Stretch[]): number[] {
  let sum = 0;
  return stretches.map(([from, until]) => {
    const before = sum;
    sum += until - from;
    return before;
  });
}
