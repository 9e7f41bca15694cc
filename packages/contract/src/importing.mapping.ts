/** The form of a mapping: a JSON document that says where in a file each of our fields stands. */
import { Instant, Nullable, OneOf, type Static, Type } from './schema.ts';

export const MappingName = Type.String({
  pattern: '^[a-z0-9][a-z0-9._/-]{0,79}$',
  description: 'Lower-case letters, digits, . _ - and /, e.g. jd-shop/orders.',
});

/** What a file holds. `orderRecords` are facts about orders: invoices, bookings, cashback … */
export const RecordKind = OneOf([
  'products',
  'buyers',
  'orders',
  'parcels',
  'knowledge',
  'reviews',
  'orderRecords',
] as const);

/** A mapping as it is kept. */
export const ImportMapping = Type.Object({
  name: MappingName,
  builtin: Type.Boolean({ description: 'Comes with the product.' }),
  kind: RecordKind,
  title: Type.String(),
  document: Type.Unknown({ description: 'The mapping itself.' }),
  updatedAt: Nullable(Instant),
});

/** Reasons why a record is rejected; stable. */
export const importReasons = {
  missing: { en: 'is missing', 'zh-CN': '缺失', 'zh-TW': '缺少' },
  not_text: { en: 'is not text', 'zh-CN': '不是文字', 'zh-TW': '不是文字' },
  not_money: {
    en: 'is not an amount of money in this currency',
    'zh-CN': '不是该币种的金额',
    'zh-TW': '不是該幣別的金額',
  },
  not_integer: { en: 'is not a whole number', 'zh-CN': '不是整数', 'zh-TW': '不是整數' },
  not_time: { en: 'is not a time', 'zh-CN': '不是时间', 'zh-TW': '不是時間' },
  not_boolean: { en: 'is neither yes nor no', 'zh-CN': '不是“是/否”', 'zh-TW': '不是「是/否」' },
  not_list: { en: 'is not a list', 'zh-CN': '不是列表', 'zh-TW': '不是清單' },
  unknown_word: {
    en: 'is a word the mapping does not know',
    'zh-CN': '不在映射的取值表中',
    'zh-TW': '不在對應的取值表中',
  },
  too_long: { en: 'is too long', 'zh-CN': '过长', 'zh-TW': '過長' },
  too_large: { en: 'is too large', 'zh-CN': '过大', 'zh-TW': '過大' },
  too_deep: { en: 'is nested too deeply', 'zh-CN': '嵌套过深', 'zh-TW': '巢狀過深' },
  bad_character: {
    en: 'holds a character that cannot be stored (U+0000 or half a surrogate)',
    'zh-CN': '含有无法存储的字符（U+0000 或半个代理项）',
    'zh-TW': '含有無法儲存的字元（U+0000 或半個代理項）',
  },
  refund_above_paid: {
    en: 'refunds more than was paid',
    'zh-CN': '退款超过已付金额',
    'zh-TW': '退款超過已付金額',
  },
  out_of_range: { en: 'is out of range', 'zh-CN': '超出范围', 'zh-TW': '超出範圍' },
  handled_here: {
    en: 'was handled here since; the file no longer changes it',
    'zh-CN': '该订单已在此处理过，文件不再覆盖',
    'zh-TW': '該訂單已在此處理過，檔案不再覆寫',
  },
  not_from_file: {
    en: 'was placed here or comes from a platform; a file does not write over it',
    'zh-CN': '该订单产生于本系统或外部平台，文件不能覆盖',
    'zh-TW': '該訂單產生於本系統或外部平台，檔案不能覆寫',
  },
  no_such_order: {
    en: 'names an order that is not here',
    'zh-CN': '对应的订单不存在',
    'zh-TW': '對應的訂單不存在',
  },
  no_such_buyer: {
    en: 'names a buyer who is not here',
    'zh-CN': '对应的买家不存在',
    'zh-TW': '對應的買家不存在',
  },
  repeated: {
    en: 'stands a second time in this file with other content',
    'zh-CN': '在文件中重复出现且内容不同',
    'zh-TW': '在檔案中重複出現且內容不同',
  },
  malformed: { en: 'cannot be read', 'zh-CN': '无法解析', 'zh-TW': '無法解析' },
} as const;

/** Reasons why a whole run stops; `{where}` is a line or an offset. */
export const importFailures = {
  unreadable: {
    en: 'The file cannot be read from {where} on. Records before it are in.',
    'zh-CN': '文件从 {where} 起无法解析，之前的记录已导入。',
    'zh-TW': '檔案從 {where} 起無法解析，之前的記錄已匯入。',
  },
  file_gone: {
    en: 'The file is no longer kept. Choose it again.',
    'zh-CN': '文件已不再保留，请重新选择。',
    'zh-TW': '檔案已不再保留，請重新選擇。',
  },
} as const;

export type ImportReason = keyof typeof importReasons;
export type RecordKindWord = Static<typeof RecordKind>;
export type ImportMappingShape = Static<typeof ImportMapping>;
