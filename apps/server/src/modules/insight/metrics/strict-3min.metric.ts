import { type Metric, share } from './metric.ts';

export const strict3min: Metric = {
  id: 'strict_3min',
  unit: 'share',
  better: 'high',
  name: {
    en: 'Every answer within 3 min',
    'zh-CN': '会话全程 3 分钟达标率',
    'zh-TW': '對話全程 3 分鐘達標率',
  },
  definition: {
    en: 'Sessions whose every round of the day was answered in at most 180 seconds, of all sessions with a round that day. One late round and the session is a miss.',
    'zh-CN': '当天每一轮都在 180 秒内回复的会话 ÷ 当天有轮次的会话。有一轮超时，整个会话即不达标。',
    'zh-TW':
      '當天每一回合都在 180 秒內回覆的對話 ÷ 當天有回合的對話。有一回合逾時，整個對話即未達標。',
  },
  measure: 'worst',
  sum: null,
  rows: 'rounds',
  read: (tally) => share(tally.histogram('worst').upTo(180), tally.count('strictSessions')),
};
