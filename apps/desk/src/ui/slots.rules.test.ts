import { describe, expect, it } from 'vitest';
import { keptText, shownText, stretchesOf } from './slots.rules.ts';

const slots = [
  { code: 'buyer', name: '买家称呼' },
  { code: 'order.number', name: '订单号' },
];

describe('SCR-03 words that stand for something are read in one’s own language', () => {
  it('are shown by name and kept by code, with what is said instead', () => {
    const kept = '{buyer}您好，{order.number|您的订单}已发出。';
    const shown = '{买家称呼}您好，{订单号|您的订单}已发出。';
    expect(shownText(kept, slots)).toBe(shown);
    expect(keptText(shown, slots)).toBe(kept);
    expect(keptText(kept, slots)).toBe(kept);
  });

  it('leave what they do not know as it is typed', () => {
    expect(shownText('{nobody} {', slots)).toBe('{nobody} {');
    expect(keptText('{}{没有}', slots)).toBe('{}{没有}');
  });

  it('are cut out where they stand', () => {
    expect(stretchesOf('亲，{买家称呼}！', slots)).toEqual([
      { from: 0, text: '亲，', slot: false },
      { from: 2, text: '{买家称呼}', slot: true },
      { from: 8, text: '！', slot: false },
    ]);
    expect(stretchesOf('', slots)).toEqual([]);
  });
});
