import { defineErrors } from './errors.ts';

/** Refusals of coupons, floors and concessions. */
export const offerErrors = defineErrors({
  'coupon.template_not_found': {
    status: 404,
    en: 'There is no such kind of coupon.',
    'zh-CN': '没有这种优惠券。',
    'zh-TW': '沒有這種優惠券。',
  },
  'coupon.not_found': {
    status: 404,
    en: 'There is no such coupon.',
    'zh-CN': '没有这张优惠券。',
    'zh-TW': '沒有這張優惠券。',
  },
  'coupon.terms_wrong': {
    status: 422,
    en: 'These terms do not hold together: {field}.',
    'zh-CN': '这些优惠条件不成立：{field}。',
    'zh-TW': '這些優惠條件不成立：{field}。',
  },
  'coupon.stopped': {
    status: 409,
    en: '“{name}” is not given out any more.',
    'zh-CN': '“{name}”已停止发放。',
    'zh-TW': '「{name}」已停止發放。',
  },
  'coupon.over': {
    status: 409,
    en: '“{name}” is over: its time has passed.',
    'zh-CN': '“{name}”已过有效期，不能再发放。',
    'zh-TW': '「{name}」已過期，不能再發送。',
  },
  'coupon.count_over': {
    status: 409,
    en: 'All {maxCount} of “{name}” are given out.',
    'zh-CN': '“{name}”的 {maxCount} 张已发完。',
    'zh-TW': '「{name}」的 {maxCount} 張已發完。',
  },
  'coupon.budget_over': {
    status: 409,
    en: 'The budget of “{name}” does not reach for one more.',
    'zh-CN': '“{name}”的预算已不够再发一张。',
    'zh-TW': '「{name}」的預算已不足以再發一張。',
  },
  'coupon.buyer_limit': {
    status: 409,
    en: 'This buyer already has as many of “{name}” as one may have ({perBuyer}).',
    'zh-CN': '这位买家的“{name}”已达上限（{perBuyer} 张）。',
    'zh-TW': '這位買家的「{name}」已達上限（{perBuyer} 張）。',
  },
  'coupon.not_usable': {
    status: 409,
    en: 'This coupon cannot be used any more ({state}).',
    'zh-CN': '这张优惠券已不能使用（{state}）。',
    'zh-TW': '這張優惠券已無法使用（{state}）。',
  },
  'coupon.does_not_fit': {
    status: 409,
    en: 'This coupon does not fit this order ({why}). Choose another, or order without it.',
    'zh-CN': '这张优惠券不适用于该订单（{why}），请换一张或不使用优惠券。',
    'zh-TW': '這張優惠券不適用於這筆訂單（{why}），請換一張或不使用優惠券。',
  },
  'coupon.below_floor': {
    status: 409,
    en: '“{name}” promises more than the lowest price leaves here. Choose a smaller one.',
    'zh-CN': '“{name}”超出了当前商品底价的让利空间，请换一张面额小一些的。',
    'zh-TW': '「{name}」超過這項商品底價容許的折讓，請換一張面額小一點的。',
  },
  'coupon.order_unfit': {
    status: 409,
    en: 'Coupons go on an own order that waits for payment; this one does not.',
    'zh-CN': '优惠券只能用在本店待付款的订单上。',
    'zh-TW': '優惠券只能用在本店待付款的訂單上。',
  },
  'offer.buyer_foreign': {
    status: 409,
    en: 'This buyer does not belong to this shop, or nobody vouches for them yet.',
    'zh-CN': '这位买家不属于该店铺，或身份尚未核实。',
    'zh-TW': '這位買家不屬於這間商店，或身分尚未核實。',
  },
  'offer.rung_closed': {
    status: 409,
    en: 'This step is not possible here: {why}.',
    'zh-CN': '这一步现在不可用：{why}。',
    'zh-TW': '這一步目前不可用：{why}。',
  },
  'offer.skip_needs_reason': {
    status: 422,
    en: 'Cheaper steps come before this one ({skipped}). Say why they are left out.',
    'zh-CN': '前面还有更省的一步（{skipped}），请说明为何跳过。',
    'zh-TW': '前面還有更省的一步（{skipped}），請說明為何跳過。',
  },
  'offer.budget_over': {
    status: 409,
    en: 'The shop’s budget for concessions is used up for {period}.',
    'zh-CN': '店铺的让利预算（{period}）已用完。',
    'zh-TW': '商店的讓利預算（{period}）已用完。',
  },
  'offer.concession_not_found': {
    status: 404,
    en: 'There is no such offer.',
    'zh-CN': '没有这条让步记录。',
    'zh-TW': '沒有這筆讓步紀錄。',
  },
  'offer.concession_closed': {
    status: 409,
    en: 'This offer is answered already ({state}).',
    'zh-CN': '这条让步已有结果（{state}）。',
    'zh-TW': '這筆讓步已有結果（{state}）。',
  },
  'floor.not_found': {
    status: 404,
    en: 'There is no such floor price.',
    'zh-CN': '没有这条底价。',
    'zh-TW': '沒有這筆底價。',
  },
  'floor.wrong': {
    status: 422,
    en: 'A floor price needs a share of the price, an amount or a margin, and what it is for.',
    'zh-CN': '底价需要填写比例、金额或毛利之一，并指明适用范围。',
    'zh-TW': '底價需填寫比例、金額或毛利其中之一，並指明適用範圍。',
  },
});
