import type { InputOf, storefront } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findProducts } from '../catalog/index.ts';
import { noRating, publicRatings, publicReviews, type Rating } from '../reviews/index.ts';
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

const shown = (row: ShelfRow, words: ShelfWords | null, ratings: ReadonlyMap<string, Rating>) => {
  const { externalId, description: _text, ...product } = row;
  return {
    ...product,
    rating: ratings.get(row.id) ?? noRating,
    title: words?.product(externalId)?.title ?? product.title,
    category: words?.category(product.category) ?? product.category,
  };
};

/** Rows with the stars of each, from the kept counters. */
const rated = async (tx: Tx, rows: ShelfRow[]) => ({
  rows,
  ratings: await publicRatings(
    tx,
    rows.map(({ id }) => id),
  ),
});

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
    const found = await db.read(show.actor, async (tx) =>
      rated(
        tx,
        await readChosen(
          tx,
          shopId,
          await findProducts(tx, { shops: [shopId], q: query, limit: mostFound }),
        ),
      ),
    );
    return { items: found.rows.map((row) => shown(row, words, found.ratings)), next: null };
  }
  const place = readCursor<[string]>('storefront', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const categories = input.category
    ? (words?.categoryNames(input.category) ?? [input.category])
    : null;
  const { rows, ratings } = await db.read(show.actor, async (tx) =>
    rated(
      tx,
      await readShelf(tx, { shopId, categories, after: place?.[0] ?? null, limit: limit + 1 }),
    ),
  );
  const page = pageOf('storefront', rows, limit, (row) => [row.id]);
  return { items: page.items.map((row) => shown(row, words, ratings)), next: page.next };
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
    if (!row) return null;
    const { ratings } = await rated(tx, [row]);
    return { row, ratings, variants: await readVariants(tx, row.id) };
  });
  if (!found) return refuse('product.not_found');
  const { row, ratings, variants } = found;
  return {
    ...shown(row, words, ratings),
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

/** What buyers say of a product of the shop on show. */
export async function listStorefrontReviews(
  actor: Actor,
  { db }: Bare,
  { productId, pictures, ...query }: InputOf<typeof storefront.listStorefrontReviews>,
) {
  const show = await shopOnShow(db, actor);
  if (isRefusal(show)) return refuse('product.not_found');
  return db.read(show.actor, async (tx) => {
    const row = await readOne(tx, show.shop.id, productId);
    if (!row) return refuse('product.not_found');
    return publicReviews(tx, { ...query, productId, withPictures: pictures });
  });
}
