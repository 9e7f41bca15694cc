import type { automation } from '@guitai/contract';

type Texts = automation.TextVariant['texts'];

const unpaidPlain: Texts = {
  'zh-CN':
    '{buyer|您}好，您在{shop}的订单 {order} 还没有付款，待付 {due}。商品为您留着，方便时付款即可；有任何疑问，直接回复我们。',
  'zh-TW':
    '{buyer|您}好，您在{shop}的訂單 {order} 尚未付款，待付 {due}。商品為您保留著，方便時付款即可；有任何問題，直接回覆我們。',
  en: 'Hello {buyer|there}, your order {order} at {shop} is waiting for payment of {due}. The goods are kept for you. Any questions? Just reply.',
};

const unpaidHelp: Texts = {
  'zh-CN':
    '{buyer|您}好，看到您拍下了「{product|商品}」还没付款（订单 {order}）。是尺寸、邮费或地址还有疑问吗？告诉我们，马上帮您确认。',
  'zh-TW':
    '{buyer|您}好，看到您訂了「{product|商品}」還沒付款（訂單 {order}）。是尺寸、運費或地址還有疑問嗎？告訴我們，馬上幫您確認。',
  en: 'Hello {buyer|there}, you ordered “{product|our goods}” and have not paid yet (order {order}). Is anything unclear about size, postage or address? Tell us and we will check.',
};

/** First words of the ready-made rules. */
export const presetTexts: Readonly<
  Record<automation.CarePreset, readonly automation.TextVariant[]>
> = {
  unpaid: [
    { name: 'A', texts: unpaidPlain },
    { name: 'B', texts: unpaidHelp },
  ],
  paid: [
    {
      name: 'A',
      texts: {
        'zh-CN': '订单 {order} 已收到您的付款 {amount}，谢谢！我们会尽快发货，发出后马上告诉您。',
        'zh-TW': '訂單 {order} 已收到您的款項 {amount}，謝謝！我們會盡快出貨，寄出後馬上通知您。',
        en: 'We have received your payment of {amount} for order {order}. Thank you! We will tell you as soon as it ships.',
      },
    },
  ],
  shipped: [
    {
      name: 'A',
      texts: {
        'zh-CN':
          '您的订单 {order} 已发货，{carrier|快递}单号 {tracking}。收到前有任何问题，直接回复我们。',
        'zh-TW':
          '您的訂單 {order} 已出貨，{carrier|物流}單號 {tracking}。收到前有任何問題，直接回覆我們。',
        en: 'Your order {order} is on its way with {carrier|the carrier}, number {tracking}. Any questions on the way? Just reply.',
      },
    },
  ],
  out_for_delivery: [
    {
      name: 'A',
      texts: {
        'zh-CN':
          '您的订单 {order} 今天派送，请留意{carrier|快递员}的电话。不方便收货的话，告诉我们。',
        'zh-TW':
          '您的訂單 {order} 今天配送，請留意{carrier|物流人員}的電話。不方便收件的話，請告訴我們。',
        en: 'Your order {order} is out for delivery today. Please keep your phone at hand; tell us if you cannot receive it.',
      },
    },
  ],
  delivered: [
    {
      name: 'A',
      texts: {
        'zh-CN':
          '您的订单 {order} 显示已送达。请查看商品是否完好；有破损或少件，48 小时内告诉我们，马上处理。',
        'zh-TW':
          '您的訂單 {order} 顯示已送達。請確認商品是否完好；若有破損或缺件，48 小時內告訴我們，馬上處理。',
        en: 'Your order {order} has been delivered. Please check the goods; if anything is broken or missing, tell us within 48 hours.',
      },
    },
  ],
  please_confirm: [
    {
      name: 'A',
      texts: {
        'zh-CN':
          '订单 {order} 已送达几天了，一切满意的话，麻烦确认收货；有不满意的地方，请先告诉我们。',
        'zh-TW':
          '訂單 {order} 已送達幾天了，一切滿意的話，麻煩確認收貨；有不滿意的地方，請先告訴我們。',
        en: 'Order {order} arrived a few days ago. If all is well, please confirm that you received it; if not, tell us first.',
      },
    },
  ],
  reassurance: [
    {
      name: 'A',
      texts: {
        'zh-CN':
          '{buyer|您}好，「{product|商品}」用着还顺手吗？使用或保养上有任何问题，随时回复我们。',
        'zh-TW':
          '{buyer|您}好，「{product|商品}」用得還順手嗎？使用或保養上有任何問題，隨時回覆我們。',
        en: 'Hello {buyer|there}, how do you like “{product|your order}”? If you have any question about using it, just reply.',
      },
    },
  ],
  review_invite: [
    {
      name: 'A',
      texts: {
        'zh-CN': '「{product|商品}」用了几天，感觉怎么样？好的、不好的都可以说，帮后来的人做选择。',
        'zh-TW': '「{product|商品}」用了幾天，感覺如何？好的、不好的都可以說，幫後來的人做選擇。',
        en: 'After some days with “{product|your order}”: how is it? Good or bad, your review helps those who come after you.',
      },
    },
  ],
  review_thanks: [
    {
      name: 'A',
      texts: {
        'zh-CN': '谢谢您为订单 {order} 写的评价，我们都认真看了。下次来{shop}，继续为您服务。',
        'zh-TW': '謝謝您為訂單 {order} 寫的評價，我們都認真看了。下次來{shop}，繼續為您服務。',
        en: 'Thank you for reviewing order {order}. We read every word of it. See you again at {shop}.',
      },
    },
  ],
};

/** Names of the ready-made rules as they stand in the log; the desk has its own words for them. */
export const presetNames: Readonly<
  Record<automation.CarePreset, Readonly<Record<'zh-CN' | 'zh-TW' | 'en', string>>>
> = {
  unpaid: { 'zh-CN': '催付提醒', 'zh-TW': '付款提醒', en: 'Unpaid reminder' },
  paid: { 'zh-CN': '付款通知', 'zh-TW': '付款通知', en: 'Paid notice' },
  shipped: { 'zh-CN': '发货通知', 'zh-TW': '出貨通知', en: 'Shipped notice' },
  out_for_delivery: { 'zh-CN': '派送通知', 'zh-TW': '配送通知', en: 'Out for delivery' },
  delivered: { 'zh-CN': '签收通知', 'zh-TW': '送達通知', en: 'Delivered notice' },
  please_confirm: {
    'zh-CN': '提醒确认收货',
    'zh-TW': '提醒確認收貨',
    en: 'Please confirm receipt',
  },
  reassurance: { 'zh-CN': '售后关怀', 'zh-TW': '購後關懷', en: 'After-purchase care' },
  review_invite: { 'zh-CN': '邀请评价', 'zh-TW': '邀請評價', en: 'Invitation to review' },
  review_thanks: { 'zh-CN': '评价感谢', 'zh-TW': '評價致謝', en: 'Thanks for the review' },
};

/** Titles of the card each ready-made rule shows in the chat, in the buyer's language. */
export const cardTitles: Readonly<
  Record<string, Readonly<Record<'zh-CN' | 'zh-TW' | 'en', string>>>
> = {
  unpaid: { 'zh-CN': '订单待付款', 'zh-TW': '訂單待付款', en: 'Payment is open' },
  paid: { 'zh-CN': '已收到付款', 'zh-TW': '已收到款項', en: 'Payment received' },
  shipped: { 'zh-CN': '已发货', 'zh-TW': '已出貨', en: 'On its way' },
  out_for_delivery: { 'zh-CN': '今天派送', 'zh-TW': '今天配送', en: 'Arriving today' },
  delivered: { 'zh-CN': '已送达', 'zh-TW': '已送達', en: 'Delivered' },
  please_confirm: { 'zh-CN': '请确认收货', 'zh-TW': '請確認收貨', en: 'Please confirm receipt' },
  reassurance: { 'zh-CN': '用着还好吗', 'zh-TW': '用得還好嗎', en: 'How do you like it?' },
  review_invite: { 'zh-CN': '邀请您评价', 'zh-TW': '邀請您評價', en: 'How was it?' },
  review_thanks: { 'zh-CN': '谢谢您的评价', 'zh-TW': '謝謝您的評價', en: 'Thank you' },
  other: { 'zh-CN': '订单消息', 'zh-TW': '訂單訊息', en: 'About your order' },
};

/** Words on the card. */
export const cardWords = {
  order: { 'zh-CN': '订单', 'zh-TW': '訂單', en: 'Order' },
  due: { 'zh-CN': '待付', 'zh-TW': '待付', en: 'To pay' },
  tracking: { 'zh-CN': '快递单号', 'zh-TW': '物流單號', en: 'Tracking' },
  open: { 'zh-CN': '查看订单', 'zh-TW': '查看訂單', en: 'See the order' },
} as const;
