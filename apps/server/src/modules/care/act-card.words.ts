import type { orders } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';

type Words = Readonly<Record<Locale, string>>;
type Kind = orders.OrderActKindWord;

const words = (zhCN: string, zhTW: string, en: string): Words => ({
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
});

/** What the buyer reads above the card of an act. */
export const titles: Readonly<Record<Kind, Words>> = {
  cancelled: words('订单已取消', '訂單已取消', 'Order cancelled'),
  lines_cancelled: words('部分商品已取消', '部分商品已取消', 'Some items cancelled'),
  address_changed: words('收货地址已修改', '收件地址已修改', 'Delivery address changed'),
  items_changed: words('订单商品已修改', '訂單商品已修改', 'Items changed'),
  payment_method_changed: words('支付方式已更换', '付款方式已更換', 'Payment method changed'),
  postage_changed: words('邮费已修改', '運費已修改', 'Postage changed'),
  price_changed: words('价格已修改', '價格已修改', 'Price changed'),
  discount_changed: words('优惠已修改', '折扣已修改', 'Discount changed'),
  coupon_applied: words('优惠券已使用', '優惠券已套用', 'Coupon used'),
  refunded: words('退款', '退款', 'Refund'),
  goodwill_paid: words('补偿红包', '補償金', 'A gesture of goodwill'),
  price_protected: words('价格保护退差价', '買貴退差價', 'Price protection'),
  cashback_paid: words('晒单返现', '評價回饋', 'Cash-back for your review'),
  compensated: words('售后补偿', '售後補償', 'Compensation'),
  paid: words('已收到付款', '已收到付款', 'Payment received'),
  prepared: words('商家正在备货', '商家備貨中', 'Your order is being prepared'),
  shipped: words('商品已发出', '商品已出貨', 'Shipped'),
  delivered: words('商品已送达', '商品已送達', 'Delivered'),
  received: words('已确认收货', '已確認收貨', 'Receipt confirmed'),
  completed: words('订单已完成', '訂單已完成', 'Order completed'),
  closed_unpaid: words(
    '超时未付款，订单已关闭',
    '逾時未付款，訂單已關閉',
    'Closed: not paid in time',
  ),
  urgent_set: words('订单加急', '訂單急件', 'Priority handling'),
  invoice_requested: words('已申请发票', '已申請發票', 'Invoice requested'),
  invoice_reissued: words('发票已申请重开', '已申請重開發票', 'Corrected invoice requested'),
  appointment_set: words('上门服务预约', '到府服務預約', 'Service appointment'),
  case_opened: words('售后申请已提交', '售後申請已送出', 'After-sales request opened'),
  case_changed: words('售后进度更新', '售後進度更新', 'After-sales update'),
};

/** Small words of the cards. */
export const labels = {
  amount: words('金额', '金額', 'Amount'),
  charge: words('需补款', '需補款', 'To be paid'),
  item: words('商品', '商品', 'Item'),
  from: words('原', '原', 'Before'),
  to: words('改为', '改為', 'Now'),
  region: words('新地址所在地', '新地址所在地', 'New region'),
  total: words('订单总额', '訂單總額', 'Order total'),
  carrier: words('快递', '物流', 'Carrier'),
  number: words('运单号', '物流單號', 'Tracking number'),
  date: words('日期', '日期', 'Date'),
  next: words('接下来', '接下來', 'What happens next'),
  state: words('状态', '狀態', 'State'),
  reason: words('原因', '原因', 'Reason'),
} as const satisfies Record<string, Words>;

/** What the buyer may expect of an act that waits, or that was not carried out. */
export const prospects = {
  refundPending: words(
    '退款原路返回，到账时间以支付渠道为准。',
    '退款將退回原付款方式，入帳時間依付款機構而定。',
    'The money goes back to where it was paid from; when it arrives is up to the payment provider.',
  ),
  chargePending: words(
    '请支付差价，付款后继续处理。',
    '請支付差額，付款後繼續處理。',
    'Please pay the difference; we go on once it is paid.',
  ),
  pending: words(
    '正在处理，完成后会更新。',
    '處理中，完成後會更新。',
    'In progress; this card is updated when it is done.',
  ),
  failed: words(
    '未能完成，客服会继续跟进。',
    '未能完成，客服會繼續處理。',
    'It could not be carried out; we are looking into it.',
  ),
  undone: words('已撤销。', '已撤銷。', 'Taken back.'),
} as const satisfies Record<string, Words>;

/** States of one payment's part of a refund. */
export const partStates = {
  done: words('已到账', '已入帳', 'done'),
  pending: words('处理中', '處理中', 'on its way'),
} as const satisfies Record<string, Words>;

export const calledOff = words('预约已取消', '預約已取消', 'Appointment called off');
export const notUrgent = words('已取消加急', '已取消急件', 'Priority handling ended');

/** Payment methods as buyers know them. */
export const methods = {
  wechat_pay: { en: 'WeChat Pay', 'zh-CN': '微信支付', 'zh-TW': '微信支付' },
  alipay: { en: 'Alipay', 'zh-CN': '支付宝', 'zh-TW': '支付寶' },
  credit_card: { en: 'Credit card', 'zh-CN': '信用卡', 'zh-TW': '信用卡' },
  bank_card: { en: 'Bank card', 'zh-CN': '银行卡', 'zh-TW': '金融卡' },
  paypal: { en: 'PayPal', 'zh-CN': 'PayPal', 'zh-TW': 'PayPal' },
  gift_card: { en: 'Gift card', 'zh-CN': '礼品卡', 'zh-TW': '禮品卡' },
  e_card: { en: 'Prepaid card', 'zh-CN': 'E 卡', 'zh-TW': '儲值卡' },
  cash: { en: 'Cash', 'zh-CN': '现金', 'zh-TW': '現金' },
  sandbox: { en: 'Test payment', 'zh-CN': '测试支付', 'zh-TW': '測試付款' },
} as const;
