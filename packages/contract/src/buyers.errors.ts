import { defineErrors } from './errors.ts';

export const buyersErrors = defineErrors({
  'buyer.export_needs_reason': {
    status: 422,
    en: 'Say why the file needs whole phone numbers and e-mail addresses.',
    'zh-CN': '请写明为什么要导出完整的手机号和邮箱。',
    'zh-TW': '請說明為什麼要匯出完整的手機號碼和信箱。',
  },
  'buyer.not_found': {
    status: 404,
    en: 'There is no such buyer.',
    'zh-CN': '没有这位买家。',
    'zh-TW': '沒有這位買家。',
  },
  'buyer.email_invalid': {
    status: 422,
    en: 'This is not an e-mail address.',
    'zh-CN': '邮箱地址格式不对。',
    'zh-TW': '電子郵件地址格式不正確。',
  },
  'buyer.phone_invalid': {
    status: 422,
    en: 'This is not a phone number.',
    'zh-CN': '这不是电话号码。',
    'zh-TW': '這不是電話號碼。',
  },
  'buyer.too_many_tags': {
    status: 422,
    en: 'A buyer can have at most {limit} tags. Remove one first.',
    'zh-CN': '每位买家最多 {limit} 个标签，请先移除一个。',
    'zh-TW': '每位買家最多 {limit} 個標籤，請先移除一個。',
  },
  'buyer.already_blocked': {
    status: 409,
    en: 'This buyer is already on the blocklist.',
    'zh-CN': '该买家已在黑名单中。',
    'zh-TW': '該買家已在封鎖名單中。',
  },
  'buyer.not_blocked': {
    status: 409,
    en: 'This buyer is not on the blocklist.',
    'zh-CN': '该买家不在黑名单中。',
    'zh-TW': '該買家不在封鎖名單中。',
  },
  'buyer.field_empty': {
    status: 409,
    en: 'There is nothing behind this field.',
    'zh-CN': '该项没有内容。',
    'zh-TW': '該項沒有內容。',
  },
  'buyer.reveal_budget_spent': {
    status: 429,
    en: 'You have looked behind the mask {limit} times within an hour. Continue at {until}.',
    'zh-CN': '一小时内您已查看 {limit} 次完整信息，请在 {until} 后继续。',
    'zh-TW': '一小時內您已檢視 {limit} 次完整資料，請在 {until} 後繼續。',
  },
  'buyer.merge_impossible': {
    status: 409,
    en: 'One of these two is already part of another buyer. Part them first.',
    'zh-CN': '其中一位已并入其他买家，请先拆分。',
    'zh-TW': '其中一位已併入其他買家，請先拆分。',
  },
  'buyer.merge_not_found': {
    status: 404,
    en: 'This merge is not there or was undone already.',
    'zh-CN': '没有这次合并，或已经撤销。',
    'zh-TW': '沒有這次合併，或已經復原。',
  },
  'buyer.match_impossible': {
    status: 409,
    en: 'These two cannot be stated as one person: one of them is itself a match, or both are verified in the same shop.',
    'zh-CN': '不能将这两位认定为同一人：其中一位已被认定，或两位都是同一店铺的已验证买家。',
    'zh-TW': '不能將這兩位認定為同一人：其中一位已被認定，或兩位都是同一商店的已驗證買家。',
  },
  'buyer.not_matched': {
    status: 409,
    en: 'This buyer is not stated as the same person as another.',
    'zh-CN': '该买家没有被认定为另一位买家。',
    'zh-TW': '該買家沒有被認定為另一位買家。',
  },
});
