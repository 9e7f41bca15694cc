import { offers, orders } from '@guitai/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { system } from '../../kernel/actor.ts';
import { type Reactions, startReactions } from '../../kernel/reactions.ts';
import { payOrder, settleAct } from '../orders/index.ts';
import { offers as offersModule } from './index.ts';
import { orderWith, templateIn } from './offers.test-help.ts';

describe('SHOP-10 coupons of money on its way back', () => {
  let w: AtCounter;
  let running: Reactions;
  beforeAll(async () => {
    w = await atCounter();
    running = startReactions(w.db, offersModule.reactions);
  });
  afterAll(() => running.stop());

  test('another act meanwhile brings the coupon back no sooner than the money arrives', async () => {
    const owner = await w.as('何雅琴');
    const { id: templateId } = await templateIn(owner, w.shop);
    const given = await owner.call(offers.issueCoupon, { templateId, buyerId: w.buyer });
    const couponId = given.coupon?.id ?? '';
    const stateOf = async () => {
      await running.settled();
      const { items } = await owner.call(offers.listCoupons, { templateId });
      return items[0]?.state;
    };
    const { id: orderId, totalMinor } = await orderWith(w, [couponId]);
    const doing = system(w.team, 'test');
    await w.doing((tx) =>
      payOrder(doing, tx, { orderId, kind: 'wechat_pay', reference: 'paid by hand' }),
    );
    const refund = { orderId, amountMinor: totalMinor, reasonCode: 'agreed' } as const;
    const refunded = await owner.call(orders.refundOrder, refund);
    expect(refunded.act).toMatchObject({ state: 'pending' });
    expect(await stateOf()).toBe('used');
    await owner.call(orders.setOrderUrgent, { orderId });
    expect(await stateOf()).toBe('used');
    await w.doing((tx) => settleAct(doing, tx, refunded.act?.id ?? '', 'failed', 'refused'));
    expect(await stateOf()).toBe('used');
  });
});
