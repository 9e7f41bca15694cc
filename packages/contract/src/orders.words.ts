/** The closed vocabularies of orders; each desk and connector translates from and to these. */
import { OneOf, type Static } from './schema.ts';

/** Where an order stands. What the source called it is kept beside it as `sourceStatus`. */
export const OrderStatus = OneOf(
  [
    'placed',
    'paid',
    'preparing',
    'partly_shipped',
    'shipped',
    'delivered',
    'received',
    'completed',
    'returned',
    'cancelled',
    'closed_unpaid',
  ] as const,
  'placed: not paid yet. delivered: the carrier says so. received: the buyer says so. returned: the goods went back. closed_unpaid: never paid and closed.',
);

/** Where a parcel is. Codes of carriers map to these; what cannot be mapped is `unknown` with its own text. */
export const ParcelStatus = OneOf(
  [
    'created',
    'collected',
    'in_transit',
    'arrived',
    'out_for_delivery',
    'at_station',
    'signed',
    'signed_self',
    'signed_other',
    'signed_station',
    'refused',
    'unreachable',
    'overdue',
    'damaged',
    'out_of_area',
    'stuck',
    'problem',
    'returning',
    'returned',
    'forwarded',
    'customs',
    'cancelled',
    'unknown',
  ] as const,
  'One vocabulary for every carrier.',
);

/** How somebody paid. */
export const PaymentKind = OneOf(
  [
    'wechat_pay',
    'alipay',
    'credit_card',
    'bank_card',
    'paypal',
    'gift_card',
    'e_card',
    'cash',
    'sandbox',
    'other',
  ] as const,
  'e_card: prepaid card of a marketplace. sandbox: no real money.',
);

/** Colour of a remark, as marketplaces have it. */
export const RemarkFlag = OneOf(
  ['none', 'red', 'yellow', 'green', 'blue', 'purple'] as const,
  'Colour of the flag.',
);

/** Where an order lives: ours, a mirror filled from files, or a mirror of a connected shop. */
export const OrderSource = OneOf(['own', 'import', 'connector'] as const);

export type OrderStatusWord = Static<typeof OrderStatus>;
export type ParcelStatusWord = Static<typeof ParcelStatus>;
export type PaymentKindWord = Static<typeof PaymentKind>;
export type RemarkFlagWord = Static<typeof RemarkFlag>;
export type OrderSourceWord = Static<typeof OrderSource>;
