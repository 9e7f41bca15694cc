import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { system } from '../../kernel/actor.ts';
import { type Reactions, startReactions } from '../../kernel/reactions.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import * as orders from '../orders/index.ts';
import { applyCoupon } from './apply.ts';
import { readCoupon } from './coupon.store.ts';
import { offers as offersModule } from './index.ts';
import { giveCoupon } from './issue.ts';
import { templateIn } from './offers.test-help.ts';

describe('SHOP-10 orders with coupons under every act', () => {
  let w: AtCounter;
  let templateId = '';
  let running: Reactions;
  const actor = () => system(w.team, 'test');
  beforeAll(async () => {
    w = await atCounter(100_000);
    const owner = await w.as('何雅琴');
    templateId = (await templateIn(owner, w.shop, { minMinor: 0, amountMinor: 3_333 })).id;
    running = startReactions(w.db, offersModule.reactions);
  });
  afterAll(() => running.stop());

  type Step = (tx: Tx, orderId: string) => Promise<unknown>;
  const line = 1;
  const step = fc.oneof(
    fc.integer({ min: 1, max: 6 }).map(
      (quantity): Step =>
        (tx, orderId) =>
          orders.changeOrderItems(actor(), tx, {
            orderId,
            changes: [{ lineNo: line, variantId: w.variant, quantity }],
          }),
    ),
    fc.integer({ min: 1, max: 3 }).map(
      (quantity): Step =>
        (tx, orderId) =>
          orders.cancelOrder(actor(), tx, {
            orderId,
            reasonCode: 'other',
            lines: [{ lineNo: line, quantity }],
          }),
    ),
    fc.integer({ min: 1, max: 20_000 }).map(
      (amountMinor): Step =>
        (tx, orderId) =>
          orders.refundOrder(actor(), tx, { orderId, amountMinor, reasonCode: 'agreed' }),
    ),
    fc.nat(5_000).map(
      (discountMinor): Step =>
        (tx, orderId) =>
          orders.changeOrderDiscount(actor(), tx, { orderId, discountMinor }),
    ),
    fc.nat(1_500).map(
      (postageMinor): Step =>
        (tx, orderId) =>
          orders.changeOrderPostage(actor(), tx, { orderId, postageMinor }),
    ),
    fc.constant<Step>((tx, orderId) =>
      orders.cancelOrder(actor(), tx, { orderId, reasonCode: 'other' }),
    ),
  );

  const checks = () =>
    w.doing(async (tx) => {
      const found: string[] = [];
      for (const check of [...orders.orders.checks, ...offersModule.checks])
        found.push(...(await check.ask(tx)));
      return found;
    });

  test('whatever is done to it, no more goes back than was paid, the ledger stands, and the coupon gives no more than its worth', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (steps, paid) => {
          const orderId = await w.placed(3);
          const coupon = await w.doing((tx) =>
            giveCoupon(actor(), tx, { templateId, buyerId: w.buyer }),
          );
          if (isRefusal(coupon)) throw new Error(coupon.code);
          const put = await w.doing((tx) =>
            applyCoupon(actor(), tx, { orderId, couponId: coupon.id }),
          );
          if (isRefusal(put)) throw new Error(put.code);
          if (paid)
            await w.doing((tx) =>
              orders.payOrder(actor(), tx, { orderId, kind: 'cash', reference: orderId }),
            );
          for (const one of steps) await w.doing((tx) => one(tx, orderId));
          await running.settled();
          const order = await w.doing((tx) => orders.orderFacts(tx, orderId));
          const after = await w.doing((tx) => readCoupon(tx, coupon.id));
          if (!order || !after) throw new Error('the order or its coupon is gone');
          expect(order.refundedMinor).toBeLessThanOrEqual(order.paidMinor);
          expect(order.totalMinor).toBeGreaterThanOrEqual(0);
          const parts = order.items.reduce(
            (sum, item) => sum + item.couponMinor,
            order.postageCouponMinor,
          );
          expect(parts).toBeLessThanOrEqual(3_333);
          for (const item of order.items)
            expect(item.couponMinor).toBeLessThanOrEqual(item.discountMinor);
          if (order.status === 'cancelled')
            expect(after).toMatchObject({ state: 'issued', usedMinor: 0 });
          if (after.state === 'used') expect(after.usedMinor).toBe(parts);
        },
      ),
      { numRuns: 25 },
    );
    expect(await checks()).toEqual([]);
  });
});
