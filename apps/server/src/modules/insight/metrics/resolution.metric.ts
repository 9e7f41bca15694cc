import { type Metric, mean } from './metric.ts';

export const resolution: Metric = {
  id: 'resolution',
  unit: 'seconds',
  better: 'low',
  name: {
    en: 'Time to resolution',
    'zh-CN': '解决时长',
    'zh-TW': '解決時間',
  },
  definition: {
    en: 'From the start of a session to its closing, per episode: a reopened conversation is a new episode with a clock of its own.',
    'zh-CN': '从会话开始到结束，按段计算：重新打开算新的一段，单独计时。',
    'zh-TW': '從對話開始到結束，依段落計算：重新開啟算新的一段，獨立計時。',
  },
  measure: 'resolution',
  sum: null,
  rows: 'sessions',
  read: (tally) => mean(tally, 'resolution'),
};
