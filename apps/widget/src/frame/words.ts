/** The chat's own small catalogue: one file per language, loaded alone. */
import type en from './words/en.ts';

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
/** The shape every language has; a key too few or too many does not compile. */
export type Words = Same<typeof en>;
export type Locale = 'zh-CN' | 'zh-TW' | 'en';

const files = {
  'zh-CN': () => import('./words/zh-CN.ts'),
  'zh-TW': () => import('./words/zh-TW.ts'),
  en: () => import('./words/en.ts'),
} satisfies Record<Locale, unknown>;

/** The language in use and its words; set once, before anything is drawn. */
export let locale: Locale;
export let w: Words;

/** Takes up a language; anything but the three means Simplified Chinese, where the first shops are. */
export const useWords = async (wanted: string | null): Promise<void> => {
  locale = Object.hasOwn(files, wanted ?? '') ? (wanted as Locale) : 'zh-CN';
  w = (await files[locale]()).default;
  document.documentElement.lang = locale;
};

/** Puts values into a text: `fill('{name} is typing…', { name })`. */
export const fill = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => `${values[name] ?? whole}`);
