import { locale } from './words.ts';

/** Money from minor units, e.g. `¥468.00`. */
export const money = (minor: number, currency: string): string => {
  const form = new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return form.format(minor / 10 ** (form.resolvedOptions().maximumFractionDigits ?? 2));
};

/** The day of an instant in the reader's zone. */
export const day = (at: string): string =>
  new Date(at).toLocaleDateString(locale(), { dateStyle: 'medium' });

/** Date and time of an instant in the reader's zone. */
export const dateClock = (at: string): string =>
  new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
