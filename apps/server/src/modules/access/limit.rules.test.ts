import { access } from '@guitai/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from './limit.defaults.ts';
import { limitsInForce } from './limit.find.ts';
import { type Amounts, reached, withinLimits } from './limit.rules.ts';
import { everyShop, type LimitRow } from './limit.store.ts';

const bound = fc.option(fc.nat({ max: 1_000 }), { nil: null });
const amounts: fc.Arbitrary<Amounts> = fc.record({
  perActMinor: bound,
  perOrderMinor: bound,
  perBuyerDayMinor: bound,
  perDayMinor: bound,
  floorPercent: fc.option(fc.nat({ max: 100 }), { nil: null }),
  beyond: fc.constant('ask' as const),
});
const id = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
const act = fc.record({
  amountMinor: fc.nat({ max: 400 }),
  currency: fc.constant('CNY'),
  orderId: id,
  buyerId: id,
});
const most = (limit: number | null) => limit ?? Number.POSITIVE_INFINITY;

describe('ACL-03 the rule of limits', () => {
  test('however a sum is split over acts, orders and buyers, no bound is ever exceeded', () => {
    fc.assert(
      fc.property(amounts, fc.array(act, { maxLength: 40 }), (limits, acts) => {
        const orders = new Map<string, number>();
        const buyers = new Map<string, number>();
        let day = 0;
        for (const one of acts) {
          const used = {
            order: orders.get(one.orderId ?? '') ?? 0,
            buyerDay: buyers.get(one.buyerId ?? '') ?? 0,
            day,
          };
          if (reached(limits, used, one).length > 0) continue;
          day += one.amountMinor;
          if (one.orderId) orders.set(one.orderId, used.order + one.amountMinor);
          if (one.buyerId) buyers.set(one.buyerId, used.buyerDay + one.amountMinor);
          expect(one.amountMinor).toBeLessThanOrEqual(most(limits.perActMinor));
          expect(one.amountMinor).toBeLessThanOrEqual(most(limits.perOrderMinor));
        }
        expect(day).toBeLessThanOrEqual(most(limits.perDayMinor));
        for (const sum of orders.values())
          expect(sum).toBeLessThanOrEqual(most(limits.perOrderMinor));
        for (const sum of buyers.values())
          expect(sum).toBeLessThanOrEqual(most(limits.perBuyerDayMinor));
      }),
    );
  });

  test('0 asks even for nothing; null never', () => {
    const nothing = { amountMinor: 0, currency: 'CNY', orderId: null, buyerId: null };
    const used = { order: 0, buyerDay: 0, day: 0 };
    const free = defaultLimits('owner', 'refund', 'CNY');
    expect(reached({ ...free, perActMinor: 0 }, used, nothing)).toHaveLength(1);
    expect(reached(free, used, { ...nothing, amountMinor: 1e15 })).toEqual([]);
  });

  test('whoever is within somebody’s limits gets nowhere that person does not get', () => {
    const used = { order: 0, buyerDay: 0, day: 0 };
    const lower = (a: number | null, b: number | null) =>
      a === null ? b : b === null ? a : Math.min(a, b);
    fc.assert(
      fc.property(amounts, amounts, act, (wide, other, one) => {
        const narrow: Amounts = {
          perActMinor: lower(wide.perActMinor, other.perActMinor),
          perOrderMinor: lower(wide.perOrderMinor, other.perOrderMinor),
          perBuyerDayMinor: lower(wide.perBuyerDayMinor, other.perBuyerDayMinor),
          perDayMinor: lower(wide.perDayMinor, other.perDayMinor),
          floorPercent: Math.max(wide.floorPercent ?? 0, other.floorPercent ?? 0),
          beyond: 'ask',
        };
        expect(withinLimits(narrow, wide)).toBe(true);
        if (reached(narrow, used, one).length === 0) expect(reached(wide, used, one)).toEqual([]);
      }),
    );
  });

  test('the nearest limit wins whole: person before role, shop before all shops, set before default', () => {
    const at = { shopId: 's1', currency: 'CNY' };
    const row = (
      subjectKind: LimitRow['subjectKind'],
      subjectId: string,
      shopId: string,
      n: number,
    ) => ({
      ...defaultLimits('owner', 'refund', 'CNY'),
      ...{
        subjectKind,
        subjectId,
        shopId,
        action: 'refund' as const,
        currency: 'CNY',
        perActMinor: n,
      },
    });
    const rows = [row('role', 'agent', everyShop, 1), row('role', 'agent', 's1', 2)];
    const found = (all: readonly LimitRow[], shopId = 's1') =>
      limitsInForce(all, { role: 'agent', kind: 'member', id: 'm' }, 'refund', { ...at, shopId });
    expect(found([]).source).toBe('default');
    expect(found(rows)).toMatchObject({ perActMinor: 2, source: 'role', shopOnly: true });
    expect(found(rows, 's2')).toMatchObject({ perActMinor: 1, shopOnly: false });
    const own = [...rows, row('member', 'm', everyShop, 3)];
    expect(found(own)).toMatchObject({ perActMinor: 3, source: 'own', shopOnly: false });
    const other = limitsInForce(own, { role: 'agent' }, 'refund', { ...at, currency: 'TWD' });
    expect(other.source).toBe('default');
  });

  test('a key cancels no more than it refunds; a person decides before shipping', () => {
    const cancel = defaultLimits('key', 'cancel', 'CNY');
    expect(cancel).toEqual(defaultLimits('key', 'refund', 'CNY'));
    expect(cancel.perActMinor).toBe(10_000);
    expect(defaultLimits('agent', 'cancel', 'CNY').perActMinor).toBeNull();
  });

  test('a new team starts with small amounts in its own currency, a wider role never with less', () => {
    for (const currency of ['CNY', 'TWD', 'HKD', 'USD', 'EUR', 'JPY', 'KWD']) {
      for (const action of access.limitedActions) {
        const agent = defaultLimits('agent', action, currency);
        expect(withinLimits(agent, defaultLimits('lead', action, currency))).toBe(true);
        expect(Object.values(agent).every((one) => typeof one !== 'number' || one > 0)).toBe(true);
        expect(defaultLimits('observer', action, currency).perActMinor).toBe(0);
      }
    }
  });
});
