/** The shop's words in three languages; a key missing in one of them does not compile. */
import { kept } from './store.ts';
import en from './words/en.ts';
import zhCN from './words/zh-CN.ts';
import zhTW from './words/zh-TW.ts';

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
export type Words = Same<typeof en>;
export type Locale = 'zh-CN' | 'zh-TW' | 'en';

export const languages: Readonly<Record<Locale, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};

const catalogues: Readonly<Record<Locale, Words>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

const first = (): Locale => {
  const tag = navigator.language;
  return !/^zh/i.test(tag) ? 'en' : /hant|tw|hk|mo/i.test(tag) ? 'zh-TW' : 'zh-CN';
};

const chosen = kept<Locale>(first(), 'guitai-shop:locale');

export const locale = (): Locale => chosen.get();
export const useLocale = (): Locale => chosen.use();
export const setLocale = (wanted: Locale): void => chosen.set(wanted);

/** The words in the present language. */
export const w = (): Words => catalogues[locale()];

/** Puts values into a text: `fill('{count} left', { count: 3 })`. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => `${values[name] ?? whole}`);
