import { defineErrors } from './errors.ts';
import { Type } from './schema.ts';

/** Refusals any endpoint may give. */
export const commonErrors = defineErrors({
  'request.invalid': {
    status: 400,
    en: 'The request does not fit: {where} {why}',
    'zh-CN': '请求内容不符合要求：{where} {why}',
    'zh-TW': '請求內容不符合要求：{where} {why}',
  },
  'request.too_large': {
    status: 413,
    en: 'The request is too large; the limit is {limit}.',
    'zh-CN': '请求内容过大，上限为 {limit}。',
    'zh-TW': '請求內容過大，上限為 {limit}。',
  },
  'request.unsupported_type': {
    status: 415,
    en: 'This content type is not accepted here.',
    'zh-CN': '这里不接受这种内容类型。',
    'zh-TW': '這裡不接受這種內容類型。',
  },
  'request.not_found': {
    status: 404,
    en: 'There is nothing at this address.',
    'zh-CN': '这个地址没有内容。',
    'zh-TW': '這個網址沒有內容。',
  },
  'request.foreign_origin': {
    status: 403,
    en: 'This request came from another site and was not carried out.',
    'zh-CN': '请求来自其他网站，未执行。',
    'zh-TW': '請求來自其他網站，未執行。',
  },
  'access.signed_out': {
    status: 401,
    en: 'Please sign in.',
    'zh-CN': '请先登录。',
    'zh-TW': '請先登入。',
  },
  'access.denied': {
    status: 403,
    en: 'Your role does not allow this ({permission}). Ask a lead or the owner.',
    'zh-CN': '您的角色没有此权限（{permission}），请联系主管或店主。',
    'zh-TW': '您的角色沒有此權限（{permission}），請聯絡主管或店主。',
  },
  'rate.limited': {
    status: 429,
    en: 'Too many requests. Try again in {seconds} s.',
    'zh-CN': '请求过于频繁，请 {seconds} 秒后再试。',
    'zh-TW': '請求過於頻繁，請 {seconds} 秒後再試。',
  },
  'idempotency.key_reused': {
    status: 422,
    en: 'This idempotency key was used before for another request. Use a new key.',
    'zh-CN': '这个幂等键已用于另一个请求，请换一个新的键。',
    'zh-TW': '這個冪等鍵已用於另一個請求，請換一個新的鍵。',
  },
  'idempotency.key_invalid': {
    status: 400,
    en: 'Idempotency-Key must be 8 to 200 visible ASCII characters.',
    'zh-CN': 'Idempotency-Key 必须是 8 到 200 个可见 ASCII 字符。',
    'zh-TW': 'Idempotency-Key 必須是 8 到 200 個可見 ASCII 字元。',
  },
  'list.cursor_invalid': {
    status: 400,
    en: 'This cursor does not belong to this list. Start from the first page.',
    'zh-CN': '这个游标不属于该列表，请从第一页开始。',
    'zh-TW': '這個游標不屬於這份清單，請從第一頁開始。',
  },
  'server.failed': {
    status: 500,
    en: 'Something went wrong on our side; nothing was changed. Reference {reference}.',
    'zh-CN': '服务器出错，未做任何更改。参考号 {reference}。',
    'zh-TW': '伺服器出錯，未做任何變更。參考號 {reference}。',
  },
  'server.busy': {
    status: 503,
    en: 'The server is busy or starting. Try again in {seconds} s.',
    'zh-CN': '服务器繁忙或正在启动，请 {seconds} 秒后再试。',
    'zh-TW': '伺服器忙碌或正在啟動，請 {seconds} 秒後再試。',
  },
});

/** RFC 9457 problem document. `code` is stable; `detail` is for people, in their language. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  params: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
