import { defineErrors } from './errors.ts';

export const followupsErrors = defineErrors({
  'followup.not_found': {
    status: 404,
    en: 'There is no such follow-up.',
    'zh-CN': '没有这条跟进。',
    'zh-TW': '沒有這筆跟進。',
  },
  'followup.not_now': {
    status: 409,
    en: 'This does not fit where the follow-up stands now. Load it again.',
    'zh-CN': '这条跟进的状态已变，不能这样操作，请刷新。',
    'zh-TW': '這筆跟進的狀態已變，無法這樣操作，請重新整理。',
  },
  'followup.not_undoable': {
    status: 409,
    en: 'The last step can no longer be taken back.',
    'zh-CN': '上一步已无法撤销。',
    'zh-TW': '上一步已無法復原。',
  },
  'followup.time_past': {
    status: 422,
    en: 'This time is over, or more than a year away.',
    'zh-CN': '时间已过，或超过一年。',
    'zh-TW': '時間已過，或超過一年。',
  },
  'followup.result_unknown': {
    status: 422,
    en: 'This result is not on the list of the shop.',
    'zh-CN': '本店的结果列表中没有这一项。',
    'zh-TW': '本店的結果清單中沒有這一項。',
  },
  'followup.no_conversation': {
    status: 409,
    en: 'This buyer has no chat with the shop yet. Send a text message or mail instead.',
    'zh-CN': '该买家还没有与本店的会话，请改发短信或邮件。',
    'zh-TW': '這位買家還沒有與本店的對話，請改發簡訊或電子郵件。',
  },
  'followup.opted_out': {
    status: 409,
    en: 'This buyer does not want such messages.',
    'zh-CN': '该买家已退订此类消息。',
    'zh-TW': '這位買家已退訂此類訊息。',
  },
  'followup.member_foreign': {
    status: 422,
    en: 'This person does not work on follow-ups in this shop.',
    'zh-CN': '该成员不负责本店的跟进。',
    'zh-TW': '該成員不負責本店的跟進。',
  },
  'followup.subject_foreign': {
    status: 422,
    en: 'The product or order does not belong to this buyer and shop.',
    'zh-CN': '该商品或订单不属于此买家与店铺。',
    'zh-TW': '該商品或訂單不屬於此買家與商店。',
  },
  'followup.wish_holds': {
    status: 409,
    en: 'This is so already: there is nothing to wait for.',
    'zh-CN': '现在就满足，无需等待。',
    'zh-TW': '現在就符合，無須等待。',
  },
  'followup.wishes_too_many': {
    status: 409,
    en: 'There are {most} wishes already; withdraw one first.',
    'zh-CN': '最多登记 {most} 个提醒，请先取消一个。',
    'zh-TW': '最多登記 {most} 個提醒，請先取消一個。',
  },
  'greeting.not_found': {
    status: 404,
    en: 'There is no such occasion.',
    'zh-CN': '没有这个节日。',
    'zh-TW': '沒有這個節日。',
  },
  'greeting.date_invalid': {
    status: 422,
    en: 'This is no date of the calendar.',
    'zh-CN': '没有这个日期。',
    'zh-TW': '沒有這個日期。',
  },
  'greeting.too_many': {
    status: 409,
    en: 'A shop has {most} own dates at most; remove one first.',
    'zh-CN': '每个店铺最多 {most} 个自定日期，请先删除一个。',
    'zh-TW': '每個商店最多 {most} 個自訂日期，請先刪除一個。',
  },
  'followup.range_invalid': {
    status: 422,
    en: 'Choose a span of 1 to 400 days.',
    'zh-CN': '请选择 1 至 400 天的时间段。',
    'zh-TW': '請選擇 1 至 400 天的時間段。',
  },
});
