import { type Metric, mean } from './metric.ts';

export const firstResponse: Metric = {
  id: 'first_response',
  unit: 'seconds',
  better: 'low',
  name: {
    en: 'First response',
    'zh-CN': '首次响应',
    'zh-TW': '首次回應',
  },
  definition: {
    en: "From the buyer's first message of a session to the first answer. The clock starts anew when a robot hands over and rests while the shop is closed. Sessions the team began, and those a robot closed, do not count. Mean; median, p90 and p95 beside it.",
    'zh-CN':
      '从一次会话中买家的第一条消息，到第一次回复的时间。机器人转人工时重新起算，店铺不营业时暂停。客服主动发起的、机器人结束的会话不计。主数为平均值，旁边有中位数、P90、P95。',
    'zh-TW':
      '從一次對話中買家的第一則訊息，到第一次回覆的時間。機器人轉真人時重新起算，商店非營業時間暫停。由客服主動發起、由機器人結束的對話不計。主要數字為平均，旁邊有中位數、P90、P95。',
  },
  measure: 'first',
  sum: null,
  rows: 'sessions',
  read: (tally) => mean(tally, 'first'),
};
