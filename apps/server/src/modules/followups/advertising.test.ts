import { followups } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { topicOf } from './send.ts';

const sells = [
  '全场五折，今晚截止',
  '满200减50，明天结束',
  '老客专享优惠',
  '老客专享优\u200b惠',
  '限时秒杀开始啦',
  '送您一张优惠券',
  '新品上新，来看看',
  '全館免運，限時三天',
  'Everything 20 % off until Sunday',
  'Our summer SALE has begun',
  'Free shipping this week',
];

const serves = [
  '您的包裹今天限时送达，请留意电话',
  '用着还顺手吗？有问题随时回复',
  '退款已原路退回，请查收',
  '尺寸還合身嗎？',
  '商品已打包，邮费由我们承担',
  '宝贝已打包 邮寄单号稍后发您',
  '换的是全新 品质有保证',
  '早上 新订单会一起发出',
  '款式独特 价格按约定不变',
  '三折叠款的说明书已发您',
  '对尺码不满 送回即可',
  '外面很热 卖家建议冷藏',
  '有效期限 时间见发票',
  '紅 包裝的那款已寄出',
  'How do you like your order so far?',
  'Your refund is on its way.',
];

describe('A21 whether words sell', () => {
  it.each(sells)('%s', (text) => expect(followups.readsAsAdvertising(text)).toBe(true));
  it.each(serves)('not: %s', (text) => expect(followups.readsAsAdvertising(text)).toBe(false));

  it('what sells is advertising whatever is said; own words nobody spoke for are; a marketing list stays one', () => {
    const of = (topic: 'service' | 'marketing', text: string, own: boolean, said?: 'service') =>
      topicOf({ topic }, { text, own, said });
    expect(of('service', '全场五折', true, 'service')).toBe('marketing');
    expect(of('service', '全场五折', false)).toBe('marketing');
    expect(of('service', '还好吗', true)).toBe('marketing');
    expect(of('service', '还好吗', true, 'service')).toBe('service');
    expect(of('service', '还好吗', false)).toBe('service');
    expect(of('marketing', '还好吗', true, 'service')).toBe('marketing');
  });
});
