import { defineErrors } from './errors.ts';

/** Refusals of the visitor's side. A foreign, wrong or missing thing answers alike. */
export const channelsErrors = defineErrors({
  'channel.not_found': {
    status: 404,
    en: 'This chat does not exist.',
    'zh-CN': '该客服窗口不存在。',
    'zh-TW': '找不到這個客服視窗。',
  },
  'channel.closed': {
    status: 403,
    en: 'The shop has switched this chat off.',
    'zh-CN': '店铺已关闭此客服窗口。',
    'zh-TW': '店家已關閉這個客服視窗。',
  },
  'visitor.unknown': {
    status: 401,
    en: 'This chat has ended on this device. Write again to start a new one.',
    'zh-CN': '此设备上的会话已结束，重新发送消息即可开始新会话。',
    'zh-TW': '這台裝置上的對話已結束，重新傳送訊息即可開始新的對話。',
  },
  'visitor.identity_needed': {
    status: 403,
    en: 'Please sign in to the shop first.',
    'zh-CN': '请先在店铺登录。',
    'zh-TW': '請先在商店登入。',
  },
  'visitor.identity_invalid': {
    status: 401,
    en: 'Your sign-in to the shop has expired. Reload the page.',
    'zh-CN': '您在店铺的登录已过期，请刷新页面。',
    'zh-TW': '您在商店的登入已過期，請重新整理頁面。',
  },
  'chat.not_found': {
    status: 404,
    en: 'This conversation does not exist.',
    'zh-CN': '该会话不存在。',
    'zh-TW': '找不到這個對話。',
  },
  'chat.empty_message': {
    status: 422,
    en: 'A message needs a text, a file, a product or an order.',
    'zh-CN': '消息需要包含文字、文件、商品或订单。',
    'zh-TW': '訊息需要包含文字、檔案、商品或訂單。',
  },
  'chat.file_not_found': {
    status: 404,
    en: 'This file does not exist.',
    'zh-CN': '该文件不存在。',
    'zh-TW': '找不到這個檔案。',
  },
  'chat.product_not_found': {
    status: 404,
    en: 'This product does not exist.',
    'zh-CN': '该商品不存在。',
    'zh-TW': '找不到這項商品。',
  },
  'chat.order_not_found': {
    status: 404,
    en: 'This order does not exist.',
    'zh-CN': '该订单不存在。',
    'zh-TW': '找不到這筆訂單。',
  },
  'chat.file_too_large': {
    status: 413,
    en: 'The file is too large; the limit is {limit}.',
    'zh-CN': '文件过大，上限为 {limit}。',
    'zh-TW': '檔案過大，上限為 {limit}。',
  },
  'chat.file_type_refused': {
    status: 415,
    en: 'Files of this kind cannot be sent here.',
    'zh-CN': '这里不能发送此类文件。',
    'zh-TW': '這裡不能傳送此類檔案。',
  },
  'chat.file_damaged': {
    status: 422,
    en: 'This picture cannot be read. Please choose another one.',
    'zh-CN': '无法读取这张图片，请换一张。',
    'zh-TW': '無法讀取這張圖片，請換一張。',
  },
});
