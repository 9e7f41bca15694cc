import { i18n, type Messages } from '@lingui/core';
import type { Locale as AntdLocale } from 'antd/es/locale';
import dayjs from 'dayjs';
import { type Locale, locales } from './api.ts';

interface Language {
  readonly words: () => Promise<{ messages: Messages }>;
  readonly parts: () => Promise<{ default: AntdLocale }>;
  readonly dates: () => Promise<unknown>;
  readonly dayjs: string;
}

const languages: Record<Locale, Language> = {
  'zh-CN': {
    words: () => import('virtual:words/zh-CN'),
    parts: () => import('antd/es/locale/zh_CN'),
    dates: () => import('dayjs/locale/zh-cn'),
    dayjs: 'zh-cn',
  },
  'zh-TW': {
    words: () => import('virtual:words/zh-TW'),
    parts: () => import('antd/es/locale/zh_TW'),
    dates: () => import('dayjs/locale/zh-tw'),
    dayjs: 'zh-tw',
  },
  en: {
    words: () => import('virtual:words/en'),
    parts: () => import('antd/es/locale/en_US'),
    dates: () => Promise.resolve(),
    dayjs: 'en',
  },
};

let parts: AntdLocale | undefined;

/** Words of antd's own parts in the active language. */
export const antdLocale = (): AntdLocale | undefined => parts;

/** Loads and activates a language; every screen follows. Remembered on this device for the next start. */
export async function speak(locale: Locale): Promise<void> {
  const language = languages[locale];
  const [words, antd] = await Promise.all([language.words(), language.parts(), language.dates()]);
  parts = antd.default;
  dayjs.locale(language.dayjs);
  document.documentElement.lang = locale;
  localStorage.setItem('guitai.locale', locale);
  i18n.loadAndActivate({ locale, messages: words.messages });
}

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
