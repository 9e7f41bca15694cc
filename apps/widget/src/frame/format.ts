/** Money, times and sizes in the reader's language. */
import { locale } from './words.ts';

/** Money from minor units, e.g. `¥468.00`. */
export const money = (minor: number, currency: string): string => {
  const form = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return form.format(minor / 10 ** (form.resolvedOptions().maximumFractionDigits ?? 2));
};

const moment = (at: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(at).toLocaleString(locale, options);

/** Time of day, e.g. `14:02`. */
export const clock = (at: string): string => moment(at, { timeStyle: 'short' });

/** Date and time, for parcels. */
export const dateClock = (at: string): string =>
  moment(at, { dateStyle: 'short', timeStyle: 'short' });

/** The day of a message. */
export const day = (at: string): string => moment(at, { dateStyle: 'full' });

/** Size of a file, e.g. `3.2 MB`. */
export const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
