import { type Metric, mean } from './metric.ts';

export const ownResponse: Metric = {
  id: 'own_response',
  unit: 'seconds',
  better: 'low',
  name: {
    en: 'Own response',
    'zh-CN': '本人响应',
    'zh-TW': '本人回應',
  },
  definition: {
    en: 'As average response, but the clock of a person starts when the conversation was given to them: time in the queue, with a robot or with a colleague is not theirs.',
    'zh-CN':
      '与平均响应相同，但从会话分到本人手上才开始计时：排队、机器人、同事手上的时间不算在本人头上。',
    'zh-TW':
      '與平均回應相同，但從對話分到本人手上才開始計時：排隊、機器人、同事手上的時間不算本人的。',
  },
  measure: 'own',
  sum: null,
  rows: 'rounds',
  read: (tally) => mean(tally, 'own'),
};
