import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  inRefundOrder,
  leftOf,
  type PaymentLeft,
  refundedOf,
  type Share,
} from './refund.rules.ts';

const payment = fc.record({
  carrier: fc.constantFrom<PaymentLeft['carrier']>('balance', 'gateway', 'hand'),
  paidMinor: fc.integer({ min: 1, max: 100_000 }),
  share: fc.integer({ min: 0, max: 100 }),
});
const payments = fc.array(payment, { minLength: 1, maxLength: 6 }).map((made) =>
  made.map(
    ({ share, ...one }, no): PaymentLeft => ({
      ...one,
      no,
      reference: `p${no}`,
      methodId: null,
      refundedMinor: Math.floor((one.paidMinor * share) / 100),
    }),
  ),
);

const sum = (shares: readonly Share[]) => shares.reduce((all, one) => all + one.amountMinor, 0);
const given = (before: readonly PaymentLeft[], shares: readonly Share[]): PaymentLeft[] =>
  before.map((one) => ({
    ...one,
    refundedMinor:
      one.refundedMinor +
      (shares.find((share) => share.reference === one.reference)?.amountMinor ?? 0),
  }));

describe('SHOP-06 what of a refund goes back to which payment', () => {
  test('whole to the last unit, none above what is left, or nothing at all', () => {
    fc.assert(
      fc.property(payments, fc.integer({ min: 1, max: 700_000 }), (before, amount) => {
        const left = before.reduce((all, one) => all + leftOf(one), 0);
        const shares = allocate(before, amount);
        expect(shares === null).toBe(amount > left);
        if (!shares) return;
        expect(sum(shares ?? [])).toBe(amount);
        for (const one of given(before, shares ?? []))
          expect(one.refundedMinor).toBeLessThanOrEqual(one.paidMinor);
      }),
    );
  });

  test('two refunds one after the other end where their sum ends', () => {
    fc.assert(
      fc.property(payments, fc.nat(1_000), fc.nat(1_000), (before, a, b) => {
        const together = allocate(before, a + b + 2);
        if (!together) return;
        const once = given(before, allocate(before, a + 1) ?? []);
        expect(given(once, allocate(once, b + 1) ?? [])).toEqual(given(before, together));
      }),
    );
  });

  test('balances first, then the newest', () => {
    const of = (reference: string, carrier: PaymentLeft['carrier'], no: number): PaymentLeft => ({
      reference,
      carrier,
      no,
      methodId: null,
      paidMinor: 100,
      refundedMinor: 0,
    });
    const paid = [of('card', 'gateway', 0), of('gift', 'balance', 1), of('more', 'gateway', 2)];
    expect(inRefundOrder(paid).map((one) => one.reference)).toEqual(['gift', 'more', 'card']);
    expect(allocate(paid, 150)).toEqual([
      { reference: 'gift', amountMinor: 100 },
      { reference: 'more', amountMinor: 50 },
    ]);
  });

  test('no half fen, nothing and less than nothing is no refund', () => {
    for (const amount of [0, -1, 0.5, Number.NaN]) expect(() => allocate([], amount)).toThrow();
  });

  test('a refund a source tells of goes to the payment of the same means', () => {
    const rows = refundedOf(
      [
        { reference: '0', methodId: 'a', methodKind: 'paypal', paidMinor: 100 },
        { reference: '1', methodId: 'b', methodKind: 'gift_card', paidMinor: 50 },
      ],
      [
        { methodId: 'b', methodKind: 'gift_card', amountMinor: 40 },
        { methodId: null, methodKind: 'other', amountMinor: 30 },
      ],
    );
    expect(rows.map((row) => row.refundedMinor)).toEqual([30, 40]);
  });
});
