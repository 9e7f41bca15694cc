import type { ReplyOf, shops } from '@guitai/contract';

export type Hours = ReplyOf<typeof shops.getShopSettings>['businessHours'];
export type Range = Hours[number];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The ranges of one weekday, earliest first. */
export const rangesOn = (hours: Hours, weekday: number): Range[] =>
  hours.filter((range) => range.weekday === weekday).sort((a, b) => a.from.localeCompare(b.from));

/** Another set of ranges for one weekday; the other days stay. */
export const withDay = (hours: Hours, weekday: number, ranges: readonly Range[]): Hours => [
  ...hours.filter((range) => range.weekday !== weekday),
  ...ranges,
];

/** The ranges of one weekday on every other day too. */
export const likeDay = (hours: Hours, weekday: number): Hours =>
  weekdays.flatMap((day) => rangesOn(hours, weekday).map((range) => ({ ...range, weekday: day })));

/** The same hours on some days, none on the others. */
export const evenly = (days: readonly number[], from: string, until: string): Hours =>
  days.map((weekday) => ({ weekday, from, until }));

/** A range that reaches into the next day. */
export const isOvernight = ({ from, until }: Range): boolean => until <= from;

/** The next free range of a day: after the last one, or the usual day. */
export function nextRange(hours: Hours, weekday: number): Range {
  const last = rangesOn(hours, weekday).at(-1);
  if (!last) return { weekday, from: '09:00', until: '22:00' };
  const from = last.until === '24:00' ? '00:00' : last.until;
  return { weekday, from, until: from < '22:00' ? '22:00' : '24:00' };
}

/** What a person types as a time of day: 9, 930, 9:30, 09：30; undefined where it is none. */
export function clockOf(text: string): string | undefined {
  const digits = text.trim().replace(/[：.]/g, ':');
  const found = /^(\d{1,2}):?(\d{2})?$/.exec(/^\d{3}$/.test(digits) ? `0${digits}` : digits);
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
