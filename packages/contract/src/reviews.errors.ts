import { defineErrors } from './errors.ts';

/** Refusals of reviews. */
export const reviewsErrors = defineErrors({
  'review.not_found': {
    status: 404,
    en: 'There is no such review.',
    'zh-CN': '没有这条评价。',
    'zh-TW': '沒有這則評價。',
  },
  'review.closed': {
    status: 409,
    en: 'This shop takes no reviews here.',
    'zh-CN': '该店铺暂不开放评价。',
    'zh-TW': '這間商店暫不開放評價。',
  },
  'review.not_received': {
    status: 409,
    en: 'Review it once you have it: the order has not arrived yet.',
    'zh-CN': '收到商品后才能评价，该订单还未签收。',
    'zh-TW': '收到商品後才能評價，這筆訂單還未送達。',
  },
  'review.too_late': {
    status: 409,
    en: 'Reviews are open for {days} days; this time is over.',
    'zh-CN': '评价期为 {days} 天，现已过期。',
    'zh-TW': '評價期為 {days} 天，現已過期。',
  },
  'review.line_not_found': {
    status: 404,
    en: 'The order has no such item.',
    'zh-CN': '订单里没有这件商品。',
    'zh-TW': '訂單裡沒有這件商品。',
  },
  'review.exists': {
    status: 409,
    en: 'This item has been reviewed already.',
    'zh-CN': '这件商品已经评价过了。',
    'zh-TW': '這件商品已經評價過了。',
  },
  'review.amended_already': {
    status: 409,
    en: 'A review can be amended once.',
    'zh-CN': '评价只能修改一次。',
    'zh-TW': '評價只能修改一次。',
  },
  'review.amend_over': {
    status: 409,
    en: 'The time to amend this review is over.',
    'zh-CN': '已超过可修改评价的时间。',
    'zh-TW': '已超過可修改評價的時間。',
  },
  'review.pictures_too_many': {
    status: 422,
    en: 'A review has at most {most} pictures.',
    'zh-CN': '一条评价最多 {most} 张图片。',
    'zh-TW': '一則評價最多 {most} 張圖片。',
  },
  'review.picture_foreign': {
    status: 422,
    en: 'One of the pictures is not there any more. Please choose it again.',
    'zh-CN': '有图片已失效，请重新选择。',
    'zh-TW': '有圖片已失效，請重新選擇。',
  },
  'review.picture_refused': {
    status: 422,
    en: 'This is no picture we can show: JPEG, PNG, WebP or GIF up to {limitMb} MB.',
    'zh-CN': '无法使用这张图片：请用 {limitMb} MB 以内的 JPEG、PNG、WebP 或 GIF。',
    'zh-TW': '無法使用這張圖片：請用 {limitMb} MB 以內的 JPEG、PNG、WebP 或 GIF。',
  },
  'review.picture_not_found': {
    status: 404,
    en: 'There is no such picture.',
    'zh-CN': '没有这张图片。',
    'zh-TW': '沒有這張圖片。',
  },
  'review.no_reply': {
    status: 409,
    en: 'There is no reply to take back.',
    'zh-CN': '还没有回复，无需撤回。',
    'zh-TW': '還沒有回覆，不需撤回。',
  },
  'review.no_chat': {
    status: 409,
    en: 'This buyer has no conversation in the shop.',
    'zh-CN': '该买家在本店没有会话。',
    'zh-TW': '這位買家在本店沒有對話。',
  },
  'review.thanked_already': {
    status: 409,
    en: 'The buyer has been thanked for this review already.',
    'zh-CN': '已经为这条评价致谢过了。',
    'zh-TW': '已經為這則評價致謝過了。',
  },
  'review.invited_already': {
    status: 409,
    en: 'The buyer has been invited for this order already.',
    'zh-CN': '该订单已经邀请过评价。',
    'zh-TW': '這筆訂單已經邀請過評價。',
  },
  'review.not_flagged': {
    status: 409,
    en: 'Only a flagged review can be hidden.',
    'zh-CN': '请先标记评价，再隐藏。',
    'zh-TW': '請先標記評價，再隱藏。',
  },
});
