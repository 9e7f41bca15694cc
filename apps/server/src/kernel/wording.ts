import type { Locale } from './actor.ts';

export { fillText, unknownPlace, type Values } from '@guitai/contract/wording';

/** A wording in every language; empty where it is not written. */
export interface Wording {
  readonly name: string;
  readonly texts: Readonly<Record<Locale, string>>;
}

const nearest: Readonly<Record<Locale, readonly Locale[]>> = {
  'zh-CN': ['zh-CN', 'zh-TW', 'en'],
  'zh-TW': ['zh-TW', 'zh-CN', 'en'],
  en: ['en', 'zh-CN', 'zh-TW'],
};

/** The words in the buyer's language, else in the shop's, else in the nearest that is written. */
export function wordsFor(
  { texts }: Pick<Wording, 'texts'>,
  buyer: string | null,
  shop: Locale,
): { text: string; locale: Locale } | null {
  const wanted = buyer !== null && buyer in nearest ? (buyer as Locale) : null;
  for (const locale of [...(wanted ? [wanted] : []), shop, ...nearest[wanted ?? shop]]) {
    if (texts[locale].trim() !== '') return { text: texts[locale], locale };
  }
  return null;
}

/** Which of several wordings a recipient gets: evenly, and the same one each time. */
export function variantFor<V>(variants: readonly V[], key: string): V {
  let sum = 2_166_136_261;
  for (const char of key) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  const [first] = variants;
  const chosen = variants[(sum >>> 8) % variants.length] ?? first;
  if (chosen === undefined) throw new Error('a text without wordings');
  return chosen;
}
