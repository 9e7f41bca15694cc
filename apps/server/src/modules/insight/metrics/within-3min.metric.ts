import { type Metric, share } from './metric.ts';

export const within3min: Metric = {
  id: 'within_3min',
  unit: 'share',
  better: 'high',
  name: {
    en: 'Answered within 3 min',
    'zh-CN': '3 分钟应答率',
    'zh-TW': '3 分鐘回應率',
  },
  definition: {
    en: 'Rounds answered in at most 180 seconds, of all rounds. An unanswered round is a miss.',
    'zh-CN': '180 秒内回复的轮次 ÷ 全部轮次。没有回复算未达标。',
    'zh-TW': '180 秒內回覆的回合 ÷ 全部回合。沒有回覆視為未達標。',
  },
  measure: 'response',
  sum: null,
  rows: 'rounds',
  read: (tally) => share(tally.histogram('response').upTo(180), tally.count('rounds')),
};
