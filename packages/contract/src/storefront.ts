/**
 * The demo shop. Its catalogue is open; what a shopper does is proved by the header `Guitai-Identity` with the token of
 * `signInShopper` (the same signed token the chat takes; `Guitai-Site` names the channel). Signing in needs no
 * password, so it exists only for the invented shoppers of the sample shop.
 */
import { Address, AddressInput } from './address.ts';
import { SiteKey } from './channels.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { CouponFit } from './offers.shapes.ts';
import { PublicReview } from './reviews.buyer.ts';
import { ReviewAverage, ReviewRating, ReviewStars } from './reviews.shapes.ts';
import {
  Currency,
  Id,
  Instant,
  Locale,
  Minor,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  Text,
  Type,
} from './schema.ts';

/** An invented buyer one may sign in as. */
export const Shopper = Type.Object({
  id: Id,
  name: Text(100),
  address: Nullable(Address),
});

export const Storefront = Type.Object({
  shopName: Text(200),
  colour: Type.String(),
  currency: Currency,
  site: Nullable(SiteKey),
  categories: Type.Array(Type.String()),
  shoppers: Type.Array(Shopper, { description: 'Empty without the sample shop: looking only.' }),
});

/** Name, colour and demo shoppers of the shop on show. */
export const getStorefront = endpoint({
  id: 'getStorefront',
  method: 'GET',
  path: '/storefront',
  summary: 'The demo shop',
  query: Strict({ locale: Type.Optional(Locale) }),
  reply: Storefront,
  errors: ['storefront.empty'] as const,
});

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

const IdentityToken = Type.Object({
  token: Type.String({
    description: 'Signed JWT for `Guitai-Identity`; valid at most 10 minutes.',
  }),
  expiresAt: Instant,
});

/** Sign in as one of the sample shop's invented buyers. */
export const signInShopper = endpoint({
  id: 'signInShopper',
  method: 'POST',
  path: '/storefront/sessions',
  summary: 'Sign in to the demo shop as an invented buyer',
  body: Strict({ shopperId: Id }),
  reply: Type.Composite([Type.Object({ shopper: Shopper }), IdentityToken]),
  errors: ['shopper.not_found'] as const,
});

/** A fresh identity token for the page's chat, as a shop's own server would sign it for its signed-in buyer. */
export const issueIdentityToken = endpoint({
  id: 'issueIdentityToken',
  method: 'POST',
  path: '/storefront/identity-tokens',
  summary: 'A fresh signed identity of the signed-in shopper',
  body: Strict({ shopperId: Id }),
  reply: IdentityToken,
  errors: ['shopper.not_found'] as const,
});

export const ShopperOrderState = Type.String({ description: 'State as in the orders module.' });

export const ShopperParcel = Type.Object({
  id: Id,
  carrier: Text(100),
  number: Text(100),
  state: Text(40),
  steps: Type.Array(Type.Object({ at: Instant, text: Text(1000), place: Text(200) }), {
    description: 'Newest first.',
  }),
});

/** The shopper's own order with its parcels. */
export const ShopperOrder = Type.Object({
  id: Id,
  number: Text(100),
  state: ShopperOrderState,
  currency: Currency,
  itemsMinor: Minor,
  discountMinor: Minor,
  postageMinor: Minor,
  totalMinor: Minor,
  paidMinor: Minor,
  refundedMinor: Minor,
  dueMinor: Minor,
  onDelivery: Type.Boolean({ description: 'Paid when the goods come.' }),
  balances: Type.Array(Type.Object({ id: Id, label: Text(200), balanceMinor: Minor }), {
    description: 'Gift cards and e-cards that may pay a part while something is due.',
  }),
  placedAt: Instant,
  address: Nullable(Address),
  items: Type.Array(
    Type.Object({
      productId: Nullable(Id),
      title: Text(500),
      variant: Text(300),
      imageUrl: Nullable(Text(2000)),
      quantity: Type.Integer(),
      unitMinor: Minor,
    }),
  ),
  parcels: Type.Array(ShopperParcel),
  timeline: Type.Array(Type.Object({ code: Text(60), at: Instant }), {
    description: 'What happened to the order, oldest first: placed, paid, shipped …',
  }),
  can: Type.Array(Type.String()),
});

const CartItems = Type.Array(
  Strict({ variantId: Id, quantity: Type.Integer({ minimum: 1, maximum: 99 }) }),
  { minItems: 1, maxItems: 50 },
);
const CouponIds = Type.Array(Id, { maxItems: 3, uniqueItems: true });

/** What the cart costs, with the shopper's coupons. Takes nothing. */
export const quoteCart = endpoint({
  id: 'quoteCart',
  method: 'POST',
  path: '/storefront/quotes',
  summary: 'What a cart costs; the combination of coupons that saves most is chosen',
  body: Strict({
    items: CartItems,
    couponIds: Type.Optional(
      Type.Unsafe<string[]>({ ...CouponIds, description: 'These instead of the best.' }),
    ),
  }),
  reply: Type.Object({
    currency: Currency,
    itemsMinor: Minor,
    discountMinor: Minor,
    postageMinor: Minor,
    totalMinor: Minor,
    coupons: Type.Array(
      Type.Object({
        ...CouponFit.properties,
        title: Text(300, 0, "What it gives, in the reader's language."),
      }),
    ),
  }),
  errors: [
    'visitor.identity_needed',
    'visitor.identity_invalid',
    'variant.not_found',
    'product.not_for_sale',
  ] as const,
});

/** Orders a cart. Prices are the server's; the same idempotency key again returns the first order. */
export const placeOrder = endpoint({
  id: 'placeOrder',
  method: 'POST',
  path: '/storefront/orders',
  summary: 'Order the cart',
  body: Strict({
    items: CartItems,
    couponIds: Type.Optional(CouponIds),
    address: AddressInput,
    note: Type.Optional(Text(500)),
  }),
  reply: ShopperOrder,
  errors: [
    'visitor.identity_needed',
    'visitor.identity_invalid',
    'variant.not_found',
    'product.sold_out',
    'product.not_for_sale',
    'coupon.not_found',
    'coupon.not_usable',
    'coupon.does_not_fit',
  ] as const,
});

/** Pays: a part from a balance where wanted, the rest at the sandbox gateway, or all of it on delivery. */
export const payOrder = endpoint({
  id: 'payOrder',
  method: 'POST',
  path: '/storefront/orders/:orderId/payment',
  summary: 'Pay by the sandbox gateway, with a balance, or on delivery',
  params: Strict({ orderId: Id }),
  body: Strict({
    outcome: OneOf(
      ['succeed', 'fail', 'stay_unpaid', 'on_delivery'] as const,
      'How the payer acts at the gateway; on_delivery: no gateway, cash when the goods come.',
    ),
    balance: Type.Optional(Strict({ methodId: Id, amountMinor: Type.Integer({ minimum: 1 }) })),
  }),
  reply: ShopperOrder,
  errors: [
    'visitor.identity_needed',
    'visitor.identity_invalid',
    'order.not_found',
    'order.not_payable',
    'order.method_foreign',
    'order.method_cannot_bear',
    'storefront.payment_failed',
  ] as const,
});

/** The goods have arrived, by the buyer's own word. */
export const confirmReceipt = endpoint({
  id: 'confirmReceipt',
  method: 'PUT',
  path: '/storefront/orders/:orderId/receipt',
  summary: 'Confirm that the goods arrived',
  params: Strict({ orderId: Id }),
  reply: ShopperOrder,
  errors: [
    'visitor.identity_needed',
    'visitor.identity_invalid',
    'order.not_found',
    'order.version_conflict',
    'order.act_not_allowed',
    'order.platform_lacks',
    'order.platform_down',
    'authority.approval_needed',
    'authority.beyond_limit',
    'approval.too_many',
  ] as const,
});

/** The shopper's own order. */
export const getShopperOrder = endpoint({
  id: 'getShopperOrder',
  method: 'GET',
  path: '/storefront/orders/:orderId',
  summary: "The shopper's own order with its parcels",
  params: Strict({ orderId: Text(100, 1, 'Id of the order, or its number.') }),
  reply: ShopperOrder,
  errors: ['visitor.identity_needed', 'visitor.identity_invalid', 'order.not_found'] as const,
});

/** The shopper's own orders, newest first. */
export const listShopperOrders = endpoint({
  id: 'listShopperOrders',
  method: 'GET',
  path: '/storefront/orders',
  summary: "The shopper's own orders",
  query: Strict(PageQuery),
  reply: Page(ShopperOrder),
  errors: ['visitor.identity_needed', 'visitor.identity_invalid', 'list.cursor_invalid'] as const,
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

/** Refusals of the demo shop. */
export const storefrontErrors = defineErrors({
  'storefront.empty': {
    status: 404,
    en: 'There is no shop to show yet. Load the sample shop in the desk.',
    'zh-CN': '还没有可展示的店铺，请先在工作台载入示例店铺。',
    'zh-TW': '還沒有可展示的店鋪，請先在工作台載入範例店鋪。',
  },
  'storefront.payment_failed': {
    status: 402,
    en: 'The payment was refused. Nothing was charged; you can try again.',
    'zh-CN': '支付未成功，未扣款，可以重新支付。',
    'zh-TW': '付款未成功，未扣款，可以重新付款。',
  },
  'shopper.not_found': {
    status: 404,
    en: 'This shopper does not exist.',
    'zh-CN': '该顾客不存在。',
    'zh-TW': '找不到這位顧客。',
  },
});
