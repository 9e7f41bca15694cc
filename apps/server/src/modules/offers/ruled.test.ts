import { type automation, conversations, offers } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { type Ruled, ruled } from '../../../test/ruled.ts';
import { worthOfCoupon } from '../automation/coupon.test-help.ts';
import { findCouponFaults } from './checks.ts';

const gives = (templateId: string, channels: ('chat' | 'sms')[]): automation.RuleAction => ({
  ...{ do: 'coupon', templateId, channels },
  variants: [{ name: 'A', texts: { 'zh-CN': '{buyer}，送您{coupon}', 'zh-TW': '', en: '' } }],
});

const couponsOf = async (w: Ruled) =>
  (await (await w.as('何雅琴')).call(offers.listCoupons, { shopId: w.shop })).items;

const cardOf = async (w: Ruled) => {
  const owner = await w.as('何雅琴');
  const { items } = await owner.call(conversations.listMessages, {
    conversationId: w.conversation,
  });
  const card = items.map((one) => one.card).find((one) => one?.type === 'info');
  return card?.type === 'info' ? card : undefined;
};

describe('SHOP-10 a coupon given by a rule', () => {
  it('shows in its card that it was used, under the words it came with', async () => {
    const w = await ruled();
    const templateId = await worthOfCoupon(w, 800);
    await w.rule('送券', { trigger: 'order.placed', actions: [gives(templateId, ['chat'])] });
    const orderId = await w.placed();
    await w.care();
    const [coupon] = await couponsOf(w);
    expect(coupon).toMatchObject({ state: 'issued', worthMinor: 800 });
    expect(await cardOf(w)).toMatchObject({ id: coupon?.id, state: 'issued' });
    const owner = await w.as('何雅琴');
    await owner.call(offers.applyCoupon, { orderId, couponId: coupon?.id ?? '' });
    const card = await cardOf(w);
    expect(card).toMatchObject({ id: coupon?.id, state: 'used' });
    expect(card?.text).toContain('送您¥8 优惠券');
    expect(card?.text).toContain('已使用');
    expect(card?.text).not.toContain('自动使用');
  });

  it('whose message never leaves goes back into its budget, once, and is nobody’s', async () => {
    const w = await ruled();
    const templateId = await worthOfCoupon(w, 800, 800);
    await w.rule('送券', { trigger: 'order.placed', actions: [gives(templateId, ['sms'])] });
    await w.placed();
    await w.care();
    await w.care();
    expect(await couponsOf(w)).toMatchObject([{ state: 'revoked' }]);
    const owner = await w.as('何雅琴');
    const { items } = await owner.call(offers.listCouponTemplates, { shopId: w.shop });
    expect(items.find(({ id }) => id === templateId)).toMatchObject({
      ...{ committedMinor: 0, issuedCount: 0 },
    });
    expect(await w.doing(findCouponFaults)).toEqual([]);
  });
});
