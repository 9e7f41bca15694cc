import { defineErrors } from './errors.ts';

/** What rules refuse. */
export const automationErrors = defineErrors({
  'rule.not_found': {
    status: 404,
    en: 'There is no such rule.',
    'zh-CN': '没有这条规则。',
    'zh-TW': '沒有這條規則。',
  },
  'rule.too_many': {
    status: 409,
    en: 'A shop has at most {limit} rules. Remove one first.',
    'zh-CN': '每个店铺最多 {limit} 条规则，请先删除一条。',
    'zh-TW': '每間商店最多 {limit} 條規則，請先刪掉一條。',
  },
  'rule.changed_meanwhile': {
    status: 409,
    en: 'Somebody changed this rule meanwhile. Look at version {version} first.',
    'zh-CN': '这条规则刚被别人改过，请先看第 {version} 版。',
    'zh-TW': '這條規則剛被別人改過，請先看第 {version} 版。',
  },
  'rule.ready_made': {
    status: 409,
    en: 'Ready-made rules stay; switch this one off instead.',
    'zh-CN': '预置规则不能删除，关闭即可。',
    'zh-TW': '內建規則不能刪除，關閉即可。',
  },
  'rule.not_ready_made': {
    status: 409,
    en: 'Only ready-made rules have first words to go back to.',
    'zh-CN': '只有预置规则可以恢复原样。',
    'zh-TW': '只有內建規則可以還原。',
  },
  'rule.order_incomplete': {
    status: 422,
    en: 'The order must name every rule of the shop once. Reload and try again.',
    'zh-CN': '顺序里要包含本店的每条规则，请刷新后再试。',
    'zh-TW': '順序必須包含本店每一條規則，請重新整理後再試。',
  },
  'rule.condition_unfit': {
    status: 422,
    en: '“{fact}” cannot be asked this way.',
    'zh-CN': '条件“{fact}”不能这样判断。',
    'zh-TW': '條件「{fact}」不能這樣判斷。',
  },
  'rule.text_unknown_variable': {
    status: 422,
    en: 'The text uses {variable}, which does not exist.',
    'zh-CN': '文案里的变量 {variable} 不存在。',
    'zh-TW': '文案裡的變數 {variable} 不存在。',
  },
  'rule.needs_order': {
    status: 422,
    en: 'This action needs an order; this trigger has none.',
    'zh-CN': '这个动作需要订单，而这个触发条件没有订单。',
    'zh-TW': '這個動作需要訂單，而這個觸發條件沒有訂單。',
  },
  'rule.needs_text': {
    status: 422,
    en: 'Write the text in at least one language.',
    'zh-CN': '请至少用一种语言写好文案。',
    'zh-TW': '請至少用一種語言寫好文案。',
  },
  'rule.needs_member': {
    status: 422,
    en: 'This person does not work in this shop.',
    'zh-CN': '这个人不在本店工作。',
    'zh-TW': '這個人不在本店工作。',
  },
  'rule.needs_author': {
    status: 409,
    en: 'Whoever “{name}” acted for may no longer do what it does. Take it over first.',
    'zh-CN': '“{name}”原来的负责人已无相应权限，请先接手这条规则。',
    'zh-TW': '「{name}」原本的負責人已經沒有權限，請先接手這條規則。',
  },
  'rule.coupon_beyond': {
    status: 403,
    en: '“{name}” is worth more than you may give without asking.',
    'zh-CN': '“{name}”超出您可以直接发放的额度。',
    'zh-TW': '「{name}」超過您能直接發送的額度。',
  },
  'rule.needs_schedule': {
    status: 422,
    en: 'Say at what time of which days it runs.',
    'zh-CN': '请设定在哪几天的几点运行。',
    'zh-TW': '請設定在哪幾天的幾點執行。',
  },
});
