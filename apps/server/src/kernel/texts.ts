import type { ErrorText, ErrorTexts, WordTexts } from '@guitai/contract';
import * as contract from '@guitai/contract';
import type { Locale } from './actor.ts';
import { exponentOf } from './money.ts';

const known = new Map<string, ErrorText>();
/** Words of closed vocabularies, by the vocabulary's name (`status`) and the word. */
const words = new Map<string, WordTexts>();

/** Makes refusals known besides those of the contract. */
export function learnErrors(texts: ErrorTexts): void {
  for (const [code, text] of Object.entries(texts)) known.set(code, text);
}

/** The contract declares refusals as `commonErrors`, `ordersErrors` and so on: each is known from the start. */
for (const [name, part] of Object.entries(contract)) {
  const shelves = name.endsWith('Errors') ? { [name]: part } : part;
  if (typeof shelves !== 'object' || shelves === null) continue;
  for (const [shelf, texts] of Object.entries(shelves)) {
    if (shelf.endsWith('Errors')) learnErrors(texts as ErrorTexts);
    if (shelf.endsWith('ParamTexts')) words.set(shelf.slice(0, -'ParamTexts'.length), texts);
  }
}

/** The declared text of a code. */
export const errorText = (code: string): ErrorText | undefined => known.get(code);

/** Which vocabulary a parameter speaks. */
const vocabularies: Readonly<Record<string, string>> = {
  status: 'status',
  allowed: 'status',
  missing: 'address',
  fallbacks: 'fallback',
};

/** A parameter for people: lists joined, words of a vocabulary in the reader's language, minor units as money. */
function shown(name: string, value: unknown, currency: unknown, locale: Locale): string {
  if (Array.isArray(value)) {
    const parts = value.map((one) => shown(name, one, currency, locale));
    return parts.join(locale === 'en' ? ', ' : '、');
  }
  if (typeof value === 'number' && name.endsWith('Minor') && typeof currency === 'string') {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    return new Intl.NumberFormat(locale, style).format(value / 10 ** exponentOf(currency));
  }
  return words.get(vocabularies[name] ?? '')?.[String(value)]?.[locale] ?? String(value);
}

const fill = (text: string, params: Readonly<Record<string, unknown>>, locale: Locale): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    params[name] === undefined ? whole : shown(name, params[name], params.currency, locale),
  );

/** The problem document (RFC 9457) of a refusal, in the reader's language. */
export function problemOf(
  code: string,
  params: Readonly<Record<string, unknown>>,
  locale: Locale,
): { type: string; title: string; status: number; code: string; detail: string; params: object } {
  const text = known.get(code);
  if (!text) throw new Error(`refusal ${code} is not declared`);
  const detail = fill(text[locale], params, locale);
  return { type: `/api/problems/${code}`, title: code, status: text.status, code, detail, params };
}

/** The locale a request asks for; zh-CN when it names none of ours. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW';
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}
