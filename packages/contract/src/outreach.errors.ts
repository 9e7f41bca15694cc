import { defineErrors } from './errors.ts';

export const outreachErrors = defineErrors({
  'outreach.not_found': {
    status: 404,
    en: 'There is no such message.',
    'zh-CN': '找不到该消息。',
    'zh-TW': '找不到這則訊息。',
  },
  'outreach.not_open': {
    status: 409,
    en: 'Nothing is open about this message any more ({state}).',
    'zh-CN': '该消息已无需处理（{state}）。',
    'zh-TW': '這則訊息已不需要處理（{state}）。',
  },
  'outreach.opt_out_stands': {
    status: 409,
    en: 'The buyer has opted out of this, so it is not sent again.',
    'zh-CN': '买家已退订，不能再次发送。',
    'zh-TW': '買家已退訂，不能再次傳送。',
  },
  'outreach.buyer_not_found': {
    status: 404,
    en: 'There is no such buyer in this shop.',
    'zh-CN': '该店铺没有这位买家。',
    'zh-TW': '此商店沒有這位買家。',
  },
  'outreach.opt_out_not_found': {
    status: 404,
    en: 'There is no such opt-out.',
    'zh-CN': '找不到该退订记录。',
    'zh-TW': '找不到這筆退訂紀錄。',
  },
  'outreach.link_invalid': {
    status: 404,
    en: 'This link is not valid.',
    'zh-CN': '链接无效。',
    'zh-TW': '連結無效。',
  },
  'gateway.not_found': {
    status: 404,
    en: 'There is no such gateway.',
    'zh-CN': '找不到该网关。',
    'zh-TW': '找不到這個閘道。',
  },
  'gateway.setting_missing': {
    status: 422,
    en: 'This kind of gateway also needs: {names}.',
    'zh-CN': '该网关还需要填写：{names}。',
    'zh-TW': '此閘道還需要填寫：{names}。',
  },
  'gateway.host_refused': {
    status: 422,
    en: 'Messages are not sent to {host}: it must be a public host.',
    'zh-CN': '不能连接 {host}：必须是公网主机。',
    'zh-TW': '無法連線到 {host}：必須是可公開連線的主機。',
  },
  'gateway.recipient_invalid': {
    status: 422,
    en: 'This is not a number or address messages can be sent to.',
    'zh-CN': '无法发送到该号码或邮箱。',
    'zh-TW': '無法傳送到這個號碼或信箱。',
  },
  'gateway.too_many': {
    status: 422,
    en: 'A team can have at most {most} gateways.',
    'zh-CN': '一个团队最多 {most} 个网关。',
    'zh-TW': '一個團隊最多 {most} 個閘道。',
  },
  'gateway.in_use': {
    status: 409,
    en: '{count} messages are still on their way through this gateway. Switch it off and wait for them.',
    'zh-CN': '还有 {count} 条消息正经由该网关发送，请先停用并等待完成。',
    'zh-TW': '還有 {count} 則訊息正經由此閘道傳送，請先停用並等待完成。',
  },
  'gateway.callback_refused': {
    status: 403,
    en: 'This callback is not proved to come from the gateway.',
    'zh-CN': '无法确认该回调来自网关。',
    'zh-TW': '無法確認此回呼來自閘道。',
  },
});
