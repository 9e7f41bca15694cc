import { describe, expect, test } from 'vitest';
import { isOnlyEmoji, pieces } from './text.rules.ts';

describe('SHOP-11 order numbers and addresses in a message', () => {
  const numbers = ['20260318-071', 'A-1'];

  test('a number of a known order becomes a link, others stay text', () => {
    expect(pieces('订单20260318-071到了吗，20260318-072呢', numbers)).toEqual([
      { kind: 'text', text: '订单' },
      { kind: 'order', text: '20260318-071' },
      { kind: 'text', text: '到了吗，20260318-072呢' },
    ]);
  });

  test('only whole numbers count', () => {
    expect(pieces('XA-1 A-12 A-1', numbers).filter(({ kind }) => kind === 'order')).toHaveLength(1);
  });

  test('an address ends before Chinese punctuation and a full stop', () => {
    const found = pieces('看 https://a.example/x?y=1，谢谢。http://b.example.', []);
    expect(found.filter(({ kind }) => kind === 'link').map(({ text }) => text)).toEqual([
      'https://a.example/x?y=1',
      'http://b.example',
    ]);
  });

  test('markup and script addresses are only text', () => {
    expect(pieces('<b>x</b> javascript:alert(1)', [])).toEqual([
      { kind: 'text', text: '<b>x</b> javascript:alert(1)' },
    ]);
  });

  test('emoji alone are told from digits', () => {
    expect([
      isOnlyEmoji('🌹🌹'),
      isOnlyEmoji('👍🏽 '),
      isOnlyEmoji('12'),
      isOnlyEmoji('好👍'),
    ]).toEqual([true, true, false, false]);
  });
});
