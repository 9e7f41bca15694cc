import type { Locale } from './api.ts';

/** Currency and time zone a shop most likely has, by the language of the person who opens it. */
export function homeOf(locale: Locale): { currency: string; timezone: string } {
  if (locale === 'zh-CN') return { currency: 'CNY', timezone: 'Asia/Shanghai' };
  if (locale === 'zh-TW') return { currency: 'TWD', timezone: 'Asia/Taipei' };
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  return { currency: currencyOf(timezone), timezone };
}

function currencyOf(timezone: string): string {
  if (timezone === 'Europe/London') return 'GBP';
  if (timezone.startsWith('Europe/')) return 'EUR';
  if (timezone.startsWith('Australia/')) return 'AUD';
  return 'USD';
}

const often = ['CNY', 'TWD', 'HKD', 'USD', 'EUR', 'GBP', 'JPY', 'KRW', 'SGD', 'AUD', 'CAD', 'MYR'];

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Currencies by name in the reader's language, the usual ones first. */
export function currencies(locale: Locale): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const all = [
    ...often,
    ...Intl.supportedValuesOf('currency').filter((one) => !often.includes(one)),
  ];
  return all.map((value) => ({ value, label: `${value} ${names.of(value) ?? ''}` }));
}

/** Every time zone this browser knows, by its IANA name. */
export const zones = (): Option[] =>
  Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }));
