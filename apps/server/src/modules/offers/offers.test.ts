import { access, channels, offers, orders, storefront } from '@guitai/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtCounter, address, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { type Reactions, startReactions } from '../../kernel/reactions.ts';
import { run } from '../../kernel/tx.ts';
import { payOrder } from '../orders/index.ts';
import { findCouponFaults } from './checks.ts';
import { offers as offersModule } from './index.ts';
import { orderWith, templateIn } from './offers.test-help.ts';

describe('SHOP-10 coupons', () => {
  let w: AtCounter;
  let owner: Browser;
  let agent: Browser;
  let running: Reactions;
  beforeAll(async () => {
    w = await atCounter();
    running = startReactions(w.db, offersModule.reactions);
    [owner, agent] = [await w.as('何雅琴'), await w.as('林小满')];
  });

  afterAll(() => running.stop());
  const settled = async () => {
    await running.settled();
    const stuck = await w.doing((tx) =>
      run<{ failed_why: string }>(
        tx,
        sql`select failed_why from reaction_cursors where failures > 0`,
      ),
    );
    expect(stuck).toEqual([]);
  };
  const faults = () => w.doing(findCouponFaults);
  const pay = (orderId: string) =>
    w.doing((tx) =>
      payOrder(system(w.team, 'test'), tx, {
        orderId,
        kind: 'wechat_pay',
        reference: `p-${orderId}`,
      }),
    );
  const couponOf = async (id: string) =>
    (await owner.call(offers.listCoupons, { shopId: w.shop })).items.find((one) => one.id === id);

  test('an agent gives one in the chat: the card arrives in the buyer’s language, the best is chosen, it is used', async () => {
    const template = await templateIn(owner, w.shop);
    const given = await agent.call(offers.issueCoupon, {
      templateId: template.id,
      buyerId: w.buyer,
      conversationId: w.conversation,
    });
    expect(given).toMatchObject({ state: 'done', coupon: { state: 'issued', worthMinor: 2_000 } });
    const seen = await w.chat.call(channels.getChat, {});
    expect(seen.messages.at(-1)?.card).toMatchObject({
      type: 'info',
      kind: 'coupon',
      state: 'issued',
    });
    const items = [{ variantId: w.variant, quantity: 2 }];
    const quote = await w.chat.call(storefront.quoteCart, { items });
    expect(quote).toMatchObject({ itemsMinor: 23_400, discountMinor: 2_000, totalMinor: 21_400 });
    const id = given.coupon?.id ?? '';
    expect(quote.coupons).toMatchObject([{ id, chosen: true, savesMinor: 2_000 }]);
    const placed = await orderWith(w, [id]);
    expect(placed).toMatchObject({ discountMinor: 2_000, totalMinor: 21_400 });
    expect(await couponOf(id)).toMatchObject({
      state: 'used',
      orderId: placed.id,
      usedMinor: 2_000,
    });
    const again = await w.chat.attempt(storefront.placeOrder, { items, address, couponIds: [id] });
    expect(outcomeOf(again)).toBe('coupon.not_usable');
    await pay(placed.id);
    const cancelled = await agent.call(orders.cancelOrder, {
      orderId: placed.id,
      reasonCode: 'no_longer_needed',
    });
    expect(cancelled.order.totals).toMatchObject({ refundedMinor: 21_400, paidMinor: 21_400 });
    await settled();
    expect(await couponOf(id)).toMatchObject({ state: 'issued', orderId: null, usedMinor: 0 });
    const card = (await w.chat.call(channels.getChat, {})).messages.find(
      (one) => one.card?.type === 'info',
    )?.card;
    expect(card).toMatchObject({ state: 'issued' });
    expect(await faults()).toEqual([]);
  });

  test('nobody uses another’s coupon, none is used twice over, none below its floor', async () => {
    const template = await templateIn(owner, w.shop, { minMinor: 0 });
    const stranger = await w.newcomer(await w.identity('b-2', '李雷'));
    const given = await agent.call(offers.issueCoupon, {
      templateId: template.id,
      buyerId: w.buyer,
    });
    const id = given.coupon?.id ?? '';
    const items = [{ variantId: w.variant, quantity: 2 }];
    const stolen = await stranger.chat.attempt(storefront.placeOrder, {
      items,
      address,
      couponIds: [id],
    });
    expect(outcomeOf(stolen)).toBe('coupon.not_found');
    await owner.call(offers.setPriceFloor, {
      ...{ shopId: w.shop, variantId: w.variant },
      ...{ percent: 100, floorMinor: null, marginPercent: null },
    });
    const low = await w.chat.attempt(storefront.placeOrder, { items, address, couponIds: [id] });
    expect(outcomeOf(low)).toBe('coupon.does_not_fit');
    const { items: floors } = await owner.call(offers.listPriceFloors, { shopId: w.shop });
    await owner.call(offers.setPriceFloor, {
      ...{ shopId: w.shop, variantId: w.variant },
      ...{ percent: 95, floorMinor: null, marginPercent: null },
    });
    const quote = await w.chat.call(storefront.quoteCart, { items });
    expect(quote.discountMinor).toBe(2 * (11_700 - 11_115));
    await owner.call(offers.removePriceFloor, { floorId: floors[0]?.id ?? '' });
  });

  test('floors hold for prices and discounts too, and a discount cannot take a coupon back', async () => {
    const floor = { percent: 90, floorMinor: null, marginPercent: null };
    const set = await owner.call(offers.setPriceFloor, {
      ...{ shopId: w.shop, productId: w.product },
      ...floor,
    });
    const placed = await w.placed();
    const tooLow = await owner.attempt(orders.changeOrderDiscount, {
      orderId: placed,
      discountMinor: 2_341,
    });
    expect(outcomeOf(tooLow)).toBe('order.below_floor');
    await owner.call(orders.changeOrderDiscount, { orderId: placed, discountMinor: 2_000 });
    const stacked = await owner.attempt(orders.changeLinePrice, {
      ...{ orderId: placed, lineNo: 1 },
      unitMinor: 11_000,
    });
    expect(outcomeOf(stacked)).toBe('order.below_floor');
    await owner.call(offers.removePriceFloor, { floorId: set.id });
    const template = await templateIn(owner, w.shop, { minMinor: 0, amountMinor: 1_000 });
    const given = await owner.call(offers.issueCoupon, {
      templateId: template.id,
      buyerId: w.buyer,
    });
    const other = await w.placed();
    const applied = await agent.call(offers.applyCoupon, {
      orderId: other,
      couponId: given.coupon?.id ?? '',
    });
    expect(applied).toMatchObject({
      act: { kind: 'coupon_applied' },
      order: { totals: { totalMinor: 22_400, discountMinor: 1_000 } },
    });
    const taken = await owner.attempt(orders.changeOrderDiscount, {
      orderId: other,
      discountMinor: 0,
    });
    expect(outcomeOf(taken)).toBe('order.amount_out_of_range');
    expect(await faults()).toEqual([]);
  });

  test('beyond the own authority it is asked for, and once approved given and sent by itself', async () => {
    const template = await templateIn(owner, w.shop, { amountMinor: 5_000, minMinor: 50_000 });
    const wish = { templateId: template.id, buyerId: w.buyer, conversationId: w.conversation };
    const refused = await agent.attempt(offers.issueCoupon, wish);
    expect(outcomeOf(refused)).toBe('authority.approval_needed');
    const asked = await agent.call(offers.issueCoupon, { ...wish, approvalNote: '老客户，量大' });
    expect(asked).toMatchObject({ state: 'asked', coupon: null });
    const lead = await w.as('周启明');
    await lead.call(access.grantApproval, { approvalId: asked.approval?.id ?? '' });
    const list = await owner.call(offers.listCoupons, { templateId: template.id });
    expect(list.items).toMatchObject([{ state: 'issued', issuedByName: '林小满' }]);
    const last = (await w.chat.call(channels.getChat, {})).messages.at(-1);
    expect(last?.card).toMatchObject({ type: 'info', id: list.items[0]?.id });
    const preview = await agent.call(offers.issueCoupon, { ...wish, preview: true });
    expect(preview).toMatchObject({ state: 'preview', authority: { verdict: 'ask' } });
    expect(await faults()).toEqual([]);
  });

  test('an uncapped percentage always needs somebody more', async () => {
    const terms = { kind: 'percent', amountMinor: null, percent: 5, minMinor: 0 } as const;
    const template = await templateIn(owner, w.shop, terms);
    const wish = { templateId: template.id, buyerId: w.buyer };
    expect(outcomeOf(await agent.attempt(offers.issueCoupon, wish))).toBe(
      'authority.approval_needed',
    );
  });

  test('new terms are a new version; what was given keeps its own', async () => {
    const template = await templateIn(owner, w.shop, { minMinor: 0, amountMinor: 500 });
    const given = await owner.call(offers.issueCoupon, {
      templateId: template.id,
      buyerId: w.buyer,
    });
    const { name, terms, budgetMinor, maxCount, perBuyer, validFrom, validUntil, validDays } =
      template;
    const kept = { name, budgetMinor, maxCount, perBuyer, validFrom, validUntil, validDays };
    const changed = await owner.call(offers.changeCouponTemplate, {
      templateId: template.id,
      ...kept,
      terms: { ...terms, amountMinor: 900 },
    });
    expect(changed).toMatchObject({ version: 2, terms: { amountMinor: 900 } });
    expect(await couponOf(given.coupon?.id ?? '')).toMatchObject({
      templateVersion: 1,
      terms: { amountMinor: 500 },
    });
    await owner.call(offers.stopCouponTemplate, { templateId: template.id });
    const stopped = await agent.attempt(offers.issueCoupon, {
      templateId: template.id,
      buyerId: w.buyer,
    });
    expect(outcomeOf(stopped)).toBe('coupon.stopped');
    await owner.call(offers.revokeCoupon, { couponId: given.coupon?.id ?? '', reason: '发错了' });
    expect(await couponOf(given.coupon?.id ?? '')).toMatchObject({ state: 'revoked' });
    expect(await faults()).toEqual([]);
  });

  test('who only looks gives nothing, and a foreign shop has no such coupons', async () => {
    const observer = await w.as('方予安');
    const template = await templateIn(owner, w.shop);
    const wish = { templateId: template.id, buyerId: w.buyer };
    expect(outcomeOf(await observer.attempt(offers.issueCoupon, wish))).toBe('access.denied');
    expect(
      outcomeOf(
        await agent.attempt(offers.createCouponTemplate, {
          shopId: w.shop,
          name: 'x',
          terms: template.terms,
          budgetMinor: null,
          maxCount: null,
          perBuyer: null,
          validFrom: null,
          validUntil: null,
          validDays: null,
        }),
      ),
    ).toBe('access.denied');
    const elsewhere = await atCounter();
    const other = await elsewhere.as('何雅琴');
    const foreign = { templateId: template.id, buyerId: elsewhere.buyer };
    expect(outcomeOf(await other.attempt(offers.issueCoupon, foreign))).toBe(
      'coupon.template_not_found',
    );
  });
});
