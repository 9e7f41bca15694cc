import { counted, type Metric } from './metric.ts';

export const conversations: Metric = {
  id: 'conversations',
  unit: 'count',
  better: null,
  name: {
    en: 'Conversations',
    'zh-CN': '会话数',
    'zh-TW': '對話數',
  },
  definition: {
    en: 'For the shop: conversations begun that day. For a person: conversations in which they began to speak that day.',
    'zh-CN': '店铺：当天开始的会话。个人：当天开始发言的会话。',
    'zh-TW': '商店：當天開始的對話。個人：當天開始發言的對話。',
  },
  measure: null,
  sum: null,
  rows: 'sessions',
  read: (tally) => counted(tally.count('conversations')),
};
