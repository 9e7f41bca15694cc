import { defineErrors } from './errors.ts';

export const parcelsErrors = defineErrors({
  'parcel.provider_not_found': {
    status: 404,
    en: 'There is no such tracking account.',
    'zh-CN': '没有这个物流查询账号。',
    'zh-TW': '沒有這個物流追蹤帳號。',
  },
  'parcel.provider_exists': {
    status: 409,
    en: 'There is such an account already. Change it instead.',
    'zh-CN': '已有同类账号，请直接修改。',
    'zh-TW': '已有同類帳號，請直接修改。',
  },
  'parcel.secret_missing': {
    status: 422,
    en: 'Fill in {names}.',
    'zh-CN': '请填写 {names}。',
    'zh-TW': '請填寫 {names}。',
  },
  'parcel.callback_refused': {
    status: 401,
    en: 'This was not signed by the provider.',
    'zh-CN': '签名校验未通过。',
    'zh-TW': '簽章驗證未通過。',
  },
  'parcel.no_provider': {
    status: 409,
    en: 'No tracking account is set up for this shop. Add one in the settings.',
    'zh-CN': '该店铺尚未设置物流查询账号，请先在设置中添加。',
    'zh-TW': '此商店尚未設定物流追蹤帳號，請先在設定中新增。',
  },
  'parcel.carrier_unknown': {
    status: 422,
    en: 'Neither the name nor the number {number} tells which carrier this is.',
    'zh-CN': '无法从名称或单号 {number} 识别快递公司。',
    'zh-TW': '無法從名稱或單號 {number} 辨識物流公司。',
  },
  'parcel.asked_just_now': {
    status: 429,
    en: 'This was read a moment ago. Again in {seconds} s.',
    'zh-CN': '刚刚查询过，{seconds} 秒后可再次刷新。',
    'zh-TW': '剛剛更新過，{seconds} 秒後可再次更新。',
  },
  'parcel.not_told': {
    status: 503,
    en: 'The tracking service told nothing: {why}',
    'zh-CN': '物流查询未成功：{why}',
    'zh-TW': '物流追蹤未成功：{why}',
  },
  'parcel.problem_not_found': {
    status: 404,
    en: 'There is no such problem parcel.',
    'zh-CN': '没有这条异常包裹记录。',
    'zh-TW': '沒有這筆異常包裹紀錄。',
  },
  'parcel.words_unknown': {
    status: 422,
    en: 'The text has a variable nobody knows: {names}. Known are {known}.',
    'zh-CN': '文字中有无法识别的变量：{names}。可用变量：{known}。',
    'zh-TW': '文字中有無法辨識的變數：{names}。可用變數：{known}。',
  },
});
