import { enquiries, type Metric, shareOfAsked } from './metric.ts';

export const orderRate: Metric = {
  id: 'order_rate',
  unit: 'share',
  better: 'high',
  name: {
    en: 'Asked → ordered',
    'zh-CN': '询单下单率',
    'zh-TW': '詢單下單率',
  },
  definition: {
    en: "Enquiries followed by an order within the profile's hours after asking, of all enquiries.",
    'zh-CN': '在规则规定的小时内下单的询单 ÷ 全部询单。',
    'zh-TW': '在規則規定的小時內下單的詢單 ÷ 全部詢單。',
  },
  measure: null,
  sum: null,
  rows: 'enquiries',
  read: (tally) => shareOfAsked(tally, enquiries(tally, 'ordered')),
};
