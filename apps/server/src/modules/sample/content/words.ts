import type { Locale } from '../../../kernel/actor.ts';
import type { ToneName } from '../pictures/palette.ts';
import type { Thing } from '../pictures/picture.ts';

/** One text in every language of the product: zh-CN, zh-TW, English, in this order. */
export type Texts = readonly [cn: string, tw: string, en: string];

/** A variant on the shelf: SKU, its words, price in fen, pieces; a tone where it looks different. */
export interface SampleVariant {
  readonly sku: string;
  readonly option: Texts | null;
  readonly priceMinor: number;
  readonly stock: number;
  readonly tone?: ToneName;
}

export interface SampleProduct {
  /** The shop's own id of the product; stable, other content points here. */
  readonly key: string;
  readonly category: CategoryKey;
  readonly title: Texts;
  readonly text: Texts;
  /** Other words buyers look for it by. */
  readonly also?: readonly string[];
  readonly picture: readonly [Thing, ToneName];
  /** What the variants differ in. */
  readonly differ: Texts;
  readonly variants: readonly SampleVariant[];
}

export const categories = {
  kitchen: ['餐厨', '餐廚', 'Kitchen & table'],
  tea: ['茶器', '茶器', 'Tea'],
  ceramics: ['陶瓷', '陶瓷', 'Ceramics'],
  storage: ['收纳', '收納', 'Storage'],
  textiles: ['织物', '織品', 'Textiles'],
  scent: ['香与灯', '香與燈', 'Scent & light'],
} as const satisfies Record<string, Texts>;

export type CategoryKey = keyof typeof categories;

const place: Record<Locale, 0 | 1 | 2> = { 'zh-CN': 0, 'zh-TW': 1, en: 2 };

/** The text in that language. */
export const textIn = (locale: Locale, texts: Texts): string => texts[place[locale]];

export const size: Texts = ['尺寸', '尺寸', 'Size'];
export const colour: Texts = ['颜色', '顏色', 'Colour'];
export const pack: Texts = ['规格', '規格', 'Pack'];

/** A variant without a choice. */
export const only = (sku: string, priceMinor: number, stock: number): SampleVariant[] => [
  { sku, option: null, priceMinor, stock },
];

/** A variant with its words in three languages. */
export const one = (
  sku: string,
  option: Texts,
  priceMinor: number,
  stock: number,
  tone?: ToneName,
): SampleVariant => ({ sku, option, priceMinor, stock, ...(tone ? { tone } : {}) });
