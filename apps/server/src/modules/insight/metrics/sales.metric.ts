import { countedEnquiries, enquiries, type Metric } from './metric.ts';

export const sales: Metric = {
  id: 'sales',
  unit: 'money',
  better: 'high',
  name: {
    en: 'Sales assisted',
    'zh-CN': '促成销售额',
    'zh-TW': '促成銷售額',
  },
  definition: {
    en: "Paid for the orders a buyer placed within the profile's hours after asking, less what went back within 15 days of payment.",
    'zh-CN': '询单后在规则规定的小时内下的订单的实付金额，减去付款后 15 天内退回的金额。',
    'zh-TW': '詢單後在規則規定的小時內下的訂單的實付金額，減去付款後 15 天內退回的金額。',
  },
  measure: null,
  sum: 'paid',
  rows: 'enquiries',
  read: (tally) => countedEnquiries(enquiries(tally, 'paid')),
};
