import { defineErrors } from './errors.ts';

export const promisesErrors = defineErrors({
  'promise.not_found': {
    status: 404,
    en: 'There is no such promise.',
    'zh-CN': '没有这条承诺。',
    'zh-TW': '沒有這筆承諾。',
  },
  'promise.settled': {
    status: 409,
    en: 'This promise is settled already.',
    'zh-CN': '这条承诺已经了结。',
    'zh-TW': '這筆承諾已經結案。',
  },
  'promise.not_by_hand': {
    status: 409,
    en: 'Only what a person settled can be taken back.',
    'zh-CN': '只有人工了结的承诺才能撤销。',
    'zh-TW': '只有人工結案的承諾才能復原。',
  },
  'promise.exists': {
    status: 409,
    en: 'This message is a promise already.',
    'zh-CN': '这条消息已登记为承诺。',
    'zh-TW': '這則訊息已登記為承諾。',
  },
  'promise.message_foreign': {
    status: 422,
    en: 'Only a message of the team in this conversation can be a promise.',
    'zh-CN': '只有本会话中客服发出的消息才能登记为承诺。',
    'zh-TW': '只有本對話中客服送出的訊息才能登記為承諾。',
  },
  'promise.order_needed': {
    status: 422,
    en: 'Choose the order this promise is about.',
    'zh-CN': '请选择这条承诺对应的订单。',
    'zh-TW': '請選擇這筆承諾對應的訂單。',
  },
  'promise.order_foreign': {
    status: 422,
    en: 'This order is not one of this buyer in this shop.',
    'zh-CN': '这不是该买家在本店的订单。',
    'zh-TW': '這不是這位買家在本商店的訂單。',
  },
  'promise.product_needed': {
    status: 422,
    en: 'Choose the product this promise is about.',
    'zh-CN': '请选择这条承诺对应的商品。',
    'zh-TW': '請選擇這筆承諾對應的商品。',
  },
  'promise.due_needed': {
    status: 422,
    en: 'Say by when.',
    'zh-CN': '请填写兑现时间。',
    'zh-TW': '請填寫兌現時間。',
  },
  'promise.due_past': {
    status: 422,
    en: 'This time is over, or more than a year away.',
    'zh-CN': '时间已过，或超过一年。',
    'zh-TW': '時間已過，或超過一年。',
  },
  'promise.over': {
    status: 409,
    en: 'Its time is over: it is broken and cannot be put off any more.',
    'zh-CN': '已过承诺时间，无法再延期。',
    'zh-TW': '已超過承諾時間，無法再延期。',
  },
  'promise.not_later': {
    status: 422,
    en: 'Choose a time later than the one promised.',
    'zh-CN': '新的时间须晚于原承诺时间。',
    'zh-TW': '新的時間必須晚於原承諾時間。',
  },
  'promise.not_told': {
    status: 409,
    en: 'The buyer could not be told, so the time stays as it was.',
    'zh-CN': '未能告知买家，时间保持不变。',
    'zh-TW': '無法通知買家，時間維持不變。',
  },
  'promise.happened': {
    status: 409,
    en: 'This has happened already; there is nothing to promise.',
    'zh-CN': '这件事已经完成，无需登记承诺。',
    'zh-TW': '這件事已經完成，無須登記承諾。',
  },
});
