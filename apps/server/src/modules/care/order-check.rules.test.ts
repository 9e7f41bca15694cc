import type { cards, Static } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import {
  type CheckState,
  markOf,
  mayAsk,
  maySettle,
  stillAsks,
  weighAnswer,
} from './order-check.rules.ts';

const order: Static<typeof cards.CardOrder> = {
  id: '0195a2b4-7c1d-7e00-8a10-1234567890ab',
  number: '20260318-0071',
  state: 'placed',
  currency: 'CNY',
  itemsMinor: 23_400,
  discountMinor: 2_000,
  postageMinor: 0,
  totalMinor: 21_400,
  placedAt: '2026-03-18T06:02:11.000Z',
  url: null,
  items: [
    {
      title: '竹制餐盘',
      variant: '28 cm',
      sku: 'QZ-PL-28',
      imageUrl: null,
      quantity: 2,
      unitMinor: 11_700,
    },
  ],
};
const address = {
  name: '王晓敏',
  phone: '13800004614',
  country: '',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street: '竹溪路 8 号',
  postcode: '',
};
const states: CheckState[] = ['asked', 'confirmed', 'change_wanted', 'withdrawn', 'outdated'];

describe('SHOP-05 a question to the buyer', () => {
  test('is settled once; every other way is closed', () => {
    for (const from of states)
      for (const to of states) expect(maySettle(from, to)).toBe(from === 'asked' && to !== 'asked');
  });

  test('stands through a payment, but not through other goods, another price or an end', () => {
    const mark = markOf('order', order, null);
    const asks = (status: 'paid' | 'shipped' | 'cancelled', changed: Partial<typeof order> = {}) =>
      stillAsks('order', mark, { status, mark: markOf('order', { ...order, ...changed }, null) });
    expect(asks('paid', { state: 'paid' })).toBe(true);
    expect(asks('paid', { totalMinor: 21_399 })).toBe(false);
    expect(asks('paid', { items: [] })).toBe(false);
    expect(asks('cancelled')).toBe(false);
    expect(asks('shipped')).toBe(false);
  });

  test('about the address stands until a part of it changes', () => {
    const mark = markOf('address', order, address);
    expect(markOf('address', { ...order, totalMinor: 1 }, { ...address })).toBe(mark);
    for (const part of Object.keys(address))
      expect(markOf('address', order, { ...address, [part]: '改' })).not.toBe(mark);
  });

  test('about the address is not asked once something has left the house', () => {
    expect(mayAsk('address', 'preparing')).toBe(true);
    expect(mayAsk('address', 'partly_shipped')).toBe(false);
    expect(mayAsk('order', 'partly_shipped')).toBe(true);
  });
});

describe('SHOP-05 the answer', () => {
  const yes = { answer: 'confirmed', text: '', address: undefined } as const;
  const change = { answer: 'change_wanted', text: '换成 24 cm 的', address: undefined } as const;

  test('settles an open question; the same answer again changes nothing', () => {
    expect(weighAnswer('asked', yes, true)).toBe('settle');
    expect(weighAnswer('confirmed', yes, true)).toBe('same');
  });

  test('comes too late for a closed question, and for an order that changed meanwhile', () => {
    expect(weighAnswer('withdrawn', yes, true)).toBe('order_check.settled');
    expect(weighAnswer('confirmed', change, true)).toBe('order_check.settled');
    expect(weighAnswer('asked', yes, false)).toBe('order_check.outdated');
    expect(weighAnswer('outdated', change, false)).toBe('order_check.outdated');
  });

  test('that wants a change says which', () => {
    expect(weighAnswer('asked', { ...change, text: '  ' }, true)).toBe('order_check.answer_empty');
    expect(weighAnswer('asked', { ...change, text: '', address }, true)).toBe('settle');
  });
});
