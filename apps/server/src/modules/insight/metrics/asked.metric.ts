import { countedEnquiries, enquiries, type Metric } from './metric.ts';

export const asked: Metric = {
  id: 'asked',
  unit: 'count',
  better: null,
  name: {
    en: 'Enquiries',
    'zh-CN': '询单',
    'zh-TW': '詢單',
  },
  definition: {
    en: 'Buyers of a day whom a person served and who had not yet paid for what they asked about (where no product is known: who paid nothing in the shop in the 30 days before). One a buyer and day; of several products each is a part of it.',
    'zh-CN':
      '当天由人工接待、且尚未为所问商品付款的买家（不知商品时：前 30 天在本店没有付款）。每位买家每天计一次；问了多个商品时，每个商品各占一份。',
    'zh-TW':
      '當天由真人接待、且尚未為所問商品付款的買家（不知商品時：前 30 天在本店沒有付款）。每位買家每天計一次；問了多個商品時，每個商品各占一份。',
  },
  measure: null,
  sum: null,
  rows: 'enquiries',
  read: (tally) => countedEnquiries(enquiries(tally, 'asked')),
};
