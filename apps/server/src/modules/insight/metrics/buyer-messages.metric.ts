import { counted, type Metric } from './metric.ts';

export const buyerMessages: Metric = {
  id: 'buyer_messages',
  unit: 'count',
  better: null,
  name: {
    en: 'Messages received',
    'zh-CN': '买家消息数',
    'zh-TW': '買家訊息數',
  },
  definition: {
    en: 'Messages of buyers within rounds.',
    'zh-CN': '轮次内的买家消息条数。',
    'zh-TW': '回合內的買家訊息則數。',
  },
  measure: null,
  sum: null,
  rows: 'rounds',
  read: (tally) => counted(tally.count('buyerMessages')),
};
