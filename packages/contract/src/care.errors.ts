import { defineErrors } from './errors.ts';

/** Refusals of checks, reminders and cards. */
export const careErrors = defineErrors({
  'care.foreign_order': {
    status: 409,
    en: 'This order does not belong to the buyer of this conversation.',
    'zh-CN': '该订单不属于当前会话的买家。',
    'zh-TW': '這張訂單不屬於目前對話的買家。',
  },
  'care.buyer_blocked': {
    status: 409,
    en: 'This buyer is on the blocklist; nothing is sent to them.',
    'zh-CN': '该买家在黑名单中，不会向其发送消息。',
    'zh-TW': '該買家在封鎖名單中，不會向其傳送訊息。',
  },
  'care.buyer_unproven': {
    status: 409,
    en: 'A colleague matched this visitor to that buyer, but the shop has not vouched for it: order data is not sent. Ask them to sign in to the shop.',
    'zh-CN': '此访客由同事认定为该买家，但店铺尚未验证其身份，不能发送订单信息。请对方先登录店铺。',
    'zh-TW': '此訪客由同事認定為該買家，但商店尚未驗證其身分，不能傳送訂單資訊。請對方先登入商店。',
  },
  'care.product_of_other_shop': {
    status: 409,
    en: 'This product belongs to another shop than the one the buyer is talking to.',
    'zh-CN': '该商品不属于买家正在咨询的店铺。',
    'zh-TW': '這項商品不屬於買家正在諮詢的商店。',
  },
  'order_check.not_found': {
    status: 404,
    en: 'There is no such question.',
    'zh-CN': '没有这条核对。',
    'zh-TW': '沒有這筆核對。',
  },
  'order_check.pending': {
    status: 409,
    en: 'The buyer was asked this {minutes} min ago and has not answered yet. Withdraw that question to ask again.',
    'zh-CN': '{minutes} 分钟前已发出核对，买家尚未答复。如需重发，请先撤回。',
    'zh-TW': '{minutes} 分鐘前已送出核對，買家尚未答覆。如需重送，請先收回。',
  },
  'order_check.settled': {
    status: 409,
    en: 'This question was answered or withdrawn before.',
    'zh-CN': '这条核对已答复或已撤回。',
    'zh-TW': '這筆核對已答覆或已收回。',
  },
  'order_check.outdated': {
    status: 409,
    en: 'The order has changed since the question was asked. Please wait for a new one.',
    'zh-CN': '发出核对后订单有变动，请等待客服重新发送。',
    'zh-TW': '送出核對後訂單有變動，請等候客服重新傳送。',
  },
  'order_check.answer_empty': {
    status: 422,
    en: 'Say what should change.',
    'zh-CN': '请填写需要修改的内容。',
    'zh-TW': '請填寫需要修改的內容。',
  },
  'order_check.order_over': {
    status: 409,
    en: 'There is nothing left to check: the order has been shipped or has ended.',
    'zh-CN': '订单已发货或已结束，无需再核对。',
    'zh-TW': '訂單已出貨或已結束，無需再核對。',
  },
  'order_check.no_address': {
    status: 409,
    en: 'This order has no delivery address.',
    'zh-CN': '该订单没有收货地址。',
    'zh-TW': '這張訂單沒有收件地址。',
  },
  'reminder.not_due': {
    status: 409,
    en: 'There is nothing to remind of: the order is paid or has ended.',
    'zh-CN': '订单已付款或已结束，无需催付。',
    'zh-TW': '訂單已付款或已結束，無需催付款。',
  },
  'reminder.too_soon': {
    status: 409,
    en: 'The buyer was reminded {minutes} min ago; the next reminder is possible in {waitMinutes} min.',
    'zh-CN': '{minutes} 分钟前催付过，{waitMinutes} 分钟后才能再次催付。',
    'zh-TW': '{minutes} 分鐘前催付過，{waitMinutes} 分鐘後才能再次催付款。',
  },
  'parcel.not_found': {
    status: 404,
    en: 'This order has no such parcel.',
    'zh-CN': '该订单没有这个包裹。',
    'zh-TW': '這張訂單沒有這個包裹。',
  },
});
