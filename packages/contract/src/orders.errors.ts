import { defineErrors } from './errors.ts';

export const ordersErrors = defineErrors({
  'order.not_found': {
    status: 404,
    en: 'There is no such order.',
    'zh-CN': '没有这个订单。',
    'zh-TW': '沒有這張訂單。',
  },
  'order.remark_empty': {
    status: 422,
    en: 'Write something or choose a flag.',
    'zh-CN': '请填写备注或选择旗帜颜色。',
    'zh-TW': '請填寫備註或選擇旗標顏色。',
  },
  'order.not_payable': {
    status: 409,
    en: 'This order cannot be paid: it is {status}.',
    'zh-CN': '该订单当前状态（{status}）不能支付。',
    'zh-TW': '該訂單目前狀態（{status}）不能付款。',
  },
  'order.address_fixed': {
    status: 409,
    en: 'The address can no longer be changed: the order is {status}.',
    'zh-CN': '订单已处于“{status}”，不能再修改收货地址。',
    'zh-TW': '訂單已處於「{status}」，無法再修改收件地址。',
  },
  'order.address_change_not_found': {
    status: 404,
    en: 'There is no such open proposal for another address.',
    'zh-CN': '没有这条待处理的改地址申请。',
    'zh-TW': '沒有這筆待處理的改地址申請。',
  },
  'order.version_conflict': {
    status: 409,
    en: 'The order was changed meanwhile. Look at it again and repeat.',
    'zh-CN': '订单刚刚被修改，请查看最新内容后再操作。',
    'zh-TW': '訂單剛剛被修改，請檢視最新內容後再操作。',
  },
  'order.refund_above_paid': {
    status: 409,
    en: 'At most {leftMinor} of what was paid is left to give back.',
    'zh-CN': '最多还能退 {leftMinor}，不能超过买家已付且未退的金额。',
    'zh-TW': '最多還能退 {leftMinor}，不能超過買家已付且未退的金額。',
  },
  'order.method_foreign': {
    status: 404,
    en: 'This buyer has no such payment method in this shop.',
    'zh-CN': '该买家在本店没有这种支付方式。',
    'zh-TW': '該買家在本店沒有這種付款方式。',
  },
  'order.method_cannot_bear': {
    status: 409,
    en: '{label} cannot bear this amount.',
    'zh-CN': '“{label}”无法承担这笔金额。',
    'zh-TW': '「{label}」無法承擔這筆金額。',
  },
});
