import { type Metric, mean } from './metric.ts';

export const handling: Metric = {
  id: 'handling',
  unit: 'seconds',
  better: 'low',
  name: {
    en: 'Handling time',
    'zh-CN': '处理时长',
    'zh-TW': '處理時間',
  },
  definition: {
    en: "From the first time a person had the session until it was closed, the shop's closed hours left out. Credited to the person who closed it.",
    'zh-CN': '从有人接手到会话结束的时间，不含非营业时间。归属结束会话的人。',
    'zh-TW': '從有人接手到對話結束的時間，不含非營業時間。歸屬於結束對話的人。',
  },
  measure: 'handling',
  sum: null,
  rows: 'sessions',
  read: (tally) => mean(tally, 'handling'),
};
