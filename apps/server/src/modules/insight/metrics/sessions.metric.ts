import { counted, type Metric } from './metric.ts';

export const sessions: Metric = {
  id: 'sessions',
  unit: 'count',
  better: null,
  name: {
    en: 'Sessions',
    'zh-CN': '接待段数',
    'zh-TW': '接待段數',
  },
  definition: {
    en: 'For the shop: sessions a buyer began, reopened ones included. For a person: sessions in which they spoke. A session two people served counts for each.',
    'zh-CN': '店铺：买家发起的会话段（含重开）。个人：本人发过言的会话段；两人都接待过则各计一次。',
    'zh-TW': '商店：買家發起的對話段（含重開）。個人：本人發過言的對話段；兩人都接待過則各計一次。',
  },
  measure: null,
  sum: null,
  rows: 'sessions',
  read: (tally) => counted(tally.count('sessions')),
};
