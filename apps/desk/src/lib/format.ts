import { i18n } from '@lingui/core';

const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dates(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${i18n.locale} ${name}`;
  const found = kept.get(key) ?? new Intl.DateTimeFormat(i18n.locale, options);
  kept.set(key, found);
  return found as Intl.DateTimeFormat;
}

function numbers(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${i18n.locale} # ${name}`;
  const found = kept.get(key) ?? new Intl.NumberFormat(i18n.locale, options);
  kept.set(key, found);
  return found as Intl.NumberFormat;
}

const digitsOf = (format: Intl.NumberFormat) => format.resolvedOptions().maximumFractionDigits ?? 2;

/** Chinese is set with a space between a number and the word after it: 3 分钟. */
export const spaced = (text: string): string => text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ');

/** Money from minor units, in local form: ¥3,482.00, NT$1,200, −¥20.00. */
export function money(minor: number, currency: string): string {
  const format = numbers(currency, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.format(minor / 10 ** digitsOf(format)).replace('-', '−');
}

/** The number of an order as people name it: #20260318-071. */
export const numbered = (number: string): string =>
  number.startsWith('#') ? number : `#${number}`;

/** A count in local form: 12,480. */
export const count = (value: number): string => numbers('n', {}).format(value);

/** A mean with one place: 4.3. */
export const average = (value: number): string =>
  numbers('mean', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** A share between 0 and 1, in per cent. */
export const percent = (share: number): string =>
  numbers('%', { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** 14:02 */
export const clockTime = (at: string | number): string =>
  dates('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));

/** 3月18日 14:02, with the year when it is not this one. */
export function dateTime(at: string | number): string {
  return `${day(at)} ${clockTime(at)}`;
}

/** 3月18日, with the year when it is not this one. */
export function day(at: string | number): string {
  const date = new Date(at);
  const thisYear = date.getFullYear() === new Date().getFullYear();
  return thisYear
    ? dates('day', { month: 'short', day: 'numeric' }).format(date)
    : dates('day-year', { year: 'numeric', month: 'short', day: 'numeric' }).format(date);
}

/** The whole instant, for a tooltip: 2026年3月18日星期三 14:02:11. */
export const wholeInstant = (at: string | number): string =>
  dates('whole', { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(at));

/** Today, yesterday or a date, for separators between days. */
export function dayName(at: string | number, now = Date.now()): string {
  const days = daysBetween(at, now);
  if (days > 1 || days < 0) {
    const weekday = dates('weekday', { weekday: 'short' }).format(new Date(at));
    return days > 6 || days < 0 ? `${day(at)} ${weekday}` : `${weekday} ${day(at)}`;
  }
  const relative = new Intl.RelativeTimeFormat(i18n.locale, { numeric: 'auto' });
  return relative.format(-days, 'day');
}

/** Short moment for lists: 14:02 today, 昨天, 3月18日. */
export function moment(at: string | number, now = Date.now()): string {
  const days = daysBetween(at, now);
  if (days === 0) return clockTime(at);
  return days === 1 ? dayName(at, now) : day(at);
}

/** 3 分钟前 / 3 min ago: how long since, in the largest unit that fits. */
export function ago(at: string | number, now = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - new Date(at).getTime()) / 1000));
  const relative = new Intl.RelativeTimeFormat(i18n.locale, { numeric: 'auto', style: 'short' });
  const told = (value: number, unit: 'minute' | 'hour' | 'day') =>
    spaced(relative.format(-Math.floor(value), unit));
  if (seconds < 60) return told(0, 'minute');
  if (seconds < 3600) return told(seconds / 60, 'minute');
  return seconds < 86_400 ? told(seconds / 3600, 'hour') : told(seconds / 86_400, 'day');
}

const startOfDay = (at: string | number): number => new Date(at).setHours(0, 0, 0, 0);

const daysBetween = (at: string | number, now: number): number =>
  Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);

const unit = (value: number, of: 'day' | 'hour'): string =>
  spaced(numbers(of, { style: 'unit', unit: of, unitDisplay: 'narrow' }).format(value));

/** How long somebody waits: 0:42, 12:05, 3:07:10; in days beyond one: 2 天 3 小时, 2d 3h. */
export function waited(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  if (hours >= 24) return `${unit(Math.floor(hours / 24), 'day')} ${unit(hours % 24, 'hour')}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** 1.2 MB */
export function fileSize(bytes: number): string {
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const unit = ['byte', 'kilobyte', 'megabyte'][step] as string;
  const format = numbers(unit, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1024 ** step);
}

/** One or two characters that stand for a person: the last two of a Chinese name, initials elsewhere. */
export function initials(name: string): string {
  const letters = [...name.trim()];
  if (letters.some((letter) => /\p{Script=Han}/u.test(letter))) return letters.slice(-2).join('');
  const words = name.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
