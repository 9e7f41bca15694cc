import type { knowledge } from '@guitai/contract';

type Words = knowledge.KnowledgeWordsShape;

const fallbacks: Readonly<Record<string, readonly string[]>> = {
  'zh-CN': ['zh-CN', 'zh-TW', 'en'],
  'zh-TW': ['zh-TW', 'zh-CN', 'en'],
  en: ['en', 'zh-CN', 'zh-TW'],
};

/** The words in the reader's language, else in the nearest there is. */
export function wordsIn(words: readonly Words[], locale: string): Words | undefined {
  for (const wanted of fallbacks[locale] ?? [locale]) {
    const found = words.find((one) => one.locale === wanted);
    if (found) return found;
  }
  return words[0];
}
