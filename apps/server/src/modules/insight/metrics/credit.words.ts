import type { CreditRule } from '../credit.rules.ts';
import type { Texts } from './metric.ts';

/** Who is credited, said beside every number that comes of enquiries. */
export const creditWords: Readonly<Record<CreditRule, Texts>> = {
  last_sku: {
    en: 'Credit: product by product, to the person who last served it before the order; where nobody had, to the person who spoke last in the shop.',
    'zh-CN': '归属：按商品归下单前最后接待该商品的人；无人接待过该商品时，归本店最后发言的人。',
    'zh-TW': '歸屬：依商品歸下單前最後接待該商品的人；沒有人接待過該商品時，歸本店最後發言的人。',
  },
  last_shop: {
    en: 'Credit: to the person who spoke last in the shop before the order, whatever the product.',
    'zh-CN': '归属：不论商品，归下单前本店最后发言的人。',
    'zh-TW': '歸屬：不論商品，歸下單前本店最後發言的人。',
  },
  first: {
    en: 'Credit: product by product, to the person who served it first; where nobody had, to the person who spoke first in the shop.',
    'zh-CN': '归属：按商品归最先接待该商品的人；无人接待过该商品时，归本店最先发言的人。',
    'zh-TW': '歸屬：依商品歸最先接待該商品的人；沒有人接待過該商品時，歸本店最先發言的人。',
  },
  even: {
    en: 'Credit: product by product, in equal shares to all who served it before the order; where nobody had, to all who spoke in the shop.',
    'zh-CN': '归属：按商品由下单前接待过该商品的人平分；无人接待过该商品时，由本店发言过的人平分。',
    'zh-TW':
      '歸屬：依商品由下單前接待過該商品的人均分；沒有人接待過該商品時，由本店發言過的人均分。',
  },
  rounds: {
    en: 'Credit: product by product, shared by the rounds each person spoke in about it before the order; where nobody had, by rounds in the shop.',
    'zh-CN':
      '归属：按商品由下单前接待过该商品的人按各自轮次分摊；无人接待过该商品时，按本店轮次分摊。',
    'zh-TW':
      '歸屬：依商品由下單前接待過該商品的人依各自回合數分攤；沒有人接待過該商品時，依本店回合數分攤。',
  },
};
