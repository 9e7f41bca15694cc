/** Products of every shop with their variants, stock and price. */
import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import {
  Attributes,
  Can,
  Currency,
  Id,
  Instant,
  Minor,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  type Static,
  Text,
  Type,
} from './schema.ts';

export * from './catalog.synonyms.ts';

/** The chosen form of a product: name of the option → value, e.g. 颜色 → 蓝色. */
export const Options = Type.Record(Type.String(), Type.String(), {
  description: 'Option name to value, in the order of the shop.',
});

export const ProductStatus = OneOf(
  ['on_sale', 'off_sale', 'out_of_stock'] as const,
  'What the shop says; the live stock is in the variants.',
);

/** One thing that can be bought. */
export const Variant = Type.Object({
  id: Id,
  externalId: Type.String(),
  sku: Type.String({ description: 'Empty where the shop has none.' }),
  options: Options,
  priceMinor: Minor,
  stock: Nullable(Type.Integer({ description: 'Pieces left; null: not counted.' })),
  available: Type.Boolean({ description: 'May be bought now.' }),
  reserved: Type.Integer({ description: 'Ordered and not shipped yet; no longer in the stock.' }),
  low: Type.Boolean({ description: "The stock is down to the shop's warning." }),
  pictureUrl: Nullable(Type.String()),
  attributes: Attributes,
});

/** A product in a list or a search result, with live stock and price. */
export const ProductSummary = Type.Object({
  id: Id,
  shopId: Id,
  externalId: Type.String(),
  title: Type.String(),
  status: ProductStatus,
  currency: Currency,
  priceMinor: Minor,
  priceMaxMinor: Minor,
  stock: Nullable(Type.Integer({ description: 'Sum over the variants; null: not counted.' })),
  available: Type.Boolean({ description: 'At least one variant may be bought now.' }),
  variantCount: Type.Integer(),
  sku: Type.String({ description: 'Of the first variant, or of the one the search found.' }),
  pictureUrl: Nullable(Type.String()),
  url: Nullable(Type.String()),
  viewedAt: Nullable(Instant),
  updatedAt: Instant,
});

export const Product = Type.Object({
  ...ProductSummary.properties,
  description: Type.String(),
  aliases: Type.Array(Type.String(), { description: 'Other words buyers use for it.' }),
  pictures: Type.Array(Type.String()),
  variants: Type.Array(Variant),
  attributes: Attributes,
  version: Type.Integer(),
  mirroredAt: Nullable(Instant),
  can: Can,
});

export const searchProducts = endpoint({
  id: 'searchProducts',
  method: 'GET',
  path: '/products',
  summary:
    'Products by Chinese words, pinyin or its initials, English words, SKU or id; best first.',
  query: Strict({
    q: Type.Optional(
      Text(100, 0, 'Empty: the newest; with buyerId, those the buyer looked at first.'),
    ),
    shopId: Type.Optional(Id),
    available: Type.Optional(Type.Boolean({ description: 'Only those that may be bought now.' })),
    buyerId: Type.Optional(Id),
    ...PageQuery,
  }),
  reply: Page(ProductSummary),
  errors: ['list.cursor_invalid'],
});

export const getProduct = endpoint({
  id: 'getProduct',
  method: 'GET',
  path: '/products/:productId',
  summary: 'One product with all variants.',
  params: Strict({ productId: Id }),
  reply: Product,
  errors: ['product.not_found'],
});

export const catalogErrors = defineErrors({
  'synonyms.not_found': {
    status: 404,
    en: 'There is no such group of words.',
    'zh-CN': '没有这组同义词。',
    'zh-TW': '沒有這組同義詞。',
  },
  'synonyms.changed_meanwhile': {
    status: 409,
    en: 'A colleague has changed these words meanwhile: {words}. Look at them, then save again.',
    'zh-CN': '同事刚刚把这组词改成了：{words}。请看一下再保存。',
    'zh-TW': '同事剛剛把這組詞改成了：{words}。請看過再儲存。',
  },
  'synonyms.known': {
    status: 409,
    en: 'The shop has these words already: {words}.',
    'zh-CN': '本店已有这组词：{words}。',
    'zh-TW': '本店已有這組詞：{words}。',
  },
  'synonyms.too_few': {
    status: 422,
    en: 'At least two different words.',
    'zh-CN': '至少两个不同的词。',
    'zh-TW': '至少兩個不同的詞。',
  },
  'synonyms.too_many': {
    status: 409,
    en: 'A shop keeps at most {limit} groups of words.',
    'zh-CN': '一家店最多 {limit} 组同义词。',
    'zh-TW': '一家商店最多 {limit} 組同義詞。',
  },
  'product.not_found': {
    status: 404,
    en: 'There is no such product.',
    'zh-CN': '没有这个商品。',
    'zh-TW': '沒有這個商品。',
  },
  'variant.not_found': {
    status: 404,
    en: 'There is no such variant.',
    'zh-CN': '没有这个规格。',
    'zh-TW': '沒有這個規格。',
  },
  'product.sold_out': {
    status: 409,
    en: 'Only {left} of “{title}” are left.',
    'zh-CN': '“{title}”仅剩 {left} 件。',
    'zh-TW': '「{title}」僅剩 {left} 件。',
  },
  'product.not_for_sale': {
    status: 409,
    en: '“{title}” is not for sale at the moment.',
    'zh-CN': '“{title}”目前不可购买。',
    'zh-TW': '「{title}」目前不可購買。',
  },
});

/** Event types of the catalogue: a batch of a mirror was read, or stock moved by orders. */
export const catalogEvents = {
  'catalog.synonyms_changed': Type.Object({
    shopId: Id,
    groupId: Id,
    change: OneOf(['added', 'changed', 'removed', 'brought_back'] as const),
  }),
  'product.mirrored': Type.Object({ shopId: Id, productIds: Type.Array(Id) }),
  'product.stock_changed': Type.Object({
    shopId: Id,
    productId: Id,
    variantId: Id,
    stock: Nullable(Type.Integer()),
  }),
  'product.stock_low': Type.Object({
    shopId: Id,
    productId: Id,
    variantId: Id,
    title: Type.String(),
    sku: Type.String(),
    stock: Type.Integer(),
    threshold: Type.Integer({
      description: "The shop's warning; it is told once on the way down.",
    }),
  }),
} as const;

export type ProductShape = Static<typeof Product>;
export type ProductSummaryShape = Static<typeof ProductSummary>;
