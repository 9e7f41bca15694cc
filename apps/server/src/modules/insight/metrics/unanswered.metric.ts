import { counted, type Metric } from './metric.ts';

export const unanswered: Metric = {
  id: 'unanswered',
  unit: 'count',
  better: 'low',
  name: {
    en: 'Unanswered',
    'zh-CN': '未回复',
    'zh-TW': '未回覆',
  },
  definition: {
    en: 'Rounds without an answer so far; those closed because none was needed are left out. Credited to whoever held the conversation.',
    'zh-CN': '至今没有回复的轮次；判断无需回复而结束的除外。归属当时持有会话的人。',
    'zh-TW': '至今沒有回覆的回合；判斷不需回覆而結束的除外。歸屬於當時持有對話的人。',
  },
  measure: null,
  sum: null,
  rows: 'rounds',
  read: (tally) => counted(tally.count('unanswered')),
};
