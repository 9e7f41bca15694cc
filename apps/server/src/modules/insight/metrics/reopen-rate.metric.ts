import { type Metric, share } from './metric.ts';

export const reopenRate: Metric = {
  id: 'reopen_rate',
  unit: 'share',
  better: 'low',
  name: {
    en: 'Reopened',
    'zh-CN': '重开率',
    'zh-TW': '重開率',
  },
  definition: {
    en: 'Sessions that began by reopening a closed conversation, of all conversations and reopened sessions.',
    'zh-CN': '由已结束会话重新打开的段数 ÷ 全部会话段数。',
    'zh-TW': '由已結束對話重新開啟的段數 ÷ 全部對話段數。',
  },
  measure: null,
  sum: null,
  rows: 'sessions',
  read: (tally) =>
    share(tally.count('reopened'), tally.count('conversations') + tally.count('reopened')),
};
