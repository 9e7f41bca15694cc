import type { Locale } from '../../kernel/actor.ts';

type Words = Readonly<Record<Locale, string>>;

/** Fills `{…}`. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** What becomes of a bad review: the task's title. */
export const taskTitle: Words = {
  'zh-CN': '{rating} 星评价待回应：{product}',
  'zh-TW': '{rating} 星評價待回應：{product}',
  en: 'A {rating}-star review needs an answer: {product}',
};

/** Thanks, by the stars: who was not content is thanked for saying so. */
export const thanks: Readonly<Record<'good' | 'bad', Words>> = {
  good: {
    'zh-CN': '谢谢您的评价，我们都认真看了。用着有任何问题，随时找我们。',
    'zh-TW': '謝謝您的評價，我們都認真看了。使用上有任何問題，隨時找我們。',
    en: 'Thank you for your review; we have read every word. If anything comes up, just write to us.',
  },
  bad: {
    'zh-CN': '谢谢您如实告诉我们。没让您满意，很抱歉，方便说说哪里不合适吗？我们来处理。',
    'zh-TW': '謝謝您據實告訴我們。沒能讓您滿意，非常抱歉，方便說說是哪裡不合適嗎？我們來處理。',
    en: 'Thank you for telling us plainly. We are sorry it fell short. Would you tell us what went wrong, so that we can put it right?',
  },
};

/** The invitation, short enough for a text message. */
export const invitation: Words = {
  'zh-CN': '您购买的「{product}」用得怎么样？说说真实感受，帮后来的人做选择。',
  'zh-TW': '您購買的「{product}」用得如何？說說真實感受，幫後來的人做選擇。',
  en: 'How do you like “{product}”? Say what you think of it, good or bad: it helps those who come after you.',
};

export const invitationTitle: Words = {
  'zh-CN': '邀请您评价',
  'zh-TW': '邀請您評價',
  en: 'How was it?',
};

export const invitationLink: Words = {
  'zh-CN': '写评价',
  'zh-TW': '寫評價',
  en: 'Write a review',
};

export const orderLabel: Words = { 'zh-CN': '订单', 'zh-TW': '訂單', en: 'Order' };

const isLocale = (text: string | null | undefined): text is Locale =>
  text === 'zh-CN' || text === 'zh-TW' || text === 'en';

/** The buyer's language where it is known, else the shop's. */
export const localeFor = (own: string | null | undefined, shop: Locale | undefined): Locale =>
  isLocale(own) ? own : (shop ?? 'zh-CN');
