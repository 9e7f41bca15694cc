import { defineErrors } from './errors.ts';

export const scriptsErrors = defineErrors({
  'script.not_found': {
    status: 404,
    en: 'There is no such script, or it is not yours to see.',
    'zh-CN': '没有这条话术，或您无权查看。',
    'zh-TW': '找不到這則話術，或您沒有檢視權限。',
  },
  'script.folder_not_found': {
    status: 404,
    en: 'There is no such folder here.',
    'zh-CN': '这里没有这个文件夹。',
    'zh-TW': '這裡沒有這個資料夾。',
  },
  'script.folder_loop': {
    status: 422,
    en: 'A folder cannot lie inside itself.',
    'zh-CN': '文件夹不能放进它自己里面。',
    'zh-TW': '資料夾不能放進自己裡面。',
  },
  'script.changed_meanwhile': {
    status: 409,
    en: 'A colleague has saved this script meanwhile. Look at the newest version, then save again.',
    'zh-CN': '同事刚刚保存过这条话术，请查看最新版本后再保存。',
    'zh-TW': '同事剛剛儲存過這則話術，請先看最新版本再儲存。',
  },
  'script.empty': {
    status: 422,
    en: 'Every message of a script needs its words in at least one language.',
    'zh-CN': '话术的每条消息至少要写一种语言的文字。',
    'zh-TW': '話術的每則訊息至少要寫一種語言的文字。',
  },
  'script.variable_unknown': {
    status: 422,
    en: 'There is no variable {name}. Phone numbers and addresses are not available in scripts.',
    'zh-CN': '没有变量 {name}。话术中不提供电话和地址。',
    'zh-TW': '沒有變數 {name}。話術中不提供電話與地址。',
  },
  'script.value_missing': {
    status: 422,
    en: 'Not sent: {names} has no value here. Pick the order, or write the words yourself.',
    'zh-CN': '未发送：{names} 在这里没有值。请选择订单，或自己补上文字。',
    'zh-TW': '尚未送出：{names} 在這裡沒有值。請選擇訂單，或自行補上文字。',
  },
  'script.not_published': {
    status: 409,
    en: 'This script is not published yet.',
    'zh-CN': '这条话术还没有发布。',
    'zh-TW': '這則話術尚未發布。',
  },
  'script.not_waiting': {
    status: 409,
    en: 'This version no longer waits for a decision.',
    'zh-CN': '这个版本已不在等待审批。',
    'zh-TW': '這個版本已不在等待簽核。',
  },
  'script.own_version': {
    status: 403,
    en: 'Somebody else has to decide what you wrote yourself.',
    'zh-CN': '自己写的版本须由他人审批。',
    'zh-TW': '自己寫的版本須由他人簽核。',
  },
  'script.other_shop': {
    status: 422,
    en: 'This script belongs to another shop.',
    'zh-CN': '这条话术属于另一家店铺。',
    'zh-TW': '這則話術屬於另一家商店。',
  },
  'script.foreign_order': {
    status: 422,
    en: 'This order does not belong to the buyer you are talking to.',
    'zh-CN': '这个订单不属于当前买家。',
    'zh-TW': '這筆訂單不屬於目前的買家。',
  },
  'script.no_order': {
    status: 422,
    en: 'Not sent: there is no order in hand to show.',
    'zh-CN': '未发送：当前没有选中的订单可展示。',
    'zh-TW': '尚未送出：目前沒有選取的訂單可顯示。',
  },
  'script.part_not_found': {
    status: 404,
    en: 'The script has no such message any more. Choose it again.',
    'zh-CN': '话术里已没有这条消息，请重新选择。',
    'zh-TW': '話術裡已沒有這則訊息，請重新選擇。',
  },
  'script.file_unreadable': {
    status: 422,
    en: 'This file cannot be read: {why}',
    'zh-CN': '无法读取这个文件：{why}',
    'zh-TW': '無法讀取這個檔案：{why}',
  },
  'script.too_many': {
    status: 422,
    en: 'A library holds at most {limit} scripts.',
    'zh-CN': '话术库最多容纳 {limit} 条。',
    'zh-TW': '話術庫最多容納 {limit} 則。',
  },
  'playbook.not_found': {
    status: 404,
    en: 'There is no such playbook.',
    'zh-CN': '没有这套话术攻略。',
    'zh-TW': '沒有這套話術攻略。',
  },
  'playbook.adopted': {
    status: 409,
    en: 'This playbook is already in that library.',
    'zh-CN': '这套攻略已在该话术库中。',
    'zh-TW': '這套攻略已在該話術庫中。',
  },
  'word.not_found': {
    status: 404,
    en: 'There is no such forbidden word.',
    'zh-CN': '没有这个违禁词。',
    'zh-TW': '沒有這個禁用詞。',
  },
  'word.no_letters': {
    status: 422,
    en: 'A forbidden word needs a letter or a digit; “{word}” has none.',
    'zh-CN': '违禁词至少要有一个文字或数字，“{word}”没有。',
    'zh-TW': '禁用詞至少要有一個文字或數字，「{word}」沒有。',
  },
});
