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

/** Statuses for people, in texts of refusals. */
export const statusParamTexts = {
  placed: { en: 'unpaid', 'zh-CN': '待付款', 'zh-TW': '待付款' },
  paid: { en: 'to be shipped', 'zh-CN': '待发货', 'zh-TW': '待出貨' },
  preparing: { en: 'being prepared', 'zh-CN': '备货中', 'zh-TW': '備貨中' },
  partly_shipped: { en: 'partly shipped', 'zh-CN': '部分发货', 'zh-TW': '部分出貨' },
  shipped: { en: 'shipped', 'zh-CN': '已发货', 'zh-TW': '已出貨' },
  delivered: { en: 'delivered', 'zh-CN': '已送达', 'zh-TW': '已送達' },
  received: { en: 'received', 'zh-CN': '已收货', 'zh-TW': '已收貨' },
  completed: { en: 'completed', 'zh-CN': '已完成', 'zh-TW': '已完成' },
  returned: { en: 'returned', 'zh-CN': '已退货', 'zh-TW': '已退貨' },
  cancelled: { en: 'cancelled', 'zh-CN': '已取消', 'zh-TW': '已取消' },
  closed_unpaid: { en: 'closed unpaid', 'zh-CN': '超时关闭', 'zh-TW': '逾時關閉' },
} as const;

/** Parts of an address for people, in texts of refusals. */
export const addressParamTexts = {
  name: { en: 'name', 'zh-CN': '收件人', 'zh-TW': '收件人' },
  phone: { en: 'phone', 'zh-CN': '电话', 'zh-TW': '電話' },
  street: { en: 'street', 'zh-CN': '详细地址', 'zh-TW': '詳細地址' },
} as const;

/** What remains where a platform cannot do something, for people. */
export const fallbackParamTexts = {
  discount: { en: 'a discount', 'zh-CN': '改优惠', 'zh-TW': '改折扣' },
  refund: { en: 'a refund', 'zh-CN': '退款', 'zh-TW': '退款' },
  coupon: { en: 'a coupon', 'zh-CN': '发优惠券', 'zh-TW': '發優惠券' },
  note: { en: 'a note on the platform', 'zh-CN': '在平台留言', 'zh-TW': '在平台留言' },
  remark: {
    en: 'a remark, done by hand there',
    'zh-CN': '写备注并人工处理',
    'zh-TW': '寫備註並人工處理',
  },
} as const;

export type OrderStatusWord = Static<typeof OrderStatus>;
export type ParcelStatusWord = Static<typeof ParcelStatus>;
export type PaymentKindWord = Static<typeof PaymentKind>;
export type RemarkFlagWord = Static<typeof RemarkFlag>;
export type OrderSourceWord = Static<typeof OrderSource>;
