import { counted, type Metric } from './metric.ts';

export const messages: Metric = {
  id: 'messages',
  unit: 'count',
  better: null,
  name: {
    en: 'Messages sent',
    'zh-CN': '回复条数',
    'zh-TW': '回覆則數',
  },
  definition: {
    en: 'Public messages people wrote; notes, lines and machines left out. Counted on the day the person began to speak in the session.',
    'zh-CN': '人工发出的消息，不含备注、系统提示与自动消息。计在本人在该段会话开始发言那天。',
    'zh-TW': '真人發出的訊息，不含備註、系統提示與自動訊息。計在本人在該段對話開始發言當天。',
  },
  measure: null,
  sum: null,
  rows: 'sessions',
  read: (tally) => counted(tally.count('humanMessages')),
};
