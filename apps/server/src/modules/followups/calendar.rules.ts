import { LunarDay } from 'tyme4ts';

/** A day of every year: of the lunar calendar of China, or of the common one. */
export interface Occasion {
  readonly key: string;
  readonly kind: 'lunar' | 'fixed' | 'own' | 'birthday';
  readonly month: number | null;
  readonly day: number | null;
}

const lunar = (key: string, month: number, day: number): Occasion => ({
  ...{ key, kind: 'lunar', month, day },
});
const fixed = (key: string, month: number, day: number): Occasion => ({
  ...{ key, kind: 'fixed', month, day },
});

/** Days the product knows; nobody is wished a happy day of the dead. */
export const occasions: readonly Occasion[] = [
  fixed('new_year', 1, 1),
  lunar('spring_festival', 1, 1),
  lunar('lantern', 1, 15),
  fixed('womens_day', 3, 8),
  fixed('labour_day', 5, 1),
  lunar('dragon_boat', 5, 5),
  fixed('sale_618', 6, 18),
  lunar('qixi', 7, 7),
  lunar('mid_autumn', 8, 15),
  lunar('double_ninth', 9, 9),
  fixed('national_day', 10, 1),
  fixed('sale_1111', 11, 11),
  fixed('sale_1212', 12, 12),
  { key: 'birthday', kind: 'birthday', month: null, day: null },
];

const dayMs = 86_400_000;
const text = (at: number): string => new Date(at).toISOString().slice(0, 10);

/**
 * The day of the common calendar a lunar day falls on, `YYYY-MM-DD`. By the almanac, not by the calendar of `Intl`: that one
 * reckons the new moon of February 2027 a day late. Leap months are no holidays.
 */
export function lunarDay(year: number, month: number, day: number): string {
  const solar = LunarDay.fromYmd(year, month, day).getSolarDay();
  return text(Date.UTC(solar.getYear(), solar.getMonth() - 1, solar.getDay()));
}

/** Whether the common calendar has the date in some year; 29 February is kept on the 28th of others. */
export const isDate = (month: number, day: number): boolean =>
  new Date(Date.UTC(2024, month - 1, day)).getUTCDate() === day;

function onYear({ kind, month, day }: Occasion, year: number): string | null {
  if (month === null || day === null) return null;
  if (kind === 'lunar') return lunarDay(year, month, day);
  const at = Date.UTC(year, month - 1, day);
  const missing = new Date(at).getUTCDate() !== day;
  return text(missing ? at - dayMs : at);
}

/** The first such day on or after a day, `YYYY-MM-DD`; null for what has no day of its own. */
export function nextOn(occasion: Occasion, from: string): string | null {
  const year = Number(from.slice(0, 4));
  const days = [year - 1, year, year + 1].map((one) => onYear(occasion, one));
  return days.find((day) => day !== null && day >= from) ?? null;
}

/** Birthdays kept on a day, as `MM-DD`: those of 29 February on the 28th where there is none. */
export function birthdaysOn(day: string): string[] {
  const [year = 0] = day.split('-').map(Number);
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
  const mark = day.slice(5);
  return mark === '02-28' && !leap ? ['02-28', '02-29'] : [mark];
}
