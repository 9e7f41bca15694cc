import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, exponentOf, formatMoney, parseMoney, shareOf, sumMoney } from './money.ts';

describe('reading amounts', () => {
  test.each([
    ['0', 0],
    ['0.01', 1],
    ['1', 100],
    ['1.2', 120],
    ['1.20', 120],
    ['1.200', 120],
    ['99999999.99', 9_999_999_999],
  ])('%s is %i fen', (text, minor) => expect(parseMoney(text, 'CNY')).toBe(minor));

  test.each([
    ...[
      '',
      '-1',
      '+1',
      '1.005',
      '1,000',
      '1e3',
      '０.０１',
      '¥1',
      '0x1',
      'Infinity',
      'NaN',
      '1.',
      '01',
    ],
    ...['.5', ' 1', '1 ', '١', '1\u200b', '1\n', '90071992547409.92', '1.2.3', 'null', '--1'],
  ])('%j is refused', (text) => expect(parseMoney(text, 'CNY')).toBeNull());

  test('the currency decides the decimals', () => {
    expect(['JPY', 'CNY', 'KWD'].map(exponentOf)).toEqual([0, 2, 3]);
    expect(parseMoney('1.5', 'JPY')).toBeNull();
    expect(parseMoney('1.234', 'KWD')).toBe(1234);
    expect(() => parseMoney('1', 'yuan')).toThrow(RangeError);
  });

  test('what is written is read back', () => {
    const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(amount, fc.constantFrom('CNY', 'JPY', 'KWD'), (minor, currency) => {
        expect(parseMoney(formatMoney(minor, currency), currency)).toBe(minor);
      }),
    );
    expect(formatMoney(-5, 'CNY')).toBe('-0.05');
  });
});

describe('splitting', () => {
  test.each([
    [1000, [1, 1, 1], [334, 333, 333]],
    [1, [1, 1], [1, 0]],
    [9999, [3333, 3333, 3333], [3333, 3333, 3333]],
    [10000, [0, 0, 1], [0, 0, 10000]],
    [0, [5, 5], [0, 0]],
    [3000, [9990, 9990, 20], [1499, 1498, 3]],
    [-1000, [1, 1, 1], [-334, -333, -333]],
    [7, [0, 0], [7, 0]],
  ])('%i by %j', (total, weights, expected) => expect(allocate(total, weights)).toEqual(expected));

  test('parts sum to the total and differ from the exact share by less than one unit', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), weights, (total, by) => {
        const parts = allocate(total, by);
        expect(sumMoney(parts)).toBe(total);
        const sum = by.reduce((a, b) => a + b, 0);
        if (sum === 0) return;
        for (const [n, weight] of by.entries()) {
          expect(Math.abs((parts[n] ?? 0) - (total * weight) / sum)).toBeLessThan(1.001);
        }
      }),
    );
  });

  test('nobody, or somebody with a negative weight, takes nothing', () => {
    expect(() => allocate(1, [])).toThrow(RangeError);
    expect(() => allocate(1, [1, -1])).toThrow(RangeError);
    expect(allocate(0, [])).toEqual([]);
  });
});

test('1.5 % of 3333 fen is 50: halves go away from zero', () => {
  expect(shareOf(3333, 150)).toBe(50);
  expect(shareOf(1, 5_000)).toBe(1);
  expect(shareOf(-1, 5_000)).toBe(-1);
  expect(shareOf(1, 4_999)).toBe(0);
});

test('a sum out of the exact range is no sum', () => {
  expect(() => sumMoney([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
});
