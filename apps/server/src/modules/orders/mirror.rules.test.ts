import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineRecord } from '../../../test/records.ts';
import { totalsOf } from './ledger.rules.ts';
import type { LineRecord, OrderRecord, ParcelStep } from './mirror.records.ts';
import { inTimeOrder, lineNosOf, standsOfRecord } from './mirror.rules.ts';

const line = (quantity: number, unitMinor: number, discountMinor = 0): LineRecord =>
  lineRecord({
    ...{ productExternalId: 'p', variantExternalId: 'v' },
    ...{ quantity, unitMinor, discountMinor },
  });

const order = (part: Partial<OrderRecord>): OrderRecord => ({
  externalId: '1',
  number: '1',
  url: null,
  status: 'paid',
  sourceStatus: '',
  currency: 'CNY',
  buyerExternalId: null,
  lines: [],
  discountMinor: 0,
  postageMinor: 0,
  totalMinor: null,
  payments: [],
  address: null,
  addressRaw: null,
  buyerNote: '',
  placedAt: null,
  attributes: {},
  hash: Buffer.from(''),
  ...part,
});

describe('what a record comes to', () => {
  test('满200减30 on three lines is 200.00 − 30.00 + 8.00', () => {
    const lines = [line(1, 9990), line(1, 9990), line(1, 20)];
    const totals = totalsOf(
      standsOfRecord(order({ lines, discountMinor: 3000, postageMinor: 800 })),
    );
    expect(totals).toMatchObject({
      goodsMinor: 20000,
      discountMinor: 3000,
      totalMinor: 17800,
      adjustmentMinor: 0,
    });
  });

  test('the total the source names is law; what it does not explain stands as adjustment', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), amount)),
        amount,
        amount,
        amount,
        (goods, off, post, total) => {
          const lines = goods.map(([quantity, unit]) => line(quantity, unit));
          const totals = totalsOf(
            standsOfRecord(
              order({ lines, discountMinor: off, postageMinor: post, totalMinor: total }),
            ),
          );
          expect(totals.totalMinor).toBe(total);
        },
      ),
    );
  });
});

test('a thing bought twice and sent once counts once', () => {
  const lines = [
    { no: 1, variantExternalId: 'a' },
    { no: 2, variantExternalId: 'a' },
    { no: 3, variantExternalId: 'b' },
  ];
  expect(lineNosOf(lines, ['a', 'b'])).toEqual([1, 3]);
  expect(lineNosOf(lines, ['a', 'a', 'a', 'x'])).toEqual([1, 2]);
});

test('steps stand by time; without every time, as they came', () => {
  const step = (at: string | null, text: string): ParcelStep => ({
    at,
    text,
    status: 'in_transit',
    sourceStatus: '',
    place: '',
    operator: '',
  });
  const [a, b, c] = [
    step('2025-01-02T00:00:00Z', 'a'),
    step('2025-01-01T00:00:00Z', 'b'),
    step(null, 'c'),
  ];
  expect(inTimeOrder([a, b]).map((s) => s.text)).toEqual(['b', 'a']);
  expect(inTimeOrder([a, b, c]).map((s) => s.text)).toEqual(['a', 'b', 'c']);
});
