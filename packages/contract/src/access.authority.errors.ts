import { defineErrors } from './errors.ts';

/** Refusals of limits, approvals and delegations. Amounts in the texts are written for people. */
export const authorityErrors = defineErrors({
  'authority.approval_needed': {
    status: 409,
    en: 'This is above your limit ({amount}, limit {limit}, given so far {used}). {approvers} can approve it.',
    'zh-CN': '超出您的额度（本次 {amount}，额度 {limit}，已用 {used}），可请 {approvers} 审批。',
    'zh-TW': '超出您的額度（本次 {amount}，額度 {limit}，已用 {used}），可請 {approvers} 核准。',
  },
  'authority.beyond_limit': {
    status: 403,
    en: 'This is above your limit ({amount}, limit {limit}, given so far {used}), and nobody may approve it.',
    'zh-CN': '超出您的额度（本次 {amount}，额度 {limit}，已用 {used}），且没有人可以审批。',
    'zh-TW': '超出您的額度（本次 {amount}，額度 {limit}，已用 {used}），且沒有人可以核准。',
  },
  'approval.not_found': {
    status: 404,
    en: 'This request for approval does not exist.',
    'zh-CN': '找不到这条审批。',
    'zh-TW': '找不到這筆簽核。',
  },
  'approval.too_many': {
    status: 409,
    en: 'You already have {most} open requests about this order. Wait for a decision, or take one back.',
    'zh-CN': '您在这个订单上已有 {most} 条待审批的请求，请等待结果或先撤回一条。',
    'zh-TW': '您在這筆訂單上已有 {most} 筆待簽核的請求，請等待結果或先撤回一筆。',
  },
  'approval.closed': {
    status: 409,
    en: 'This request was decided already ({state}).',
    'zh-CN': '这条审批已有结果（{state}）。',
    'zh-TW': '這筆簽核已有結果（{state}）。',
  },
  'approval.own': {
    status: 403,
    en: 'Nobody approves the own request. Somebody else has to decide.',
    'zh-CN': '不能审批自己的请求，需由他人处理。',
    'zh-TW': '不能核准自己的請求，需由他人處理。',
  },
  'approval.not_yours': {
    status: 403,
    en: 'Only who asked can take a request back.',
    'zh-CN': '只有发起人可以撤回请求。',
    'zh-TW': '只有發起人可以撤回請求。',
  },
  'approval.above_own': {
    status: 403,
    en: 'This is above your own limit too. It waits for {approvers}.',
    'zh-CN': '这也超出您自己的额度，已转给 {approvers}。',
    'zh-TW': '這也超出您自己的額度，等待 {approvers} 處理。',
  },
  'approval.not_now': {
    status: 409,
    en: 'This cannot be carried out at the moment ({code}). The request waits; try again later.',
    'zh-CN': '现在无法执行（{code}），审批已保留，请稍后再试。',
    'zh-TW': '現在無法執行（{code}），簽核已保留，請稍後再試。',
  },
  'limit.subject_not_found': {
    status: 404,
    en: 'There is no such role, member or key.',
    'zh-CN': '找不到这个角色、成员或密钥。',
    'zh-TW': '找不到這個角色、成員或金鑰。',
  },
  'limit.above_own': {
    status: 403,
    en: 'Nobody sets limits for oneself or above the own. Ask the owner.',
    'zh-CN': '不能为自己设置额度，也不能设得比自己的高，请联系店主。',
    'zh-TW': '不能為自己設定額度，也不能設得比自己的高，請聯絡店主。',
  },
  'delegation.not_found': {
    status: 404,
    en: 'This delegation does not exist.',
    'zh-CN': '找不到这条代理。',
    'zh-TW': '找不到這筆代理。',
  },
  'delegation.to_self': {
    status: 422,
    en: 'A deputy has to be somebody else.',
    'zh-CN': '代理人不能是本人。',
    'zh-TW': '代理人不能是本人。',
  },
  'delegation.time_wrong': {
    status: 422,
    en: 'The end has to lie after the start, in the future and within a year.',
    'zh-CN': '结束时间须晚于开始时间，且在一年之内。',
    'zh-TW': '結束時間須晚於開始時間，且在一年之內。',
  },
});
