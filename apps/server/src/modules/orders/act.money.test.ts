import { orders } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { methodsOf, pay } from './acts.test-help.ts';

describe('SHOP-06 prices', () => {
  test('before payment the price changes freely, after it the difference is refunded or due', async () => {
    const w = await atCounter();
    const owner = await w.as('何雅琴');
    const unpaid = await owner.call(orders.changeOrderPostage, {
      orderId: w.order,
      postageMinor: 800,
    });
    expect(unpaid).toMatchObject({
      state: 'done',
      act: { amountMinor: 0, params: { fromMinor: 0, toMinor: 800, totalMinor: 24_200 } },
      order: { totals: { totalMinor: 24_200, dueMinor: 24_200 } },
    });
    await pay(w);
    const less = await owner.call(orders.changeOrderPostage, {
      orderId: w.order,
      postageMinor: 300,
    });
    expect(less).toMatchObject({ state: 'pending', act: { amountMinor: 500 } });
    const more = await owner.call(orders.changeLinePrice, {
      orderId: w.order,
      lineNo: 1,
      unitMinor: 12_000,
    });
    expect(more).toMatchObject({
      state: 'pending',
      act: { amountMinor: -600 },
      order: { totals: { dueMinor: 600 } },
    });
    const same = await owner.attempt(orders.changeOrderPostage, {
      orderId: w.order,
      postageMinor: 300,
    });
    expect(outcomeOf(same)).toBe('order.unchanged');
    const wild = await owner.attempt(orders.changeOrderDiscount, {
      orderId: w.order,
      discountMinor: 999_999_999,
    });
    expect(outcomeOf(wild)).toBe('order.amount_out_of_range');
  });
});

describe('SHOP-06 payment method', () => {
  test('the whole amount moves to a balance of the same buyer; split or refunded it stays', async () => {
    const w = await atCounter();
    const { gift, card } = await methodsOf(w);
    await pay(w);
    const owner = await w.as('何雅琴');
    const acted = await owner.call(orders.changeOrderPaymentMethod, {
      orderId: w.order,
      methodId: gift,
    });
    expect(acted.act).toMatchObject({
      kind: 'payment_method_changed',
      params: { movedMinor: 23_400, to: [{ methodKind: 'gift_card', state: 'done' }] },
    });
    const same = await owner.attempt(orders.changeOrderPaymentMethod, {
      orderId: w.order,
      methodId: gift,
    });
    expect(['order.method_same', 'order.payment_split']).toContain(outcomeOf(same));
    const other = await w.placed();
    await pay(w, other, undefined, 'p-2');
    await owner.call(orders.refundOrder, { orderId: other, amountMinor: 1, reasonCode: 'agreed' });
    const split = await owner.attempt(orders.changeOrderPaymentMethod, {
      orderId: other,
      methodId: card,
    });
    expect(outcomeOf(split)).toBe('order.payment_split');
    const foreign = await owner.attempt(orders.changeOrderPaymentMethod, {
      orderId: other,
      methodId: w.buyer,
    });
    expect(outcomeOf(foreign)).toBe('order.method_foreign');
  });

  test('cancelled after that, the money goes to the method it was moved to, once', async () => {
    const w = await atCounter();
    const { gift } = await methodsOf(w, 50_000);
    await pay(w);
    const owner = await w.as('何雅琴');
    await owner.call(orders.changeOrderPaymentMethod, { orderId: w.order, methodId: gift });
    const acted = await owner.call(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' });
    expect(acted.act).toMatchObject({ state: 'done', amountMinor: 23_400 });
    expect(acted.act?.params.parts).toEqual([
      { methodKind: 'gift_card', label: '礼品卡', amountMinor: 23_400, state: 'done' },
    ]);
    const choices = await owner.call(orders.getOrderChoices, { orderId: w.order });
    expect(choices.methods.find((one) => one.id === gift)?.balanceMinor).toBe(50_000);
    expect(choices.refundableMinor).toBe(0);
  });
});
