import { expect, test } from 'vitest';
import { exampleNumber, isPattern } from './number-pattern.rules.ts';

test('an order number pattern needs one counter and knows its words', () => {
  expect(isPattern('{YYYY}{MM}{DD}-{nnnn}')).toBe(true);
  expect(isPattern('GT{n}')).toBe(true);
  expect(isPattern('{YYYY}')).toBe(false);
  expect(isPattern('{n}{n}')).toBe(false);
  expect(isPattern('{n}{HH}')).toBe(false);
  expect(exampleNumber('{YYYY}{MM}{DD}-{nnn}', 71, new Date(2026, 2, 8))).toBe('20260308-071');
  expect(exampleNumber('{YY}{n}', 12345, new Date(2026, 2, 8))).toBe('2612345');
});
