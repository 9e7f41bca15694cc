import { countedEnquiries, enquiries, type Metric } from './metric.ts';

export const reversed: Metric = {
  id: 'reversed',
  unit: 'money',
  better: 'low',
  name: {
    en: 'Reversed',
    'zh-CN': '退回金额',
    'zh-TW': '退回金額',
  },
  definition: {
    en: 'Of the orders of enquiries: what went back within 15 days of payment.',
    'zh-CN': '询单订单中付款后 15 天内退回的金额。',
    'zh-TW': '詢單訂單中付款後 15 天內退回的金額。',
  },
  measure: null,
  sum: 'reversed',
  rows: 'enquiries',
  read: (tally) => countedEnquiries(enquiries(tally, 'reversed')),
};
