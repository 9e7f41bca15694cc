import { defineErrors } from './errors.ts';

export const connectorsErrors = defineErrors({
  'connection.not_found': {
    status: 404,
    en: 'There is no such connection.',
    'zh-CN': '没有这个店铺连接。',
    'zh-TW': '沒有這個商店連線。',
  },
  'connection.exists': {
    status: 409,
    en: 'This shop is connected already.',
    'zh-CN': '该店铺已有连接。',
    'zh-TW': '該商店已有連線。',
  },
  'connection.unsure': {
    status: 409,
    en: 'The platform has not said yet whether it carried out {count} acts. Wait until it answers; switched off, the connection sends nothing.',
    'zh-CN':
      '有 {count} 项操作尚未得知平台是否已执行，请等平台答复后再移除。停用连接后不会再发送任何操作。',
    'zh-TW':
      '有 {count} 項操作尚未得知平台是否已執行，請等平台答覆後再移除。停用連線後不會再送出任何操作。',
  },
  'connection.own_shop': {
    status: 409,
    en: 'Orders of this shop are placed here; open another shop for the platform.',
    'zh-CN': '该店铺的订单就在本系统产生，请为外部平台另建一个店铺。',
    'zh-TW': '該商店的訂單就在本系統產生，請為外部平台另建一個商店。',
  },
  'connection.not_let_in': {
    status: 422,
    en: 'The platform does not let us in: {why}',
    'zh-CN': '平台拒绝登录：{why}',
    'zh-TW': '平台拒絕登入：{why}',
  },
  'connection.not_reached': {
    status: 422,
    en: 'The platform was not reached: {why}',
    'zh-CN': '无法连接平台：{why}',
    'zh-TW': '無法連線平台：{why}',
  },
  'connection.secret_missing': {
    status: 422,
    en: 'Fill in {names}.',
    'zh-CN': '请填写 {names}。',
    'zh-TW': '請填寫 {names}。',
  },
  'connection.url_invalid': {
    status: 422,
    en: 'Write the address of the platform with https://.',
    'zh-CN': '请填写以 https:// 开头的平台地址。',
    'zh-TW': '請填寫以 https:// 開頭的平台網址。',
  },
  'connection.hook_refused': {
    status: 401,
    en: 'This was not signed by the platform.',
    'zh-CN': '签名校验未通过。',
    'zh-TW': '簽章驗證未通過。',
  },
});
