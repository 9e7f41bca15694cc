import { enquiries, type Metric, shareOfAsked } from './metric.ts';

export const payRate: Metric = {
  id: 'pay_rate',
  unit: 'share',
  better: 'high',
  name: {
    en: 'Asked → paid',
    'zh-CN': '询单付款率',
    'zh-TW': '詢單付款率',
  },
  definition: {
    en: 'Enquiries whose order was paid, of all enquiries. A cancellation or full refund within 15 days takes it back.',
    'zh-CN': '已付款的询单 ÷ 全部询单。15 天内取消或全额退款的会扣回。',
    'zh-TW': '已付款的詢單 ÷ 全部詢單。15 天內取消或全額退款的會扣回。',
  },
  measure: null,
  sum: null,
  rows: 'enquiries',
  read: (tally) => shareOfAsked(tally, enquiries(tally, 'paid') - enquiries(tally, 'reversed')),
};
