/** The cart, and a shopper's own orders. */
import { Address, AddressInput } from './address.ts';
import { endpoint, Strict } from './endpoint.ts';
import { CouponFit } from './offers.shapes.ts';
import { Above, actRefusals, ofOrder } from './orders.acts.parts.ts';
import {
  Currency,
  Id,
  Instant,
  Minor,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  Text,
  Type,
} from './schema.ts';

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
  params: ofOrder,
  body: Strict({
    outcome: OneOf(
      ['succeed', 'fail', 'stay_unpaid', 'on_delivery'] as const,
      'How the payer acts at the gateway; on_delivery: no gateway, cash when the goods come.',
    ),
    balance: Type.Optional(Strict({ methodId: Id, amountMinor: Above })),
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
  params: ofOrder,
  reply: ShopperOrder,
  errors: ['visitor.identity_needed', 'visitor.identity_invalid', ...actRefusals] as const,
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
