import { i18n, type Messages } from '@lingui/core';
import type { Locale as AntdLocale } from 'antd/es/locale';
import dayjs from 'dayjs';
import { type Locale, locales } from './api.ts';

interface Language {
  readonly parts: () => Promise<{ default: AntdLocale }>;
  readonly dates: () => Promise<unknown>;
  readonly dayjs: string;
}

const languages: Record<Locale, Language> = {
  'zh-CN': {
    parts: () => import('antd/es/locale/zh_CN'),
    dates: () => import('dayjs/locale/zh-cn'),
    dayjs: 'zh-cn',
  },
  'zh-TW': {
    parts: () => import('antd/es/locale/zh_TW'),
    dates: () => import('dayjs/locale/zh-tw'),
    dayjs: 'zh-tw',
  },
  en: {
    parts: () => import('antd/es/locale/en_US'),
    dates: () => Promise.resolve(),
    dayjs: 'en',
  },
};

/** The words of one part of the desk, by language. */
type Words = Readonly<Record<Locale, () => Promise<{ messages: Messages }>>>;

/** Parts that are here or on their way: each has its words in every language that is spoken. */
const wanted = new Map<string, Words>([
  [
    'start',
    {
      'zh-CN': () => import('virtual:words/zh-CN/app/main.tsx'),
      'zh-TW': () => import('virtual:words/zh-TW/app/main.tsx'),
      en: () => import('virtual:words/en/app/main.tsx'),
    },
  ],
]);
const known: Readonly<Record<Locale, Messages>> = { 'zh-CN': {}, 'zh-TW': {}, en: {} };

/** The language that was asked for last; another one may still be on screen. */
let asked: Locale = 'en';
let parts: AntdLocale | undefined;

/** Words of antd's own parts in the active language. */
export const antdLocale = (): AntdLocale | undefined => parts;

const learn = async (locale: Locale, words: Words): Promise<unknown> =>
  Object.assign(known[locale], (await words[locale]()).messages);

/**
 * A part of the desk that is loaded when it is wanted, together with its words, so that it never shows without them.
 * The build puts this around whatever is imported when it is wanted (`build/words-plugin.ts`).
 * @public
 */
export async function withWords<T>(name: string, part: Promise<T>, words: Words): Promise<T> {
  wanted.set(name, words);
  const spoken = new Set([asked, i18n.locale as Locale]);
  const learnt = [...spoken].filter((locale) => locale in known).map((one) => learn(one, words));
  const [loaded] = await Promise.all([part, ...learnt]);
  return loaded;
}

/** Loads and activates a language; every screen follows. Remembered on this device for the next start. */
export async function speak(locale: Locale): Promise<void> {
  asked = locale;
  const language = languages[locale];
  const words = [...wanted.values()].map((one) => learn(locale, one));
  const [antd] = await Promise.all([language.parts(), language.dates(), ...words]);
  if (asked !== locale) return;
  parts = antd.default;
  dayjs.locale(language.dayjs);
  document.documentElement.lang = locale;
  localStorage.setItem('guitai.locale', locale);
  i18n.loadAndActivate({ locale, messages: known[locale] });
}

i18n.on('missing', ({ id }) => console.error(`No words for ${id}.`));

/** The language to start with: chosen here before, else the browser's. */
export function firstLocale(): Locale {
  const kept = localStorage.getItem('guitai.locale');
  return [kept, ...navigator.languages].map(nearest).find((found) => found !== undefined) ?? 'en';
}

function nearest(wanted: string | null): Locale | undefined {
  if (wanted === null) return undefined;
  if (/^zh-(TW|HK|MO|Hant)/i.test(wanted)) return 'zh-TW';
  return locales.find((locale) => wanted.toLowerCase().startsWith(locale.slice(0, 2)));
}
