import { type Metric, mean } from './metric.ts';

export const waiting: Metric = {
  id: 'waiting',
  unit: 'seconds',
  better: 'low',
  name: {
    en: 'Wait in the queue',
    'zh-CN': '排队时长',
    'zh-TW': '排隊時間',
  },
  definition: {
    en: "From the buyer's first message of a session until somebody has the conversation; 0 where somebody had it already.",
    'zh-CN': '从会话中买家第一条消息，到有人接入的时间；本来就有人接待的为 0。',
    'zh-TW': '從對話中買家第一則訊息，到有人接入的時間；原本就有人接待的為 0。',
  },
  measure: 'queue',
  sum: null,
  rows: 'sessions',
  read: (tally) => mean(tally, 'queue'),
};
