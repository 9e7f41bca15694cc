import { instantOf } from '@guitai/contract/promises.rules';

/** The instant as a field of the shop's wall clock has it, `2026-03-18T14:00`. */
export const toField = (at: string, timezone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(at))
    .replace(' ', 'T');

/** The instant a field of the shop's wall clock means. */
export const fromField = (text: string, timezone: string): string =>
  instantOf(timezone, Date.parse(`${text}:00Z`)).toISOString();
