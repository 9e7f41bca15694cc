import { describe, expect, test } from 'vitest';
import { amountOf } from './case.rules.ts';

describe('what a case moves', () => {
  test('an exchange for something dearer is paid by the buyer, for something cheaper by the shop', () => {
    const exchange = { kind: 'exchange', amountMinor: null } as const;
    expect(amountOf({ ...exchange, differenceMinor: 500 })).toBe(-500);
    expect(amountOf({ ...exchange, differenceMinor: -500 })).toBe(500);
    expect(amountOf({ ...exchange, differenceMinor: 0 })).toBeNull();
  });

  test('a refund moves what was asked for, a repair nothing', () => {
    expect(amountOf({ kind: 'refund', amountMinor: 900, differenceMinor: null })).toBe(900);
    expect(amountOf({ kind: 'repair', amountMinor: null, differenceMinor: null })).toBeNull();
  });
});
