import { expect, test } from 'vitest';
import { amountText, readAmount } from './amount.ts';

test('OPS-10 an amount as people type it becomes minor units', () => {
  expect(
    ['12', '12.5', '¥12.50', '１２。'.replace('。', '.'), ' 12,5 '].map((text) =>
      readAmount(text, 'CNY'),
    ),
  ).toEqual([1200, 1250, 1250, 1200, 1250]);
  expect(readAmount('1200', 'JPY')).toBe(1200);
  expect(readAmount('NT$35', 'TWD')).toBe(3500);
});

test('with a sign it is meant from where it stands', () => {
  expect(readAmount('-5', 'CNY', 1200)).toBe(700);
  expect(readAmount('+3.5', 'CNY', 1200)).toBe(1550);
  expect(readAmount('−20', 'CNY', 1200)).toBeUndefined();
});

test('what is no amount is none', () => {
  expect(['', 'abc', '1.234', '12.5', '.'].map((text) => readAmount(text, 'JPY'))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(amountText(1250, 'CNY')).toBe('12.50');
  expect(amountText(1250, 'JPY')).toBe('1250');
});
