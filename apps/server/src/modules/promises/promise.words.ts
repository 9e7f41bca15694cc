import type { promises } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';

type Event = promises.PromiseEventWord;

const words: Readonly<Record<Locale, Readonly<Record<Event, string>>>> = {
  en: {
    shipped: 'shipping',
    delivered: 'delivery',
    refunded: 'a refund',
    parcel_moved: 'a parcel to move on',
    restocked: 'news about stock',
    price: 'news about the price',
    answered: 'an answer',
    hand: 'something else',
  },
  'zh-CN': {
    shipped: '发货',
    delivered: '送达',
    refunded: '退款',
    parcel_moved: '催办物流',
    restocked: '到货通知',
    price: '降价通知',
    answered: '回复',
    hand: '其他事项',
  },
  'zh-TW': {
    shipped: '出貨',
    delivered: '送達',
    refunded: '退款',
    parcel_moved: '催促物流',
    restocked: '到貨通知',
    price: '降價通知',
    answered: '回覆',
    hand: '其他事項',
  },
};

const titles: Readonly<Record<Locale, (what: string) => string>> = {
  en: (what) => `Broken promise: ${what}`,
  'zh-CN': (what) => `承诺超时未兑现：${what}`,
  'zh-TW': (what) => `承諾逾時未兌現：${what}`,
};

/** Title of the task about a broken promise, in the shop's language. */
export const taskTitle = (locale: Locale, event: Event): string =>
  titles[locale](words[locale][event]);
