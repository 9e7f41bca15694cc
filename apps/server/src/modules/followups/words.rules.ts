import type { followups, Locale, Static } from '@guitai/contract';
import { exponentOf } from '../../kernel/money.ts';
import { reasonWords, someProduct } from './default.words.ts';
import type { Settings } from './settings.rules.ts';

type Language = Static<typeof Locale>;

/** As a buyer reads it: ¥468.00. */
export const money = (amountMinor: number, currency: string, locale: Language): string =>
  new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
  }).format(amountMinor / 10 ** exponentOf(currency));

interface Subject {
  readonly reason: followups.FollowupReasonWord;
  readonly buyerName: string;
  readonly shopName: string;
  readonly orderNumber: string | null;
  readonly category: string | null;
  readonly product: {
    readonly title: string;
    readonly options: string;
    readonly priceMinor: number;
    readonly currency: string;
  } | null;
}

/** Puts values in; a gap whose value is not known closes, with the blank before it. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** A care tip of the product's category. */
const tipOf = (category: string | null, { tips }: Settings, locale: Language): string =>
  tips.find((tip) => tip.category === category)?.text[locale] ?? '';

/** Suggested words for a follow-up, in the buyer's language: those of the shop, else the ready ones. */
export function wordsFor(of: Subject, settings: Settings, locale: Language): string {
  const own = settings.rules.find(({ rule }) => rule === of.reason)?.text?.[locale];
  const text = own || reasonWords[of.reason][locale];
  const { product } = of;
  return fill(text, {
    buyer: of.buyerName,
    shop: of.shopName,
    order: of.orderNumber ?? '',
    product: product
      ? product.title + (product.options ? ` (${product.options})` : '')
      : someProduct[locale],
    price: product ? money(product.priceMinor, product.currency, locale) : '',
    tips: tipOf(of.category, settings, locale),
  });
}
