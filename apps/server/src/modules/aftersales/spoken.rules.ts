import type { Locale } from '../../kernel/actor.ts';
import type { Kind } from './case.rules.ts';

const words: Readonly<Record<Locale, Readonly<Record<Kind, string>>>> = {
  'zh-CN': {
    refund: '我申请了退款',
    return: '我申请了退货退款',
    exchange: '我申请了换货',
    repair: '我申请了维修',
    resend: '我申请了补发',
    compensate: '我申请了赔付',
  },
  'zh-TW': {
    refund: '我申請了退款',
    return: '我申請了退貨退款',
    exchange: '我申請了換貨',
    repair: '我申請了維修',
    resend: '我申請了補寄',
    compensate: '我申請了賠付',
  },
  en: {
    refund: 'I have asked for a refund',
    return: 'I have asked to return goods',
    exchange: 'I have asked for an exchange',
    repair: 'I have asked for a repair',
    resend: 'I have asked for goods to be sent again',
    compensate: 'I have asked for compensation',
  },
};

/** What the buyer says in the chat by asking: so the conversation waits for an answer and counts as unread. */
export function spokenOf(
  locale: Locale,
  told: { readonly kind: Kind; readonly reason: string; readonly note: string },
): string {
  const [colon, stop] = locale === 'en' ? [': ', '. '] : ['：', '。'];
  const why = [told.reason, told.note].filter(Boolean).join(stop);
  return `${words[locale][told.kind]}${why ? colon + why : ''}`;
}
