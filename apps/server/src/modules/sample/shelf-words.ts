import type { Locale } from '../../kernel/actor.ts';
import { products } from './content/products.ts';
import { categories, type Texts, textIn } from './content/words.ts';

/** Name of the sample shop. */
export const shopName: Texts = ['青竹家居', '青竹家居', 'Green Bamboo Home'];

/** What the demo shop shows in one language; null where the sample does not know the thing. */
export interface ShelfWords {
  readonly shopName: string;
  product(key: string): { readonly title: string; readonly text: string } | null;
  variant(sku: string): string | null;
  /** The category's name, given its name in any language. */
  category(name: string): string | null;
  /** Every name of a category, given one of them; null for a category of somebody else. */
  categoryNames(name: string): readonly string[] | null;
}

const byKey = new Map(products.map((product) => [product.key, product]));
const bySku = new Map(products.flatMap(({ variants }) => variants.map((one) => [one.sku, one])));
const byCategory = new Map<string, Texts>(
  Object.values(categories).flatMap((texts) => texts.map((name) => [name, texts] as const)),
);

/** The words of the sample's shelf in a language. */
export const shelfWords = (locale: Locale): ShelfWords => ({
  shopName: textIn(locale, shopName),
  product(key) {
    const product = byKey.get(key);
    return product
      ? { title: textIn(locale, product.title), text: textIn(locale, product.text) }
      : null;
  },
  variant(sku) {
    const variant = bySku.get(sku);
    return variant ? (variant.option ? textIn(locale, variant.option) : '') : null;
  },
  category(name) {
    const texts = byCategory.get(name);
    return texts ? textIn(locale, texts) : null;
  },
  categoryNames: (name) => byCategory.get(name) ?? null,
});
