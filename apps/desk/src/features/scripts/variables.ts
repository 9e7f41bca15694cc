import { scripts } from '@guitai/contract';

const slot = /\{([a-z]+(?:\.[a-z_]+)?)(?:\|([^{}]*))?\}/g;
const known = new Set<string>(scripts.scriptVariables);

/** Variables that stand in a text, each once. */
export const variablesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(slot)].map((match) => match[1] ?? '').filter((name) => known.has(name)),
  ),
];

export interface Stretch {
  readonly text: string;
  /** The variable that stands here without a value. */
  readonly variable: string | null;
}

/** A text in stretches: words, and variables that have no value. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(slot)) {
    const [whole, variable = ''] = match;
    if (!known.has(variable)) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index), variable: null });
    found.push({ text: whole, variable });
    from = match.index + whole.length;
  }
  if (from < text.length) found.push({ text: text.slice(from), variable: null });
  return found;
}

/** The text as it would read with these values; what has neither value nor fallback stays. */
export const filledWith = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(slot, (whole, name: string, fallback?: string) => values[name] ?? fallback ?? whole);

type Sample = Readonly<Record<'zh-CN' | 'zh-TW' | 'en', Readonly<Record<string, string>>>>;

/** An invented buyer, for looking at a script before anybody gets it. */
export const sampleValues: Sample = {
  'zh-CN': {
    'buyer.name': '王晓敏',
    'order.number': 'QZ20260318001',
    'order.total': '¥234.00',
    'order.due': '¥234.00',
    'order.product': '竹制餐盘等 2 件商品',
    'order.status': '待发货',
    'order.date': '3月18日',
    'logistics.carrier': '中通快递',
    'logistics.number': '78120045612',
    'logistics.status': '运输途中',
    'logistics.latest': '快件已到达杭州转运中心',
    'agent.name': '林小满',
    'shop.name': '青竹家居',
    today: '3月19日',
  },
  'zh-TW': {
    'buyer.name': '陳怡君',
    'order.number': 'QZ20260318001',
    'order.total': '$234.00',
    'order.due': '$234.00',
    'order.product': '竹製餐盤等 2 項商品',
    'order.status': '待出貨',
    'order.date': '3月18日',
    'logistics.carrier': '黑貓宅急便',
    'logistics.number': '78120045612',
    'logistics.status': '運送中',
    'logistics.latest': '包裹已抵達台中轉運中心',
    'agent.name': '林小滿',
    'shop.name': '青竹家居',
    today: '3月19日',
  },
  en: {
    'buyer.name': 'Emma Clark',
    'order.number': 'QZ20260318001',
    'order.total': '$234.00',
    'order.due': '$234.00',
    'order.product': 'Bamboo plate and 1 more',
    'order.status': 'to be shipped',
    'order.date': 'March 18',
    'logistics.carrier': 'DHL',
    'logistics.number': '78120045612',
    'logistics.status': 'on its way',
    'logistics.latest': 'Arrived at the sorting centre',
    'agent.name': 'Lin',
    'shop.name': 'Green Bamboo Home',
    today: 'March 19',
  },
};
