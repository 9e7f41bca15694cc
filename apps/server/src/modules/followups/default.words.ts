import type { followups } from '@guitai/contract';

type Words = followups.FollowupWordsShape;

/** Suggested words by reason while a shop wrote none: {buyer} {shop} {product} {price} {order} {tips}. */
export const reasonWords: Readonly<Record<followups.FollowupReasonWord, Words>> = {
  asked: {
    'zh-CN': '您好，您之前问到的{product}现在 {price}。如果还有什么想了解的，随时告诉我。',
    'zh-TW': '您好，您先前詢問的{product}目前 {price}。若還有想了解的地方，歡迎隨時告訴我。',
    en: 'Hello, {product} you asked about is {price} now. Is there anything else you would like to know?',
  },
  lapsed: {
    'zh-CN':
      '您好，订单 {order} 因未付款已关闭。如果还需要{product}，我可以帮您重新下单；遇到付款问题也请告诉我。',
    'zh-TW':
      '您好，訂單 {order} 因未付款已關閉。若仍需要{product}，我可以協助您重新下單；付款遇到問題也請告訴我。',
    en: 'Hello, order {order} was closed because it was not paid. If you still want {product}, I can place it anew; if paying was the trouble, do tell me.',
  },
  settled: {
    'zh-CN':
      '您好，您反馈的问题（订单 {order}）已处理完，想确认一下结果您是否满意，还有需要我们做的吗？',
    'zh-TW':
      '您好，您反映的問題（訂單 {order}）已處理完成，想確認結果您是否滿意，還有需要我們協助的嗎？',
    en: 'Hello, your case about order {order} is settled. Are you content with how it ended, or is something left to do?',
  },
  received: {
    'zh-CN': '您好，{product}用着还顺手吗？{tips}有任何问题随时找我。',
    'zh-TW': '您好，{product}使用上還順手嗎？{tips}有任何問題歡迎隨時找我。',
    en: 'Hello, how do you like {product}? {tips}If anything is amiss, write to me.',
  },
  idle: {
    'zh-CN': '您好，好久不见！店里上了一些新品，也许有您喜欢的，需要我推荐几款吗？',
    'zh-TW': '您好，好久不見！店裡上了一些新品，也許有您喜歡的，需要我推薦幾款嗎？',
    en: 'Hello, it has been a while! There are new things in the shop. May I suggest a few?',
  },
  hand: {
    'zh-CN': '您好，之前说好今天联系您，关于{product}，现在方便吗？',
    'zh-TW': '您好，先前說好今天與您聯絡，關於{product}，現在方便嗎？',
    en: 'Hello, we said that I would come back to you about {product}. Is now a good time?',
  },
  back: {
    'zh-CN': '您等的{product}到货了，现在 {price}。数量有限，先到先得。',
    'zh-TW': '您等的{product}到貨了，目前 {price}。數量有限，售完為止。',
    en: '{product} is back, at {price}. There are not many pieces.',
  },
  cheaper: {
    'zh-CN': '您关注的{product}降价了，现在 {price}。',
    'zh-TW': '您關注的{product}降價了，目前 {price}。',
    en: '{product} has become cheaper: it is {price} now.',
  },
  greeting: { 'zh-CN': '', 'zh-TW': '', en: '' },
};

/** What stands for a product where none is named. */
export const someProduct: Words = {
  'zh-CN': '您看的商品',
  'zh-TW': '您看的商品',
  en: 'what you looked at',
};

/** Titles of the cards a buyer gets. */
export const cardTitles: Readonly<Record<followups.WishKindWord, Words>> = {
  back: { 'zh-CN': '到货通知', 'zh-TW': '到貨通知', en: 'Back in stock' },
  cheaper: { 'zh-CN': '降价通知', 'zh-TW': '降價通知', en: 'Price drop' },
};

/** Labels on those cards. */
export const cardLabels = {
  price: { 'zh-CN': '现价', 'zh-TW': '現價', en: 'Price now' },
  open: { 'zh-CN': '去看看', 'zh-TW': '去看看', en: 'Have a look' },
} as const satisfies Record<string, Words>;
