import type { Locale } from '../words.ts';

const zhCN = {
  open: '修改或取消',
  title: '订单 {number}',
  none: '该订单目前不能自助修改，请直接留言。',
  cancel: '取消订单',
  reason: '取消原因',
  cancelled: '订单已取消，退款会原路返回。',
  address: '修改收货地址',
  save: '保存新地址',
  saved: '收货地址已修改。',
  close: '关闭',
};

const zhTW: typeof zhCN = {
  open: '修改或取消',
  title: '訂單 {number}',
  none: '這張訂單目前無法自助修改，請直接留言。',
  cancel: '取消訂單',
  reason: '取消原因',
  cancelled: '訂單已取消，款項會退回原付款方式。',
  address: '修改收件地址',
  save: '儲存新地址',
  saved: '收件地址已修改。',
  close: '關閉',
};

const en: typeof zhCN = {
  open: 'Change or cancel',
  title: 'Order {number}',
  none: 'This order cannot be changed here now. Please write to us.',
  cancel: 'Cancel the order',
  reason: 'Why',
  cancelled: 'The order is cancelled; what was paid goes back to where it came from.',
  address: 'Change the delivery address',
  save: 'Save the new address',
  saved: 'The delivery address is changed.',
  close: 'Close',
};

/** Words of what buyers do themselves; they come with it, not with the chat. */
export const texts: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
