import { i18n } from '@lingui/core';

/** Decimal places of a currency: 2 for CNY, 0 for JPY. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** Minor units as a person types them: 12.50, without sign of the currency. */
export const amountText = (minor: number, currency: string): string =>
  (minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));

/** The sign of a currency, e.g. ¥. */
export const signOf = (currency: string): string =>
  new Intl.NumberFormat(i18n.locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

const typed = /^([+-]?)\s*(\d{0,12})(?:[.,](\d*))?$/;

/**
 * What somebody typed, in minor units: 12, 12.5, ¥12.50, １２; with a sign in front relative to `base` (−5).
 * Undefined where it is no amount, is below zero, or has more decimals than the currency.
 */
export function readAmount(text: string, currency: string, base = 0): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/[\p{Sc}元\s]/gu, '')
    .replace(/[A-Z]{2,3}\$?/g, '');
  const [, sign = '', whole = '', part = ''] = typed.exec(plain) ?? [];
  const digits = digitsOf(currency);
  if ((whole === '' && part === '') || part.length > digits) return undefined;
  const minor = Number(whole || 0) * 10 ** digits + Number(part.padEnd(digits, '0') || 0);
  const result = sign === '' ? minor : base + (sign === '-' ? -minor : minor);
  return result >= 0 && Number.isSafeInteger(result) ? result : undefined;
}
