/** When something is promised for, as people say it; `open`: no time was named. */
export type PromiseTime =
  | { readonly kind: 'arrival' }
  | { readonly kind: 'open' }
  /** The end of a day of the shop's calendar, or an hour of it; 0 is today. */
  | { readonly kind: 'day'; readonly days: number; readonly hour: number; readonly minute: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'workdays'; readonly days: number }
  /** The end of the next such day, 1 Monday … 7 Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number };

const digits: Readonly<Record<string, number>> = {
  半: 0.5,
  一: 1,
  两: 2,
  兩: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  an: 1,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  twelve: 12,
  half: 0.5,
};

const number =
  '(\\d+(?:\\.\\d+)?|[半一两兩二三四五六七八九十]{1,3}|an?|half an|one|two|three|four|five|six|seven|ten|twelve)';

function amountOf(text: string): number {
  const plain = text.toLowerCase().replace(/^half an$/, 'half');
  if (/^[\d.]+$/.test(plain)) return Number(plain);
  if (plain in digits) return digits[plain] ?? 0;
  const [tens = '', ones = ''] = plain.split('十');
  if (plain.includes('十')) return (digits[tens] ?? 1) * 10 + (digits[ones] ?? 0);
  return 0;
}

const spans: readonly (readonly [RegExp, (n: number) => PromiseTime])[] = [
  [
    new RegExp(`${number}\\s*(?:个|個)?(?:工作日|work(?:ing)? days?|business days?)`, 'i'),
    (days) => ({ kind: 'workdays', days }),
  ],
  [
    new RegExp(`${number}\\s*(?:分钟|分鐘|min(?:ute)?s?\\b)`, 'i'),
    (minutes) => ({ kind: 'minutes', minutes }),
  ],
  [
    new RegExp(`${number}\\s*(?:个|個)?(?:小时|小時|钟头|鐘頭|hours?\\b|hrs?\\b)`, 'i'),
    (hours) => ({ kind: 'minutes', minutes: hours * 60 }),
  ],
  [
    new RegExp(`${number}\\s*(?:天|日)(?:之?内|之?內|以内|以內|左右)`, 'i'),
    (days) => ({ kind: 'minutes', minutes: days * 1440 }),
  ],
  [
    new RegExp(`(?:within|in)\\s+${number}\\s+days?\\b`, 'i'),
    (days) => ({ kind: 'minutes', minutes: days * 1440 }),
  ],
];

const dayWords: readonly (readonly [RegExp, number])[] = [
  [/大后天|大後天/, 3],
  [/后天|後天|day after tomorrow/i, 2],
  [/明天|明日|明早|明晚|tomorrow/i, 1],
  [
    /今天|今日|今晚|今早|当天|當天|当日|當日|下班前|天黑前|today|tonight|this (morning|afternoon|evening)|by the end of the day|end of day/i,
    0,
  ],
];

const weekdays = '一二三四五六日';
const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function weekdayOf(text: string): number | null {
  const zh = /(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])/.exec(text)?.[1];
  if (zh) return weekdays.indexOf(zh === '天' ? '日' : zh) + 1;
  const en = english.findIndex((day) =>
    new RegExp(`\\b(?:by|on|this|before|until) ${day}\\b`, 'i').test(text),
  );
  if (en >= 0) return en + 1;
  return /本周内|这周内|本週內|這週內|周末前|週末前|this week\b/i.test(text) ? 7 : null;
}

/** The hour of the day that is named; the day's end where none is. */
function hourOf(text: string): { hour: number; minute: number } {
  const zh =
    /(凌晨|早上|上午|中午|下午|傍晚|晚上|今晚|明晚)?\s*(\d{1,2}|[一两兩二三四五六七八九十]{1,3})(?:点|點|時|时(?!间|候|效)|:|：)(\d{2}|半)?/.exec(
      text,
    );
  if (zh) {
    const said = amountOf(zh[2] ?? '');
    const late = /下午|傍晚|晚上|今晚|明晚/.test(zh[1] ?? '') && said < 12;
    const minute = zh[3] === '半' ? 30 : Number(zh[3] ?? 0);
    return { hour: Math.min(late ? said + 12 : said, 24), minute };
  }
  const en = /\b(\d{1,2})(?::(\d{2}))?\s*(am|pm)\b/i.exec(text);
  if (en) {
    const said = Number(en[1]) % 12;
    return { hour: /pm/i.test(en[3] ?? '') ? said + 12 : said, minute: Number(en[2] ?? 0) };
  }
  if (/中午前|noon/i.test(text)) return { hour: 12, minute: 0 };
  if (/下班前|下午|this afternoon|afternoon/i.test(text)) return { hour: 18, minute: 0 };
  if (/上午|早上|明早|this morning|tomorrow morning/i.test(text)) return { hour: 12, minute: 0 };
  return { hour: 24, minute: 0 };
}

/** The time a sentence names; null where it names none. */
export function readTime(text: string): PromiseTime | null {
  for (const [words, made] of spans) {
    const hit = words.exec(text);
    if (hit && amountOf(hit[1] ?? '') > 0) return made(amountOf(hit[1] ?? ''));
  }
  const day = dayWords.find(([words]) => words.test(text));
  if (day) return { kind: 'day', days: day[1], ...hourOf(text) };
  const weekday = weekdayOf(text);
  if (weekday !== null) return { kind: 'weekday', weekday };
  if (/马上|馬上|立刻|立即|立马|立馬|这就|這就|right away|straight away|immediately/i.test(text))
    return { kind: 'minutes', minutes: 60 };
  if (/稍后|稍後|一会|一會|等下|等会|等會|待会|待會|shortly|in a (moment|minute|bit)/i.test(text))
    return { kind: 'minutes', minutes: 60 };
  return null;
}
