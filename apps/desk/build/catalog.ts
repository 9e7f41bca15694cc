import { globSync, readFileSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';
import { Converter } from 'opencc-js';

/** Words of one language: the English source (`text` or `text@@context`) → its translation. */
export type Words = Readonly<Record<string, string>>;

const src = new URL('../src/', import.meta.url);

/** Every `words.<locale>.json` under `src`, with the folder it stands in (relative to `src`). */
export function wordFiles(locale: 'zh-CN' | 'zh-TW'): { path: string; words: Words }[] {
  return globSync(`**/words.${locale}.json`, { cwd: src })
    .sort()
    .map((path) => ({
      path,
      words: JSON.parse(readFileSync(new URL(path, src), 'utf8')) as Words,
    }));
}

/** All words of a language in one object; the same source must not be translated in two ways. */
export function allWords(locale: 'zh-CN' | 'zh-TW'): Words {
  const all: Record<string, string> = {};
  for (const { path, words } of wordFiles(locale)) {
    for (const [source, text] of Object.entries(words)) {
      if (source in all && all[source] !== text) {
        throw new Error(`${path}: “${source}” is translated in two ways; add a context.`);
      }
      all[source] = text;
    }
  }
  return all;
}

const toTaiwanScript = Converter({ from: 'cn', to: 'twp' });

/** Words our readers in Taiwan use where the general dictionary has another; longer ones first. */
const glossary = Object.entries(
  JSON.parse(readFileSync(new URL('glossary.zh-TW.json', src), 'utf8')) as Words,
).sort(([a], [b]) => b.length - a.length);

const toTaiwan = (text: string): string =>
  glossary.reduce((now, [word, ours]) => now.replaceAll(word, ours), toTaiwanScript(text));

/** zh-TW drafted from zh-CN with Taiwan's words; what a person wrote wins. */
export function taiwanWords(): Words {
  const byHand = allWords('zh-TW');
  const drafted = Object.entries(allWords('zh-CN')).map(([source, text]) => [
    source,
    byHand[source] ?? toTaiwan(text),
  ]);
  return Object.fromEntries(drafted) as Words;
}

const split = (source: string): [message: string, context?: string] => {
  const [message = '', context] = source.split('@@');
  return context === undefined ? [message] : [message, context];
};

/** The languages of the desk. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const;

/** What Lingui loads: message id → compiled message. */
export type Catalog = Readonly<Record<string, unknown>>;

/** Every message of the desk in a language. */
export const catalog = (locale: (typeof locales)[number]): Catalog =>
  Object.fromEntries(
    Object.entries(wordsOf(locale)).map(([source, text]) => [
      generateMessageId(...split(source)),
      compileMessage(text),
    ]),
  );

/** English is its own translation. */
function wordsOf(locale: (typeof locales)[number]): Words {
  if (locale === 'zh-TW') return taiwanWords();
  const words = allWords('zh-CN');
  if (locale === 'zh-CN') return words;
  return Object.fromEntries(Object.keys(words).map((source) => [source, split(source)[0]]));
}
