import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Entry,
  entriesToReach,
  entryOf,
  type Stand,
  standsOf,
  totalsOf,
} from './ledger.rules.ts';

const kind = fc.constantFrom<Stand['kind']>(
  'goods',
  'discount',
  'postage',
  'adjustment',
  'payment',
  'refund',
);
const stand = fc.record({
  kind,
  reference: fc.constantFrom('', '0', '1'),
  amountMinor: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
});
const stands = fc.array(stand, { maxLength: 12 });

const sorted = (of: readonly Stand[]) =>
  [...of].sort((a, b) => `${a.kind} ${a.reference}`.localeCompare(`${b.kind} ${b.reference}`));

function sumOverAccounts(entries: readonly Entry[]): number {
  const accounts = new Map<string, number>();
  for (const { debit, credit, amountMinor } of entries) {
    accounts.set(debit, (accounts.get(debit) ?? 0) + amountMinor);
    accounts.set(credit, (accounts.get(credit) ?? 0) - amountMinor);
  }
  return [...accounts.values()].reduce((a, b) => a + b, 0);
}

describe('the ledger of an order', () => {
  test('any sequence of corrections reaches the last wish, sums to zero and keeps every entry positive', () => {
    fc.assert(
      fc.property(fc.array(stands, { minLength: 1, maxLength: 6 }), (wishes) => {
        const entries: Entry[] = [];
        for (const wish of wishes) entries.push(...entriesToReach(wish, standsOf(entries)));
        const last = wishes.at(-1) ?? [];
        const merged = standsOf(last.flatMap((one) => entryOf(one) ?? []));
        expect(sorted(standsOf(entries))).toEqual(sorted(merged));
        expect(sumOverAccounts(entries)).toBe(0);
        expect(entries.every((entry) => entry.amountMinor > 0)).toBe(true);
        expect(entriesToReach(last, standsOf(entries))).toEqual([]);
      }),
    );
  });

  test('the sums of an order', () => {
    const totals = totalsOf([
      { kind: 'goods', reference: '', amountMinor: 20_000 },
      { kind: 'discount', reference: '', amountMinor: 3_000 },
      { kind: 'postage', reference: '', amountMinor: 800 },
      { kind: 'adjustment', reference: '', amountMinor: -5 },
      { kind: 'payment', reference: '0', amountMinor: 10_000 },
      { kind: 'payment', reference: '1', amountMinor: 7_795 },
      { kind: 'refund', reference: '2', amountMinor: 100 },
    ]);
    expect(totals).toEqual({
      goodsMinor: 20_000,
      discountMinor: 3_000,
      postageMinor: 800,
      adjustmentMinor: -5,
      totalMinor: 17_795,
      paidMinor: 17_795,
      refundedMinor: 100,
    });
  });

  test('no half fen, nothing beyond exact numbers', () => {
    expect(() => entryOf({ kind: 'goods', reference: '', amountMinor: 0.5 })).toThrow(RangeError);
    const huge = { kind: 'goods', reference: '', amountMinor: Number.MAX_SAFE_INTEGER } as const;
    expect(() => totalsOf([huge, { ...huge, reference: '1' }])).toThrow(RangeError);
    expect(entryOf({ kind: 'goods', reference: '', amountMinor: 0 })).toBeNull();
  });
});
