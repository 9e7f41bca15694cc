import { type Metric, share } from './metric.ts';

export const within30s: Metric = {
  id: 'within_30s',
  unit: 'share',
  better: 'high',
  name: {
    en: 'Answered within 30 s',
    'zh-CN': '30 秒应答率',
    'zh-TW': '30 秒回應率',
  },
  definition: {
    en: 'Rounds answered in at most 30 seconds, of all rounds. An unanswered round is a miss.',
    'zh-CN': '30 秒内回复的轮次 ÷ 全部轮次。没有回复算未达标。',
    'zh-TW': '30 秒內回覆的回合 ÷ 全部回合。沒有回覆視為未達標。',
  },
  measure: 'response',
  sum: null,
  rows: 'rounds',
  read: (tally) => share(tally.histogram('response').upTo(30), tally.count('rounds')),
};
