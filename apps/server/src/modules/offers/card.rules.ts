import type { cards, Static } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';
import { exponentOf } from '../../kernel/money.ts';
import { conditions, labels, states, titles } from './card.words.ts';
import type { Terms } from './coupon.rules.ts';
import type { CouponRow } from './coupon.store.ts';

type Card = Static<typeof cards.InfoCard>;
type Line = Card['lines'][number];

/** An amount as people of that language write it; whole amounts without decimals. */
export function money(minor: number, currency: string, locale: Locale): string {
  const digits = exponentOf(currency);
  const whole = minor % 10 ** digits === 0 ? { maximumFractionDigits: 0 } : {};
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(locale, { ...style, ...whole }).format(minor / 10 ** digits);
}

const filled = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');

/** 折: what is left of ten, as Chinese shops say it; in English what is off. */
const percentText = (percent: number, locale: Locale): string =>
  locale === 'en' ? String(percent) : String((100 - percent) / 10);

/** What a coupon is called where it has to be said in one line. */
export const titleOf = (terms: Terms, currency: string, locale: Locale): string =>
  filled(titles[terms.kind][locale], {
    amount: money(terms.amountMinor ?? 0, currency, locale),
    percent: percentText(terms.percent ?? 0, locale),
  });

const whereOf = ({ kind, scope, categories }: Terms, locale: Locale): string =>
  kind === 'bundle'
    ? conditions.bundle[locale]
    : filled(conditions[scope][locale], { names: categories.join(locale === 'en' ? ', ' : '、') });

function linesOf(row: CouponRow, locale: Locale, timezone: string): Line[] {
  const { terms, currency } = row;
  const line = (label: keyof typeof labels, value: string): Line => ({
    label: labels[label][locale],
    value: value.slice(0, 1000),
  });
  const limits = [
    terms.minMinor > 0
      ? filled(conditions.minimum[locale], { amount: money(terms.minMinor, currency, locale) })
      : '',
    terms.capMinor !== null
      ? filled(conditions.cap[locale], { amount: money(terms.capMinor, currency, locale) })
      : '',
  ].filter(Boolean);
  const until = row.validUntil
    ? new Intl.DateTimeFormat(locale, {
        timeZone: timezone,
        dateStyle: 'medium',
        timeStyle: 'short',
      }).format(new Date(row.validUntil))
    : '';
  return [
    line('where', whereOf(terms, locale)),
    ...(limits.length > 0 ? [line('condition', limits.join(' · '))] : []),
    ...(until ? [line('until', until)] : []),
    ...(row.state === 'used' ? [line('saved', money(row.usedMinor, currency, locale))] : []),
    ...(row.orderNumber ? [line('order', row.orderNumber)] : []),
  ];
}

/** The card of a coupon in the buyer's language. */
export function couponCard(row: CouponRow, locale: Locale, timezone: string): Card {
  const { id, state, terms, currency, worthMinor, usedMinor, validUntil } = row;
  const words = state === 'issued' && row.returnedAt !== null ? states.back : states[state];
  return {
    type: 'info',
    id,
    kind: 'coupon',
    state,
    title: titleOf(terms, currency, locale),
    text: words[locale],
    imageUrl: null,
    lines: linesOf(row, locale, timezone),
    links: [],
    params: { kind: terms.kind, name: row.name, currency, worthMinor, usedMinor, validUntil },
  };
}
