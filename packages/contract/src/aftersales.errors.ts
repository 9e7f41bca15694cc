import { defineErrors } from './errors.ts';

/** Refusals of after-sales. Each names the rule and leaves everything as it was. */
export const aftersalesErrors = defineErrors({
  'case.not_found': {
    status: 404,
    en: 'There is no such case.',
    'zh-CN': '没有这个售后单。',
    'zh-TW': '沒有這筆售後單。',
  },
  'case.illegal_transition': {
    status: 409,
    en: 'This cannot be done now: the case is {state}.',
    'zh-CN': '售后单当前为“{state}”，不能进行此操作。',
    'zh-TW': '售後單目前為「{state}」，無法進行此操作。',
  },
  'case.lines_taken': {
    status: 409,
    en: 'Of line {lineNo} only {left} piece(s) are free; the others stand in another case.',
    'zh-CN': '第 {lineNo} 行仅剩 {left} 件可申请，其余已在其他售后单中。',
    'zh-TW': '第 {lineNo} 行僅剩 {left} 件可申請，其餘已在其他售後單中。',
  },
  'case.once_per_order': {
    status: 409,
    en: 'The shop allows this once per order; it was done before.',
    'zh-CN': '按店铺规则每单仅限一次，此前已办理过。',
    'zh-TW': '依商店規則每張訂單僅限一次，先前已辦理過。',
  },
  'case.open_already': {
    status: 409,
    en: 'A request for money back of this order is being looked at. It is decided first.',
    'zh-CN': '该订单已有一条退款申请在处理中，请等待处理结果。',
    'zh-TW': '這張訂單已有一筆退款申請在處理中，請等待處理結果。',
  },
  'case.lines_needed': {
    status: 422,
    en: 'Choose the goods this is about.',
    'zh-CN': '请选择涉及的商品。',
    'zh-TW': '請選擇相關的商品。',
  },
  'case.amount_needed': {
    status: 422,
    en: 'Enter the amount.',
    'zh-CN': '请填写金额。',
    'zh-TW': '請填寫金額。',
  },
  'case.amount_too_high': {
    status: 409,
    en: 'At most {most} can be paid back here.',
    'zh-CN': '此处最多可退 {most}。',
    'zh-TW': '此處最多可退 {most}。',
  },
  'case.variant_needed': {
    status: 422,
    en: 'Choose the new variant for line {lineNo}.',
    'zh-CN': '请为第 {lineNo} 行选择换货规格。',
    'zh-TW': '請為第 {lineNo} 行選擇換貨規格。',
  },
  'case.payee_not_allowed': {
    status: 409,
    en: 'The shop pays back to the original method or an existing gift card of the buyer.',
    'zh-CN': '按店铺规则，只能原路退回或退到买家已有的礼品卡。',
    'zh-TW': '依商店規則，只能原路退回或退到買家既有的禮品卡。',
  },
  'case.evidence_foreign': {
    status: 422,
    en: 'A file of this buyer’s conversation is needed as evidence.',
    'zh-CN': '凭证须是该买家会话里的文件。',
    'zh-TW': '憑證須是該買家對話裡的檔案。',
  },
  'case.proof_needed': {
    status: 422,
    en: 'The shop wants proof of the review: a link or a picture of the conversation.',
    'zh-CN': '请提供晒单凭证：链接或会话中的图片。',
    'zh-TW': '請提供曬單憑證：連結或對話中的圖片。',
  },
  'case.parcel_needed': {
    status: 422,
    en: 'Enter carrier and number of the parcel that goes out.',
    'zh-CN': '请填写寄出包裹的快递公司和单号。',
    'zh-TW': '請填寫寄出包裹的物流公司和單號。',
  },
  'case.nothing_to_protect': {
    status: 409,
    en: 'The price has not fallen below what was paid.',
    'zh-CN': '当前价格未低于购买价，无需价保。',
    'zh-TW': '目前價格未低於購買價，無需價格保護。',
  },
});
