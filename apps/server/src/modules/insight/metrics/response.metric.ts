import { type Metric, mean } from './metric.ts';

export const response: Metric = {
  id: 'response',
  unit: 'seconds',
  better: 'low',
  name: {
    en: 'Average response',
    'zh-CN': '平均响应',
    'zh-TW': '平均回應',
  },
  definition: {
    en: 'Mean over rounds: messages the buyer sends in a row are one round that starts with the first. Credited to whoever sent the answer. Rounds a person closed because no answer was needed do not count.',
    'zh-CN':
      '按轮次平均：买家连续发的消息算一轮，从第一条起计时。归属实际回复的人。由客服判断无需回复而结束的轮次不计。',
    'zh-TW':
      '依回合平均：買家連續傳的訊息算一個回合，從第一則起計時。歸屬於實際回覆的人。由客服判斷不需回覆而結束的回合不計。',
  },
  measure: 'response',
  sum: null,
  rows: 'rounds',
  read: (tally) => mean(tally, 'response'),
};
