import type { offers } from '@guitai/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Held, type Line, matching, shareOf, spread } from './coupon.rules.ts';
import { lessOf } from './return.rules.ts';
import { bestOf, type Candidate, mayStack, together } from './stack.rules.ts';

type Terms = offers.CouponTermsShape;

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 9 }),
    unit: fc.nat(99_999),
    floor: fc.nat(100),
    product: fc.nat(3),
  })
  .map(({ quantity, unit, floor, product }) => ({
    quantity,
    netMinor: unit * quantity,
    roomMinor: Math.floor((unit * quantity * (100 - floor)) / 100),
    productId: `p${product}`,
    category: `c${product % 2}`,
  }));

const cart = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((one, n): Line => ({ ...one, no: n + 1, variantId: `v${n}` })));

const bare: Terms = {
  ...{ kind: 'amount', amountMinor: 2_000, percent: null, capMinor: null, minMinor: 0 },
  ...{ scope: 'shop', productIds: [], categories: [], bundle: [], stacksWith: [] },
  backOnRefund: true,
};

const kinds = ['amount', 'percent', 'postage', 'bundle'] as const;
const terms = fc
  .record({
    kind: fc.constantFrom(...kinds),
    amount: fc.integer({ min: 1, max: 50_000 }),
    percent: fc.integer({ min: 1, max: 90 }),
    cap: fc.option(fc.integer({ min: 1, max: 20_000 })),
    minMinor: fc.nat(60_000),
    product: fc.boolean(),
    stacksWith: fc.subarray([...kinds]),
  })
  .map(({ kind, amount, percent, cap, minMinor, product, stacksWith }): Terms => {
    const ofProduct = product && (kind === 'amount' || kind === 'percent');
    return {
      ...bare,
      ...{ kind, minMinor, stacksWith },
      amountMinor: kind === 'amount' || kind === 'bundle' ? amount : null,
      percent: kind === 'percent' ? percent : null,
      capMinor: kind === 'percent' || kind === 'postage' ? cap : null,
      scope: ofProduct ? 'products' : 'shop',
      productIds: ofProduct ? ['p1'] : [],
      bundle:
        kind === 'bundle'
          ? [
              { variantId: 'v0', quantity: 1 },
              { variantId: 'v1', quantity: 1 },
            ]
          : [],
    };
  });

const held = fc.record({ terms, worthMinor: fc.nat(60_000) });
const pocket = fc
  .array(held, { minLength: 1, maxLength: 7 })
  .map((all) =>
    all.map((one, n): Candidate => ({ ...one, id: `k${n}`, validUntil: n % 2 ? '2027' : null })),
  );

const sum = (of: Iterable<number>) => [...of].reduce((a, b) => a + b, 0);

test('SHOP-10 what is spread is given to the last unit that fits, no line below its floor', () => {
  fc.assert(
    fc.property(cart, fc.nat(500_000), (lines, total) => {
      const given = spread(total, lines);
      const room = sum(lines.filter((one) => one.netMinor > 0).map((one) => one.roomMinor));
      expect(sum(given.values())).toBe(Math.min(total, room));
      for (const one of lines) {
        const off = given.get(one.no) ?? 0;
        expect(off).toBeGreaterThanOrEqual(0);
        expect(off).toBeLessThanOrEqual(one.roomMinor);
      }
    }),
  );
});

test('SHOP-10 the order of lines changes nothing of what each of them gets', () => {
  fc.assert(
    fc.property(cart, held, fc.nat(20), (lines, one, turn) => {
      const coupon: Held = { ...one, id: 'k' };
      const turned = [...lines.slice(turn % lines.length), ...lines.slice(0, turn % lines.length)];
      expect(shareOf(coupon, turned, 900)).toEqual(shareOf(coupon, lines, 900));
    }),
  );
});

test('SHOP-10 a coupon never gives more than its worth, its cap, or what is there', () => {
  fc.assert(
    fc.property(cart, held, fc.nat(3_000), (lines, one, postage) => {
      const share = shareOf({ ...one, id: 'k' }, lines, postage);
      if (typeof share === 'string') return;
      expect(share.savesMinor).toBe(sum(share.lines.values()) + share.postageMinor);
      expect(share.savesMinor).toBeLessThanOrEqual(one.worthMinor);
      expect(share.savesMinor).toBeLessThanOrEqual(one.terms.capMinor ?? Infinity);
      expect(share.postageMinor).toBeLessThanOrEqual(postage);
    }),
  );
});

test('SHOP-10 coupons together never go below a floor, and only those stand together that allow each other', () => {
  fc.assert(
    fc.property(cart, pocket, fc.nat(3_000), (lines, coupons, postage) => {
      const { shares, unfit } = together(coupons, { lines, postageMinor: postage });
      for (const one of lines) {
        const off = sum(shares.map((share) => share.lines.get(one.no) ?? 0));
        expect(off).toBeLessThanOrEqual(one.roomMinor);
      }
      expect(sum(shares.map((share) => share.postageMinor))).toBeLessThanOrEqual(postage);
      expect(shares.length + unfit.size).toBe(coupons.length);
      const used = coupons.filter((one) => shares.some((share) => share.couponId === one.id));
      for (const a of used) for (const b of used) if (a !== b) expect(mayStack(a, b)).toBe(true);
    }),
  );
});

test('SHOP-10 the best combination is the same in whatever order coupons and lines come, and none alone saves more', () => {
  fc.assert(
    fc.property(cart, pocket, fc.nat(3_000), (lines, coupons, postage) => {
      const best = bestOf(coupons, { lines, postageMinor: postage })
        .map((one) => one.id)
        .sort();
      const again = bestOf([...coupons].reverse(), {
        lines: [...lines].reverse(),
        postageMinor: postage,
      });
      expect(again.map((one) => one.id).sort()).toEqual(best);
      const saved = (set: readonly Candidate[]) =>
        sum(
          together(set, { lines, postageMinor: postage }).shares.map((share) => share.savesMinor),
        );
      const most = saved(again);
      for (const one of coupons) expect(saved([one])).toBeLessThanOrEqual(most);
    }),
    { numRuns: 300 },
  );
});

test('SHOP-10 what an order’s coupons still take off is divided exactly, and none grows', () => {
  const used = fc.array(
    fc
      .tuple(fc.nat(9_999), fc.nat(500))
      .map(([goods, postageMinor]) => ({ usedMinor: goods + postageMinor, postageMinor })),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(used, fc.nat(100), (coupons, percent) => {
      const goods = sum(coupons.map((one) => one.usedMinor - one.postageMinor));
      const postage = sum(coupons.map((one) => one.postageMinor));
      const left = Math.floor((goods * percent) / 100);
      const less = lessOf(coupons, left, postage);
      expect(sum(less.map((one) => one.usedMinor))).toBe(left + postage);
      for (const [n, one] of less.entries())
        expect(one.usedMinor).toBeLessThanOrEqual(coupons[n]?.usedMinor ?? 0);
    }),
  );
});

test('SHOP-10 whoever gave them and in however many pieces, coupons give no more on an order than who gave each may give on one', () => {
  const bounds = fc.record({
    floorPercent: fc.option(fc.integer({ min: 1, max: 100 })),
    orderMinor: fc.option(fc.integer({ min: 1, max: 5_000 })),
    orderTotalMinor: fc.constant(null),
  });
  fc.assert(
    fc.property(
      cart,
      pocket,
      fc.array(bounds, { minLength: 14, maxLength: 14 }),
      fc.nat(3_000),
      (lines, coupons, all, before) => {
        const given = { kindMinor: before, totalMinor: before };
        const bound = coupons.map((one, n) => ({ ...one, bounds: all[n] ?? null }));
        const { shares } = together(bound, { lines, postageMinor: 1_000, given });
        let soFar = before;
        const off = new Map<number, number>();
        for (const share of shares) {
          soFar += share.savesMinor;
          const one = bound.find(({ id }) => id === share.couponId);
          expect(soFar).toBeLessThanOrEqual(one?.bounds?.orderMinor ?? Infinity);
          for (const [no, minor] of share.lines) off.set(no, (off.get(no) ?? 0) + minor);
          const matched = one && share.lines.size > 0 ? matching(one.terms, lines) : [];
          const base = sum(matched.map((line) => line.netMinor));
          const left = sum(matched.map((line) => line.netMinor - (off.get(line.no) ?? 0)));
          const least = Math.ceil((base * (one?.bounds?.floorPercent ?? 0)) / 100);
          if (matched.length > 0) expect(left).toBeGreaterThanOrEqual(least);
        }
      },
    ),
  );
});
