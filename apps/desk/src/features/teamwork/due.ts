import { i18n } from '@lingui/core';

const clocks = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const key = `${i18n.locale} ${timezone}`;
  const known = clocks.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(i18n.locale, {
    timeZone: timezone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(key, made);
  return made;
}

/** A due time as a clock in the shop's time zone shows it. */
export const dueText = (at: string, timezone: string): string =>
  formatOf(timezone).format(new Date(at));

const hour = 3_600_000;

/** late: it has passed. soon: within a day. */
export function dueTone(
  at: string | null,
  pending: boolean,
  now: number,
): 'late' | 'soon' | 'plain' {
  if (at === null || !pending) return 'plain';
  const left = Date.parse(at) - now;
  if (left < 0) return 'late';
  return left < 24 * hour ? 'soon' : 'plain';
}

const asUtc = (at: number, timezone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
};

/** What a `datetime-local` field shows for an instant, in the time zone. */
export const toField = (at: string | null, timezone: string): string =>
  at === null ? '' : new Date(asUtc(Date.parse(at), timezone)).toISOString().slice(0, 16);

/** The instant at which a clock in the time zone shows what the field says; null when it is empty. */
export function fromField(text: string, timezone: string): string | null {
  if (text === '') return null;
  const wanted = Date.parse(`${text}:00Z`);
  const shiftAt = (ms: number) => asUtc(ms, timezone) - Math.floor(ms / 60_000) * 60_000;
  const guess = wanted - shiftAt(wanted);
  return new Date(wanted - shiftAt(guess)).toISOString();
}
