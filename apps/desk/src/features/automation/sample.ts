import type { automation } from '@guitai/contract';

type Values = Readonly<Record<automation.CareVariable, string>>;

const number = { order: '20260318-071', link: 'https://shop.example/o/071' };

/** An order as it could be, in each language a buyer may read: for looking at words before anybody gets them. */
export const sampleOrder: Readonly<Record<'zh-CN' | 'zh-TW' | 'en', Values>> = {
  'zh-CN': {
    ...number,
    ...{ buyer: '王晓敏', amount: '¥468.00', due: '¥468.00', carrier: '顺丰速运' },
    ...{ tracking: 'SF1402938475610', shop: '青竹家居店', product: '竹制餐盘 28cm' },
  },
  'zh-TW': {
    ...number,
    ...{ buyer: '陳怡君', amount: 'NT$1,280', due: 'NT$1,280', carrier: '黑貓宅急便' },
    ...{ tracking: '905512348876', shop: '青竹生活', product: '竹製餐盤 28 公分' },
  },
  en: {
    ...number,
    ...{ buyer: 'Emma Clarke', amount: '£42.00', due: '£42.00', carrier: 'Royal Mail' },
    ...{ tracking: 'AB123456785GB', shop: 'Green Bamboo', product: 'Bamboo plate, 28 cm' },
  },
};
