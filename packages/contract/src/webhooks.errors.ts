import { defineErrors } from './errors.ts';

export const webhookErrors = defineErrors({
  'webhook.not_found': {
    status: 404,
    en: 'There is no such webhook.',
    'zh-CN': '找不到该 Webhook。',
    'zh-TW': '找不到此 Webhook。',
  },
  'webhook.delivery_not_found': {
    status: 404,
    en: 'There is no such delivery.',
    'zh-CN': '找不到该推送记录。',
    'zh-TW': '找不到此推送紀錄。',
  },
  'webhook.url_refused': {
    status: 422,
    en: 'This address cannot receive webhooks: it must be public, http or https, port 80 or 443, without a password in it.',
    'zh-CN': '该地址不能接收推送：须为公网 http 或 https 地址，端口 80 或 443，且不含账号密码。',
    'zh-TW':
      '此位址無法接收推送：須為公開的 http 或 https 位址，連接埠 80 或 443，且不含帳號密碼。',
  },
  'webhook.type_unknown': {
    status: 422,
    en: 'You cannot be sent events of type {type}.',
    'zh-CN': '您不能订阅事件「{type}」。',
    'zh-TW': '您無法訂閱事件「{type}」。',
  },
  'webhook.too_many': {
    status: 409,
    en: 'A team has at most {most} webhooks.',
    'zh-CN': '一个团队最多设置 {most} 个 Webhook。',
    'zh-TW': '一個團隊最多設定 {most} 個 Webhook。',
  },
  'webhook.off': {
    status: 409,
    en: 'The webhook is switched off or paused. Switch it on first.',
    'zh-CN': '该 Webhook 已停用或暂停，请先启用。',
    'zh-TW': '此 Webhook 已停用或暫停，請先啟用。',
  },
});
