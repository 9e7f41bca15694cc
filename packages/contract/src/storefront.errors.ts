import { defineErrors } from './errors.ts';

/** Refusals of the demo shop. */
export const storefrontErrors = defineErrors({
  'storefront.empty': {
    status: 404,
    en: 'There is no shop to show yet. Load the sample shop in the desk.',
    'zh-CN': '还没有可展示的店铺，请先在工作台载入示例店铺。',
    'zh-TW': '還沒有可展示的商店，請先在工作台載入範例商店。',
  },
  'storefront.payment_failed': {
    status: 402,
    en: 'The payment was refused. Nothing was charged; you can try again.',
    'zh-CN': '支付未成功，未扣款，可以重新支付。',
    'zh-TW': '付款未成功，未扣款，可以重新付款。',
  },
  'shopper.not_found': {
    status: 404,
    en: 'This shopper does not exist.',
    'zh-CN': '该顾客不存在。',
    'zh-TW': '找不到這位顧客。',
  },
});
