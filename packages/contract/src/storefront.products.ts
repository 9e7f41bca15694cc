/** What the demo shop sells, as anybody sees it. */
import { endpoint, Strict } from './endpoint.ts';
import { PublicReview } from './reviews.buyer.ts';
import { ReviewAverage, ReviewRating, ReviewStars } from './reviews.shapes.ts';
import { Currency, Id, Locale, Minor, Nullable, Page, PageQuery, Text, Type } from './schema.ts';

/** A product on the shelf. `stock` is the sum over its variants, null when not counted. */
export const StorefrontProduct = Type.Object({
  id: Id,
  title: Text(500),
  category: Text(200),
  imageUrl: Nullable(Text(2000)),
  currency: Currency,
  priceMinor: Minor,
  stock: Nullable(Type.Integer()),
  rating: Type.Object({
    count: Type.Integer({ description: 'Reviews that are shown.' }),
    average: ReviewAverage,
    stars: ReviewStars,
  }),
});

export const StorefrontVariant = Type.Object({
  id: Id,
  sku: Text(200),
  title: Text(300, 0, 'Colour, size …; empty for the only variant.'),
  priceMinor: Minor,
  stock: Nullable(Type.Integer()),
});

export const StorefrontProductPage = Type.Composite([
  StorefrontProduct,
  Type.Object({ description: Type.String(), variants: Type.Array(StorefrontVariant) }),
]);

/** Products on the shelf. */
export const listStorefrontProducts = endpoint({
  id: 'listStorefrontProducts',
  method: 'GET',
  path: '/storefront/products',
  summary: 'Products of the demo shop',
  query: Strict({
    ...PageQuery,
    q: Type.Optional(Text(100)),
    category: Type.Optional(Text(200)),
    locale: Type.Optional(Locale),
  }),
  reply: Page(StorefrontProduct),
  errors: ['storefront.empty', 'list.cursor_invalid'] as const,
});

/** One product with its variants. */
export const getStorefrontProduct = endpoint({
  id: 'getStorefrontProduct',
  method: 'GET',
  path: '/storefront/products/:productId',
  summary: 'A product of the demo shop',
  params: Strict({ productId: Text(100, 1, "Id of the product, or the shop's own key of it.") }),
  query: Strict({ locale: Type.Optional(Locale) }),
  reply: StorefrontProductPage,
  errors: ['product.not_found'] as const,
});

/** What buyers say of a product, newest first. */
export const listStorefrontReviews = endpoint({
  id: 'listStorefrontReviews',
  method: 'GET',
  path: '/storefront/products/:productId/reviews',
  summary: 'Reviews of a product of the demo shop, with its answers',
  params: Strict({ productId: Id }),
  query: Strict({
    ...PageQuery,
    rating: Type.Optional(ReviewRating),
    pictures: Type.Optional(Type.Boolean({ description: 'Only those with pictures.' })),
  }),
  reply: Page(PublicReview),
  errors: ['product.not_found', 'list.cursor_invalid'] as const,
});

/** A drawn picture of a sample product, as PNG; never changes under its name. */
export const getStorefrontPicture = endpoint({
  id: 'getStorefrontPicture',
  method: 'GET',
  path: '/storefront/pictures/:name',
  summary: 'Picture of a sample product',
  params: Strict({ name: Type.String({ pattern: '^[a-z0-9-]{1,60}\\.png$' }) }),
  transfer: 'bytes',
  errors: ['request.not_found'] as const,
});
