import { countedEnquiries, enquiries, type Metric } from './metric.ts';

export const orderValue: Metric = {
  id: 'order_value',
  unit: 'money',
  better: 'high',
  name: {
    en: 'Order value',
    'zh-CN': '客单价',
    'zh-TW': '客單價',
  },
  definition: {
    en: 'Sales assisted, divided by paid enquiries.',
    'zh-CN': '促成销售额 ÷ 已付款询单数。',
    'zh-TW': '促成銷售額 ÷ 已付款詢單數。',
  },
  measure: null,
  sum: 'paid',
  rows: 'enquiries',
  read: (tally) => countedEnquiries(enquiries(tally, 'paid')),
};
