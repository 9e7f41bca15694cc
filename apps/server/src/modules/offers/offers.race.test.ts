import { offers, storefront } from '@guitai/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AtCounter, address, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { findCouponFaults } from './checks.ts';
import { templateIn } from './offers.test-help.ts';

describe('SHOP-10 coupons at once', () => {
  let w: AtCounter;
  let owner: Browser;
  beforeAll(async () => {
    w = await atCounter();
    owner = await w.as('何雅琴');
  });

  /** 64 at once, of which so many may succeed. */
  const storm = async (templateId: string) => {
    const tries = Array.from({ length: 64 }, () =>
      owner.attempt(offers.issueCoupon, { templateId, buyerId: w.buyer }),
    );
    return (await Promise.all(tries)).map(outcomeOf);
  };
  const done = (outcomes: string[]) => outcomes.filter((one) => one === 'done').length;
  const stands = async (id: string) =>
    (await owner.call(offers.listCouponTemplates, { shopId: w.shop })).items.find(
      (one) => one.id === id,
    );

  test.each([
    ['count', { maxCount: 7 }, 'coupon.count_over'],
    ['budget', { budgetMinor: 14_500 }, 'coupon.budget_over'],
    ['buyer', { perBuyer: 7 }, 'coupon.buyer_limit'],
  ] as const)(
    '64 want one, the bound of %s lets seven through and never one more',
    async (_, bound, code) => {
      const template = await templateIn(owner, w.shop, {}, bound);
      const outcomes = await storm(template.id);
      expect(done(outcomes)).toBe(7);
      expect(new Set(outcomes)).toEqual(new Set(['done', code]));
      expect(await stands(template.id)).toMatchObject({ issuedCount: 7, committedMinor: 14_000 });
      expect(await w.doing(findCouponFaults)).toEqual([]);
    },
  );

  test('a coupon used by many orders at once is used by one', async () => {
    const template = await templateIn(owner, w.shop, { minMinor: 0 });
    const { coupon } = await owner.call(offers.issueCoupon, {
      templateId: template.id,
      buyerId: w.buyer,
    });
    const items = [{ variantId: w.variant, quantity: 1 }];
    const couponIds = [coupon?.id ?? ''];
    const tries = Array.from({ length: 16 }, () =>
      w.chat.attempt(storefront.placeOrder, { items, address, couponIds }),
    );
    const outcomes = (await Promise.all(tries)).map(outcomeOf);
    expect(done(outcomes)).toBe(1);
    expect(new Set(outcomes)).toEqual(new Set(['done', 'coupon.not_usable']));
    expect(await w.doing(findCouponFaults)).toEqual([]);
  });
});
