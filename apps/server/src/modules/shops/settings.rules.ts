import type { Static, shops } from '@guitai/contract';
import { wallAt } from '../../kernel/zone.ts';

import { defaultRules, rulesOf, type SetRules } from './order-rules.rules.ts';

export type ShopSettings = Static<typeof shops.ShopSettings>;
/** Settings as they are kept: only what was set. */
export type SetSettings = Partial<Omit<ShopSettings, 'orderRules'>> & {
  readonly orderRules?: SetRules;
};

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** What a setting is while nobody set it. */
export const defaultSettings: ShopSettings = {
  reopenWindowHours: 72,
  reminderIntervalMinutes: 720,
  answerPromiseSeconds: 60,
  handoverNoteRequired: false,
  orderNumberPattern: '{YYYY}{MM}{DD}-{nnnn}',
  orderNumberLinks: [],
  businessHours: everyDay.map((weekday) => ({ weekday, from: '09:00', until: '22:00' })),
  orderRules: defaultRules,
};

/** The settings in force: what was set, over the defaults. Fields of a later or earlier version are left out. */
export const settingsOf = ({ orderRules, ...set }: SetSettings): ShopSettings => ({
  ...(Object.fromEntries(
    Object.entries(defaultSettings).map(([name, value]) => [
      name,
      set[name as keyof typeof set] ?? value,
    ]),
  ) as ShopSettings),
  orderRules: rulesOf(orderRules),
});

const parts = /\{(YYYY|YY|MM|DD|n+)\}/g;

/** A pattern is good when it holds one counter and no brace that means nothing. */
export function isPattern(pattern: string): boolean {
  const counters = [...pattern.matchAll(parts)].filter((part) => part[1]?.startsWith('n'));
  return counters.length === 1 && !/[{}]/.test(pattern.replace(parts, ''));
}

const dateParts = (at: Date, timezone: string): Record<string, string> => {
  const day = new Date(wallAt(at.getTime(), timezone)).toISOString();
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return { YYYY: year, YY: year.slice(-2), MM: month, DD: date };
};

/** The order number of the n-th order, dated in the shop's time zone. */
export function orderNumber(pattern: string, n: number, at: Date, timezone: string): string {
  const dates = dateParts(at, timezone);
  return pattern.replace(parts, (_, part: string) =>
    part.startsWith('n') ? String(n).padStart(part.length, '0') : (dates[part] ?? ''),
  );
}

/** Whether a name is a time zone this machine knows. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Weekday (1 Monday … 7 Sunday) and minute of the day in the shop's time zone. */
function localMinute(at: Date, timezone: string): { weekday: number; minute: number } {
  const wall = new Date(wallAt(at.getTime(), timezone));
  return {
    weekday: wall.getUTCDay() || 7,
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}

/** Whether the shop answers at this instant. No hours at all means always. */
export function isOpen(hours: ShopSettings['businessHours'], at: Date, timezone: string): boolean {
  if (hours.length === 0) return true;
  const { weekday, minute } = localMinute(at, timezone);
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  return hours.some((range) => {
    const from = minutesOf(range.from);
    const until = minutesOf(range.until);
    const overnight = until <= from;
    if (range.weekday === weekday) return minute >= from && (overnight || minute < until);
    return overnight && range.weekday === yesterday && minute < until;
  });
}
