import { orders } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { methodsOf, pay, stockOf } from './acts.test-help.ts';
import { payOrder } from './index.ts';

describe('SHOP-06 cancel', () => {
  test('an unpaid order: its pieces go back, nothing is refunded', async () => {
    const w = await atCounter();
    const stock = (await stockOf(w)) ?? 0;
    const agent = await w.as('林小满');
    const acted = await agent.call(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' });
    expect(acted).toMatchObject({ state: 'done', order: { status: 'cancelled' } });
    expect(acted.order.can).not.toContain('cancelOrder');
    expect(await stockOf(w)).toBe(stock + 2);
    const twice = await agent.attempt(orders.cancelOrder, {
      orderId: w.order,
      reasonCode: 'other',
    });
    expect(outcomeOf(twice)).toBe('order.act_not_allowed');
    expect(twice.ok || twice.problem.message).toMatch(
      /is cancelled \(allowed: unpaid, to be shipped, being prepared\)/,
    );
  });

  test('every payment goes back to what paid it, net of what was refunded before; a balance at once', async () => {
    const w = await atCounter();
    const { gift } = await methodsOf(w, 10_000);
    await w.doing((tx) =>
      payOrder(system(w.team, 'test'), tx, {
        orderId: w.order,
        kind: 'gift_card',
        reference: 'g-1',
        amountMinor: 10_000,
        methodId: gift,
      }),
    );
    await pay(w);
    const owner = await w.as('何雅琴');
    const about = { orderId: w.order, reasonCode: 'agreed' };
    await owner.call(orders.refundOrder, { ...about, amountMinor: 4_000 });
    const acted = await owner.call(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' });
    expect(acted.act).toMatchObject({ amountMinor: 19_400, state: 'pending' });
    expect(acted.act?.params.parts).toEqual([
      { methodKind: 'gift_card', label: '礼品卡', amountMinor: 6_000, state: 'done' },
      { methodKind: 'wechat_pay', label: 'wechat_pay', amountMinor: 13_400, state: 'pending' },
    ]);
    expect(acted.order.totals).toMatchObject({ paidMinor: 23_400, refundedMinor: 23_400 });
  });

  test('some pieces: the price, the stock and the refund follow; unknown and doubled lines are refused', async () => {
    const w = await atCounter();
    await pay(w);
    const owner = await w.as('何雅琴');
    const wish = { orderId: w.order, reasonCode: 'other' };
    for (const [lines, code] of [
      [[{ lineNo: 9 }], 'order.line_not_found'],
      [[{ lineNo: 1, quantity: 3 }], 'order.line_not_found'],
      [[{ lineNo: 1, quantity: 1 }, { lineNo: 1 }], 'order.line_twice'],
    ] as const) {
      const refused = await owner.attempt(orders.cancelOrder, { ...wish, lines: [...lines] });
      expect(outcomeOf(refused)).toBe(code);
    }
    const acted = await owner.call(orders.cancelOrder, {
      ...wish,
      lines: [{ lineNo: 1, quantity: 1 }],
    });
    expect(acted).toMatchObject({
      act: { kind: 'lines_cancelled', amountMinor: 11_700 },
      order: {
        status: 'paid',
        lines: [{ quantity: 1 }],
        totals: { totalMinor: 11_700, refundedMinor: 11_700 },
      },
    });
    const unknown = await owner.attempt(orders.cancelOrder, { ...wish, reasonCode: 'just_so' });
    expect(outcomeOf(unknown)).toBe('order.reason_unknown');
  });

  test('two refunds at once never exceed what was paid; cancel and refund at once neither', async () => {
    const w = await atCounter();
    await pay(w);
    const owner = await w.as('何雅琴');
    const wish = { orderId: w.order, amountMinor: 20_000, reasonCode: 'agreed' };
    const outcomes = await Promise.all([
      owner.attempt(orders.refundOrder, wish),
      owner.attempt(orders.refundOrder, wish),
      owner.attempt(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' }),
    ]);
    const { totals } = await owner.call(orders.getOrder, { orderId: w.order });
    expect(totals.refundedMinor).toBeLessThanOrEqual(totals.paidMinor);
    const refused = ['order.refund_above_paid', 'order.act_not_allowed'];
    const [one, other] = outcomes.map(outcomeOf);
    expect([one, other].some((code) => refused.includes(String(code)))).toBe(true);
  });
});
