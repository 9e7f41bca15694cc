import type { Locale } from '../../../kernel/actor.ts';

export type Said = Readonly<Record<Locale, string>>;

export interface Step {
  readonly title: Said;
  /** When this step is the right one. */
  readonly when: Said;
  readonly text: Said;
}

export interface PlaybookText {
  readonly id: string;
  readonly name: Said;
  readonly when: Said;
  readonly steps: readonly Step[];
}

/** Simplified Chinese, Chinese as it is written in Taiwan, English. */
export const said = (zhCN: string, zhTW: string, en: string): Said => ({
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
});
