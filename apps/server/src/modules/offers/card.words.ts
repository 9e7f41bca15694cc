import type { Locale } from '../../kernel/actor.ts';

type Words = Readonly<Record<Locale, string>>;
const words = (zhCN: string, zhTW: string, en: string): Words => ({
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
});

/** `{…}` are filled with amounts in the buyer’s own writing. */
export const titles = {
  amount: words('{amount} 优惠券', '{amount} 優惠券', '{amount} off'),
  percent: words('{percent} 折优惠券', '{percent} 折優惠券', '{percent}% off'),
  postage: words('包邮券', '免運券', 'Free delivery'),
  bundle: words('搭配购立减 {amount}', '組合購現折 {amount}', '{amount} off together'),
} as const;

export const conditions = {
  minimum: words('满 {amount} 可用', '滿 {amount} 可用', 'From {amount}'),
  products: words('指定商品可用', '指定商品可用', 'For chosen products'),
  categories: words('限 {names}', '限 {names}', 'For {names}'),
  shop: words('全店可用', '全店可用', 'For everything in the shop'),
  cap: words('最多减 {amount}', '最多折 {amount}', 'At most {amount}'),
  bundle: words('一起购买时减免', '一起購買時折抵', 'When bought together'),
} as const;

export const labels = {
  where: words('使用范围', '使用範圍', 'For'),
  condition: words('使用条件', '使用條件', 'Condition'),
  until: words('有效期至', '有效期限', 'Valid until'),
  saved: words('已优惠', '已折抵', 'Saved'),
  order: words('订单', '訂單', 'Order'),
} as const;

export const states = {
  issued: words(
    '下单时自动使用，不用输入券码。',
    '結帳時自動套用，不必輸入代碼。',
    'It is used by itself when you check out.',
  ),
  used: words('已使用，谢谢惠顾。', '已使用，謝謝惠顧。', 'Used. Thank you.'),
  back: words(
    '订单已取消，优惠券退回给您，可再次使用。',
    '訂單已取消，優惠券退還給您，可再次使用。',
    'The order was called off; the coupon is yours again.',
  ),
  expired: words('已过期。', '已過期。', 'It has run out.'),
  revoked: words('已失效。', '已失效。', 'It is no longer valid.'),
} as const;
