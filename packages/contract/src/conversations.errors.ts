import { defineErrors } from './errors.ts';

/** Refusals about conversations, messages and files. */
export const conversationsErrors = defineErrors({
  'conversation.not_found': {
    status: 404,
    en: 'This conversation does not exist or is not yours to see.',
    'zh-CN': '会话不存在，或您无权查看。',
    'zh-TW': '對話不存在，或您無權查看。',
  },
  'conversation.illegal_transition': {
    status: 409,
    en: 'A conversation that is “{from}” cannot do this ({act}).',
    'zh-CN': '处于“{from}”状态的会话不能执行此操作（{act}）。',
    'zh-TW': '處於「{from}」狀態的對話不能執行此操作（{act}）。',
  },
  'conversation.taken_meanwhile': {
    status: 409,
    en: 'A colleague has taken this conversation meanwhile.',
    'zh-CN': '同事已先接手了这个会话。',
    'zh-TW': '同事已先接手這個對話。',
  },
  'conversation.answered_meanwhile': {
    status: 409,
    en: 'A colleague has just answered this buyer. Read the answer, then send again if yours is still needed.',
    'zh-CN': '同事刚刚回复了这位买家。请先看一下，如仍需要再发送。',
    'zh-TW': '同事剛剛回覆了這位買家。請先看一下，如仍需要再傳送。',
  },
  'conversation.handover_note_missing': {
    status: 422,
    en: 'This shop hands chats over with a note: write what your colleague should know.',
    'zh-CN': '本店要求转接时填写备注，请写明同事需要了解的情况。',
    'zh-TW': '本店要求轉接時填寫備註，請寫明同事需要了解的情況。',
  },
  'conversation.refusal_late': {
    status: 409,
    en: 'Only what was handed to you in the last 60 seconds can be given back. Transfer it instead.',
    'zh-CN': '只能退回 60 秒内转接给您的会话。如需交给他人，请使用转接。',
    'zh-TW': '只能退回 60 秒內轉接給您的對話。如需交給他人，請使用轉接。',
  },
  'conversation.assignee_unfit': {
    status: 422,
    en: 'This colleague cannot answer buyers of this shop.',
    'zh-CN': '这位同事没有该店铺的接待权限。',
    'zh-TW': '這位同事沒有該店鋪的接待權限。',
  },
  'conversation.superseded': {
    status: 409,
    en: 'The buyer already has a newer conversation. Continue there.',
    'zh-CN': '买家已有更新的会话，请在那里继续。',
    'zh-TW': '買家已有更新的對話，請在那裡繼續。',
  },
  'conversation.snooze_past': {
    status: 422,
    en: 'Choose a time in the future, at most one year ahead.',
    'zh-CN': '请选择将来的时间，最长一年。',
    'zh-TW': '請選擇將來的時間，最長一年。',
  },
  'message.empty': {
    status: 422,
    en: 'Write something or attach a file.',
    'zh-CN': '请输入内容或添加文件。',
    'zh-TW': '請輸入內容或附加檔案。',
  },
  'message.words_blocked': {
    status: 422,
    en: 'Not sent: your shop does not use the words “{words}”.',
    'zh-CN': '未发送：含有违禁词“{words}”。',
    'zh-TW': '尚未送出：含有禁用詞「{words}」。',
  },
  'message.words_warned': {
    status: 422,
    en: 'Look again before sending: “{words}”.',
    'zh-CN': '含有敏感词“{words}”，确定要发送吗？',
    'zh-TW': '含有敏感詞「{words}」，確定要送出嗎？',
  },
  'message.not_found': {
    status: 404,
    en: 'This message does not exist.',
    'zh-CN': '消息不存在。',
    'zh-TW': '訊息不存在。',
  },
  'message.not_own': {
    status: 403,
    en: 'Only its author can recall a message.',
    'zh-CN': '只有发送者本人可以撤回消息。',
    'zh-TW': '只有傳送者本人可以收回訊息。',
  },
  'message.recall_too_late': {
    status: 409,
    en: 'A message can be recalled for two minutes; that time has passed.',
    'zh-CN': '消息发出两分钟内可以撤回，现已超时。',
    'zh-TW': '訊息送出兩分鐘內可以收回，現已逾時。',
  },
  'message.not_recallable': {
    status: 409,
    en: 'This kind of message cannot be recalled.',
    'zh-CN': '这类消息不能撤回。',
    'zh-TW': '這類訊息不能收回。',
  },
  'file.not_found': {
    status: 404,
    en: 'This file does not exist any more, or is not yours to see.',
    'zh-CN': '文件已不存在，或您无权查看。',
    'zh-TW': '檔案已不存在，或您無權查看。',
  },
  'upload.not_found': {
    status: 404,
    en: 'There is no such upload any more. Begin again.',
    'zh-CN': '该上传已不存在，请重新上传。',
    'zh-TW': '該上傳已不存在，請重新上傳。',
  },
  'upload.offset_wrong': {
    status: 409,
    en: 'The next piece begins at byte {received}.',
    'zh-CN': '下一段应从第 {received} 字节开始。',
    'zh-TW': '下一段應從第 {received} 位元組開始。',
  },
  'file.missing': {
    status: 400,
    en: 'Send exactly one file, in the form field “file”.',
    'zh-CN': '请在表单字段 file 中上传一个文件。',
    'zh-TW': '請在表單欄位 file 中上傳一個檔案。',
  },
  'file.too_large': {
    status: 413,
    en: 'The file is too large; the limit is {limitMb} MB.',
    'zh-CN': '文件过大，上限为 {limitMb} MB。',
    'zh-TW': '檔案過大，上限為 {limitMb} MB。',
  },
  'file.empty': {
    status: 422,
    en: 'The file is empty.',
    'zh-CN': '文件是空的。',
    'zh-TW': '檔案是空的。',
  },
  'file.refused_type': {
    status: 415,
    en: 'Files of this type are not accepted. Pictures, PDF, Office files, text, audio and video are.',
    'zh-CN': '不接受此类文件。可发送图片、PDF、Office 文档、文本、音频和视频。',
    'zh-TW': '不接受此類檔案。可傳送圖片、PDF、Office 文件、文字、音訊和影片。',
  },
  'file.unreadable': {
    status: 422,
    en: 'This picture is damaged or too large in pixels.',
    'zh-CN': '图片已损坏，或像素过大。',
    'zh-TW': '圖片已損壞，或像素過大。',
  },
});
