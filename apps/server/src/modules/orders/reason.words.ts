import type { Locale } from '../../kernel/actor.ts';

type Words = Readonly<Record<Locale, string>>;

/** What the product calls its own reasons; a shop's own text takes the place of these. */
const words: Readonly<Record<string, Words>> = {
  no_longer_needed: { en: 'No longer needed', 'zh-CN': '不想要了', 'zh-TW': '不想要了' },
  ordered_by_mistake: { en: 'Ordered by mistake', 'zh-CN': '拍错了', 'zh-TW': '訂錯了' },
  wrong_address: { en: 'Wrong address', 'zh-CN': '收货信息填错', 'zh-TW': '收件資料填錯' },
  found_cheaper: { en: 'Found it cheaper', 'zh-CN': '其他地方更便宜', 'zh-TW': '其他地方更便宜' },
  delivery_too_slow: { en: 'Delivery takes too long', 'zh-CN': '发货太慢', 'zh-TW': '出貨太慢' },
  out_of_stock: { en: 'Out of stock', 'zh-CN': '缺货', 'zh-TW': '缺貨' },
  not_as_described: { en: 'Not as described', 'zh-CN': '与描述不符', 'zh-TW': '與描述不符' },
  damaged: { en: 'Damaged', 'zh-CN': '商品破损', 'zh-TW': '商品破損' },
  missing_parts: { en: 'Parts are missing', 'zh-CN': '少件漏发', 'zh-TW': '缺件漏寄' },
  late_delivery: { en: 'Delivered late', 'zh-CN': '配送延误', 'zh-TW': '配送延誤' },
  price_difference: { en: 'Price difference', 'zh-CN': '退差价', 'zh-TW': '退差價' },
  agreed: { en: 'Agreed with the buyer', 'zh-CN': '与买家协商一致', 'zh-TW': '與買家協商一致' },
  no_reason: { en: 'Return without a reason', 'zh-CN': '七天无理由', 'zh-TW': '鑑賞期退貨' },
  wrong_item: { en: 'Wrong item', 'zh-CN': '发错货', 'zh-TW': '寄錯商品' },
  wrong_size: {
    en: 'Wrong size or variant',
    'zh-CN': '尺码或规格不合适',
    'zh-TW': '尺寸或規格不合',
  },
  defective: { en: 'Defective', 'zh-CN': '质量问题', 'zh-TW': '品質問題' },
  lost: { en: 'Lost on the way', 'zh-CN': '运输丢失', 'zh-TW': '運送遺失' },
  other: { en: 'Other', 'zh-CN': '其他', 'zh-TW': '其他' },
};

/** A reason for people: the shop's own text, else ours in their language, else the code. */
export const reasonText = (
  reason: { readonly code: string; readonly text: string },
  locale: Locale,
): string => reason.text || words[reason.code]?.[locale] || reason.code;
