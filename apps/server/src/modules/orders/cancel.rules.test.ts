import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { amountsWithout, isWhole, linesPicked, shareOf } from './cancel.rules.ts';
import { amountsWith, newLine, stockMoves } from './items.rules.ts';

const lineOf = (no: number, quantity: number, unitMinor: number, discountMinor: number) => ({
  no,
  productId: null,
  variantId: `v-${no % 3}`,
  title: `line ${no}`,
  sku: '',
  options: {},
  pictureUrl: null,
  quantity,
  unitMinor,
  discountMinor: Math.min(discountMinor, quantity * unitMinor),
  couponMinor: Math.floor(Math.min(discountMinor, quantity * unitMinor) / (1 + (no % 3))),
});

const orders = fc
  .record({
    lines: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99_999 }), fc.nat(9_999)),
      { minLength: 1, maxLength: 6 },
    ),
    common: fc.nat(100),
  })
  .map(({ lines, common }) => {
    const items = lines.map(([quantity, unit, discount], n) =>
      lineOf(n + 1, quantity, unit, discount),
    );
    const goodsMinor = items.reduce((sum, item) => sum + item.quantity * item.unitMinor, 0);
    const own = items.reduce((sum, item) => sum + item.discountMinor, 0);
    const discountMinor = own + Math.floor(((goodsMinor - own) * common) / 100);
    return { items, goodsMinor, discountMinor, postageCouponMinor: 0 };
  });

const withPick = orders.chain((order) =>
  fc
    .tuple(...order.items.map((item) => fc.integer({ min: 0, max: item.quantity })))
    .map((quantities) => ({ order, quantities })),
);

test('what is taken away and what remains are the whole, and nothing falls below zero', () => {
  fc.assert(
    fc.property(withPick, ({ order, quantities }) => {
      const taken = order.items.flatMap((item, n) =>
        quantities[n] ? [{ item, quantity: quantities[n] }] : [],
      );
      const rest = amountsWithout(order, taken);
      const gone = taken.reduce((sum, { item, quantity }) => sum + quantity * item.unitMinor, 0);
      expect(rest.goodsMinor + gone).toBe(order.goodsMinor);
      expect(rest.discountMinor).toBeGreaterThanOrEqual(0);
      expect(rest.discountMinor).toBeLessThanOrEqual(order.discountMinor);
      expect(rest.goodsMinor - rest.discountMinor).toBeGreaterThanOrEqual(
        isWhole(order.items, taken) ? -order.items.length : 0,
      );
      const lines = rest.lines.every(
        (line) => line.discountMinor <= line.quantity * line.unitMinor,
      );
      expect(lines).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('lines are named once, with pieces the order has', () => {
  const items = [lineOf(1, 2, 100, 0), lineOf(2, 1, 50, 0)];
  expect(linesPicked(items, [{ lineNo: 1 }])).toMatchObject([{ quantity: 2 }]);
  for (const wrong of [
    [{ lineNo: 3 }],
    [{ lineNo: 1, quantity: 3 }],
    [{ lineNo: 2 }, { lineNo: 2 }],
  ]) {
    expect(isRefusal(linesPicked(items, wrong))).toBe(true);
  }
});

test('a share is exact for whole things and never above its amount', () => {
  fc.assert(
    fc.property(
      fc.nat(1e12),
      fc.nat(1e6),
      fc.integer({ min: 1, max: 1e6 }),
      (amount, part, whole) => {
        const share = shareOf(amount, Math.min(part, whole), whole);
        expect(share).toBeLessThanOrEqual(amount);
        if (part >= whole) expect(share).toBe(amount);
      },
    ),
  );
});

test('a change of items moves exactly the difference of the goods, less the change of their discounts', () => {
  fc.assert(
    fc.property(
      orders,
      fc.integer({ min: 1, max: 9 }),
      fc.nat(99_999),
      (order, quantity, priceMinor) => {
        const offer = {
          variantId: 'new',
          variantExternalId: 'new',
          productId: 'p',
          productExternalId: 'p',
          title: 'new',
          sku: 'new',
          options: {},
          priceMinor,
          currency: 'CNY',
        };
        const [item] = order.items;
        if (!item) return;
        const line = newLine(item, offer, quantity);
        const amounts = amountsWith(order, [line]);
        expect(amounts.goodsMinor - order.goodsMinor).toBe(
          quantity * priceMinor - item.quantity * item.unitMinor,
        );
        expect(amounts.differenceMinor).toBe(
          amounts.goodsMinor - amounts.discountMinor - (order.goodsMinor - order.discountMinor),
        );
        expect(line.discountMinor).toBeLessThanOrEqual(quantity * priceMinor);
        const { take, back } = stockMoves([line]);
        expect(take).toEqual([{ variantId: 'new', quantity }]);
        expect(back).toEqual([{ variantId: item.variantId, quantity: item.quantity }]);
      },
    ),
  );
});

test('fewer pieces cost what remains costs when pieces are cancelled: no common discount stays behind', () => {
  fc.assert(
    fc.property(orders, fc.integer({ min: 1, max: 9 }), (order, quantity) => {
      const [item] = order.items;
      if (!item || quantity >= item.quantity) return;
      const fewer = amountsWith(order, [newLine(item, null, quantity)]);
      const gone = item.quantity - quantity;
      const cancelled = amountsWithout(order, [{ item, quantity: gone }]);
      expect(fewer.goodsMinor).toBe(cancelled.goodsMinor);
      // The line's own discount is rounded once from either side.
      expect(Math.abs(fewer.discountMinor - cancelled.discountMinor)).toBeLessThanOrEqual(2);
    }),
    { numRuns: 500 },
  );
});
