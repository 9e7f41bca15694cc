import { access, offers, storefront } from '@guitai/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtCounter, address, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { type Reactions, startReactions } from '../../kernel/reactions.ts';
import { findCouponFaults } from './checks.ts';
import { offers as offersModule } from './index.ts';
import { orderWith, templateIn } from './offers.test-help.ts';

describe('SHOP-10 coupons within what who gives them may give', () => {
  let w: AtCounter;
  let owner: Browser;
  let agent: Browser;
  let running: Reactions;
  beforeAll(async () => {
    w = await atCounter();
    running = startReactions(w.db, offersModule.reactions);
    [owner, agent] = [await w.as('何雅琴'), await w.as('林小满')];
    await owner.call(access.setLimit, {
      ...{ subjectKind: 'role', subjectId: 'agent', action: 'coupon', currency: 'CNY' },
      ...{ perActMinor: 3_000, perOrderMinor: 2_000, perBuyerDayMinor: null, perDayMinor: null },
      ...{ floorPercent: 80, beyond: 'ask' },
    });
  });
  afterAll(() => running.stop());

  const kind = (amountMinor: number, more: Partial<offers.CouponTermsShape> = {}) =>
    templateIn(owner, w.shop, { minMinor: 0, amountMinor, ...more });
  const give = (by: Browser, templateId: string, conversationId?: string) =>
    by.attempt(offers.issueCoupon, {
      templateId,
      buyerId: w.buyer,
      ...(conversationId && { conversationId }),
    });
  const clear = async () => {
    const { items } = await owner.call(offers.listCoupons, { shopId: w.shop, state: 'issued' });
    for (const { id: couponId } of items)
      await owner.call(offers.revokeCoupon, { couponId, reason: '重来' });
  };

  test('in a talk about an open order it counts on that order: two small ones are as much as one large', async () => {
    const ten = await kind(1_200);
    expect(outcomeOf(await give(agent, ten.id, w.conversation))).toBe('done');
    expect(outcomeOf(await give(agent, ten.id, w.conversation))).toBe('authority.approval_needed');
    expect(outcomeOf(await give(owner, ten.id, w.conversation))).toBe('done');
    await clear();
  });

  test('given before there is an order, they meet on it: the second gives nothing beside the first', async () => {
    const pair = { stacksWith: ['amount' as const] };
    const [a, b] = [await kind(1_500, pair), await kind(1_400, pair)];
    for (const one of [a, b]) expect(outcomeOf(await give(agent, one.id))).toBe('done');
    const { items } = await owner.call(offers.listCoupons, { shopId: w.shop, state: 'issued' });
    const both = await w.chat.attempt(storefront.placeOrder, {
      ...{ items: [{ variantId: w.variant, quantity: 3 }], address },
      couponIds: items.map(({ id }) => id),
    });
    expect(outcomeOf(both)).toBe('coupon.does_not_fit');
    const placed = await orderWith(w, [items.find((one) => one.templateId === a.id)?.id ?? '']);
    expect(placed.discountMinor).toBe(1_500);
    await clear();
    expect(await w.doing(findCouponFaults)).toEqual([]);
  });

  test('a person’s floor goes with the coupon: without a minimum it leaves the giver’s share of the price on a small cart', async () => {
    await owner.call(access.setLimit, {
      ...{ subjectKind: 'role', subjectId: 'agent', action: 'coupon', currency: 'CNY' },
      ...{ perActMinor: 3_000, perOrderMinor: 2_000, perBuyerDayMinor: null, perDayMinor: null },
      ...{ floorPercent: 90, beyond: 'ask' },
    });
    const large = await kind(2_000);
    expect(outcomeOf(await give(agent, large.id))).toBe('done');
    const saves = async (quantity: number) => {
      const items = [{ variantId: w.variant, quantity }];
      return (await w.chat.call(storefront.quoteCart, { items })).discountMinor;
    };
    expect(await saves(1)).toBe(1_170);
    expect(await saves(2)).toBe(2_000);
    await clear();
    const plate = await kind(1_500, { scope: 'products', productIds: [w.product] });
    expect(outcomeOf(await give(agent, plate.id))).toBe('authority.approval_needed');
  });

  test('what promises more than the shop’s lowest price leaves is not given in that talk; with a minimum it is', async () => {
    const set = await owner.call(offers.setPriceFloor, {
      ...{ shopId: w.shop, productId: w.product },
      ...{ percent: 95, floorMinor: null, marginPercent: null },
    });
    const large = await kind(1_900, { scope: 'products', productIds: [w.product] });
    expect(outcomeOf(await give(owner, large.id))).toBe('coupon.below_floor');
    const shop = await kind(1_900);
    expect(outcomeOf(await give(owner, shop.id, w.conversation))).toBe('coupon.below_floor');
    const sheet = await owner.call(offers.getOfferSheet, {
      conversationId: w.conversation,
      situation: 'hesitating',
    });
    const rung = sheet.rungs.find((one) => one.rung === 'coupon');
    expect(rung?.name).toBe('满 199 减 20');
    const later = await kind(1_900, { minMinor: 99_900 });
    expect(outcomeOf(await give(owner, later.id, w.conversation))).toBe('done');
    await owner.call(offers.removePriceFloor, { floorId: set.id });
    await clear();
  });
});
