import type { InputOf, storefront } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { findProducts } from '../catalog/index.ts';
import { type ShelfWords, shelfWords, shoppersOf } from '../sample/index.ts';
import {
  readCategories,
  readChosen,
  readOne,
  readShelf,
  readVariants,
  type ShelfRow,
} from './shelf.store.ts';
import { type OnShow, shopOnShow } from './shop-on-show.ts';

type Locale = Actor['locale'];

/** The sample shop speaks three languages; any other shop its own. */
const wordsOf = ({ sample }: OnShow, locale: Locale): ShelfWords | null =>
  sample ? shelfWords(locale) : null;

/** Name, colour, categories and, in the sample shop, whom one may shop as. */
export async function getStorefront(
  actor: Actor,
  { db }: Bare,
  { locale = actor.locale }: InputOf<typeof storefront.getStorefront>,
) {
  const show = await shopOnShow(db, actor);
  if (isRefusal(show)) return show;
  const { shop, channel, sample } = show;
  const words = wordsOf(show, locale);
  const categories = await db.read(show.actor, (tx) => readCategories(tx, shop.id));
  return {
    shopName: words?.shopName ?? shop.name,
    colour: shop.colour,
    currency: shop.currency,
    site: channel?.enabled ? channel.site : null,
    categories: categories.map((category) => words?.category(category) ?? category),
    shoppers: sample ? shoppersOf(sample) : [],
  };
}

const shown = (row: ShelfRow, words: ShelfWords | null) => {
  const { externalId, description: _text, ...product } = row;
  return {
    ...product,
    title: words?.product(externalId)?.title ?? product.title,
    category: words?.category(product.category) ?? product.category,
  };
};

const mostFound = 50;

/** Products on the shelf; with `q` the best fitting first, on one page. */
export async function listStorefrontProducts(
  actor: Actor,
  { db }: Bare,
  input: InputOf<typeof storefront.listStorefrontProducts>,
) {
  const show = await shopOnShow(db, actor);
  if (isRefusal(show)) return show;
  const words = wordsOf(show, input.locale ?? actor.locale);
  const shopId = show.shop.id;
  const query = input.q?.trim() ?? '';
  if (query !== '') {
    const rows = await db.read(show.actor, async (tx) =>
      readChosen(
        tx,
        shopId,
        await findProducts(tx, { shops: [shopId], q: query, limit: mostFound }),
      ),
    );
    return { items: rows.map((row) => shown(row, words)), next: null };
  }
  const place = readCursor<[string]>('storefront', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const categories = input.category
    ? (words?.categoryNames(input.category) ?? [input.category])
    : null;
  const rows = await db.read(show.actor, (tx) =>
    readShelf(tx, { shopId, categories, after: place?.[0] ?? null, limit: limit + 1 }),
  );
  const page = pageOf('storefront', rows, limit, (row) => [row.id]);
  return { items: page.items.map((row) => shown(row, words)), next: page.next };
}

/** One product with its variants. */
export async function getStorefrontProduct(
  actor: Actor,
  { db }: Bare,
  input: InputOf<typeof storefront.getStorefrontProduct>,
) {
  const show = await shopOnShow(db, actor);
  if (isRefusal(show)) return refuse('product.not_found');
  const words = wordsOf(show, input.locale ?? actor.locale);
  const found = await db.read(show.actor, async (tx) => {
    const row = await readOne(tx, show.shop.id, input.productId);
    return row && { row, variants: await readVariants(tx, row.id) };
  });
  if (!found) return refuse('product.not_found');
  const { row, variants } = found;
  return {
    ...shown(row, words),
    description: words?.product(row.externalId)?.text ?? row.description,
    variants: variants.map(({ id, sku, options, priceMinor, stock }) => ({
      id,
      sku,
      title: words?.variant(sku) ?? Object.values(options).join(' · '),
      priceMinor,
      stock,
    })),
  };
}
