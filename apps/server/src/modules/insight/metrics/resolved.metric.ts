import { counted, type Metric } from './metric.ts';

export const resolved: Metric = {
  id: 'resolved',
  unit: 'count',
  better: 'high',
  name: {
    en: 'Resolved',
    'zh-CN': '已结束',
    'zh-TW': '已結束',
  },
  definition: {
    en: 'Sessions that were closed, counted on the day they began.',
    'zh-CN': '已结束的会话段数，计在开始那天。',
    'zh-TW': '已結束的對話段數，計在開始當天。',
  },
  measure: null,
  sum: null,
  rows: 'sessions',
  read: (tally) => counted(tally.count('resolved')),
};
