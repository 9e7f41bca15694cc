import { counted, type Metric } from './metric.ts';

export const refunds: Metric = {
  id: 'refunds',
  unit: 'money',
  better: null,
  name: {
    en: 'Refunds given',
    'zh-CN': '经手退款',
    'zh-TW': '經手退款',
  },
  definition: {
    en: 'Money this person gave back by refunding or cancelling, on the day it was done.',
    'zh-CN': '本人退款、取消订单退回的金额，计在操作当天。',
    'zh-TW': '本人退款、取消訂單退回的金額，計在操作當天。',
  },
  measure: null,
  sum: 'refunds',
  rows: 'acts',
  read: (tally) => counted(tally.count('refunds')),
};
