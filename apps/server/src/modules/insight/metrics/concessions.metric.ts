import { counted, type Metric } from './metric.ts';

export const concessions: Metric = {
  id: 'concessions',
  unit: 'money',
  better: null,
  name: {
    en: 'Concessions given',
    'zh-CN': '经手让利',
    'zh-TW': '經手讓利',
  },
  definition: {
    en: 'Money this person gave beyond the price: lower postage or price, goodwill, compensation, price protection.',
    'zh-CN': '本人在价格之外让出的金额：减邮费、改价、补偿、红包、价保。',
    'zh-TW': '本人在價格之外讓出的金額：減運費、改價、補償、補償金、價保。',
  },
  measure: null,
  sum: 'concessions',
  rows: 'acts',
  read: (tally) => counted(tally.count('concessions')),
};
