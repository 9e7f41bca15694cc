import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '../shops/index.ts';
import { differenceOf, paidForLine, paidForPieces } from './amount.rules.ts';
import {
  comesBack,
  dueAfter,
  isOver,
  kinds,
  paidAtOnce,
  type State,
  stateAfter,
  steps,
  stepsIn,
  warnAt,
} from './case.rules.ts';
import { givenWith } from './exchange.rules.ts';
import { barredBy, faultOf, mayPayTo, onceKey, postageOf, propose } from './proposal.rules.ts';

const kind = fc.constantFrom(...kinds);
const walk = fc.array(fc.constantFrom(...steps), { maxLength: 30 });

describe('SHOP-07 the ways of a case', () => {
  test('whatever is tried, money is due at one step only and nothing follows an end', () => {
    fc.assert(
      fc.property(kind, walk, (of, tried) => {
        let state: State = 'asked';
        let settled = 0;
        for (const step of tried) {
          const next = stateAfter(step, of, state);
          expect(next === null).toBe(!stepsIn(state).includes(step));
          if (next === null) continue;
          expect(isOver(state)).toBe(false);
          if (next === 'settled') {
            settled += 1;
            expect(step).toBe(paidAtOnce(of) ? 'approveCase' : 'settleCase');
          }
          state = next;
        }
        expect(settled).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('goods that come back are inspected before anything is settled', () => {
    fc.assert(
      fc.property(kind.filter(comesBack), walk, (of, tried) => {
        const way: State[] = ['asked'];
        for (const step of tried) {
          const next = stateAfter(step, of, way.at(-1) as State);
          if (next) way.push(next);
        }
        if (way.includes('settled'))
          expect(way).toEqual(expect.arrayContaining(['waiting_goods', 'received', 'inspected']));
      }),
    );
  });

  test('every open state has a deadline, with a warning before it; an end has none', () => {
    const at = new Date('2026-03-18T00:00:00Z');
    for (const state of [
      'asked',
      'evidence_wanted',
      'accepted',
      'waiting_goods',
      'received',
      'inspected',
    ] as const) {
      const due = dueAfter(state, at, 48);
      expect(due && due > at && warnAt(at, due) < due && warnAt(at, due) > at).toBe(true);
    }
    expect(dueAfter('asked', at, 48)?.toISOString()).toBe('2026-03-20T00:00:00.000Z');
    expect(dueAfter('settled', at, 48)).toBeNull();
  });
});

const item = fc.record({
  quantity: fc.integer({ min: 1, max: 50 }),
  unitMinor: fc.integer({ min: 0, max: 10_000_000 }),
  discountMinor: fc.constant(0),
});

describe('what goods are worth', () => {
  test('lines together never exceed what the goods cost, pieces never their line', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), fc.nat(100), (items, percent) => {
        const goodsMinor = items.reduce((sum, one) => sum + one.quantity * one.unitMinor, 0);
        const discountMinor = Math.floor((goodsMinor * percent) / 100);
        const order = { items, goodsMinor, discountMinor, adjustmentMinor: 0 };
        const sum = items.reduce((total, one) => total + paidForLine(order, one), 0);
        expect(sum).toBeLessThanOrEqual(goodsMinor - discountMinor);
        expect(sum).toBeGreaterThanOrEqual(goodsMinor - discountMinor - items.length);
        for (const one of items) {
          expect(paidForPieces(order, one, one.quantity)).toBe(paidForLine(order, one));
          expect(paidForPieces(order, one, 1) * one.quantity).toBeLessThanOrEqual(
            paidForLine(order, one),
          );
        }
      }),
    );
  });

  test('discounts the lines explain stay with their line', () => {
    const items = [
      { quantity: 1, unitMinor: 10_000, discountMinor: 1_000 },
      { quantity: 1, unitMinor: 10_000, discountMinor: 0 },
    ];
    const order = { items, goodsMinor: 20_000, discountMinor: 1_000, adjustmentMinor: 0 };
    expect(items.map((one) => paidForLine(order, one))).toEqual([9_000, 10_000]);
  });

  test('an exchange costs or gives back the difference', () => {
    expect(
      differenceOf([
        { quantity: 2, unitMinor: 1_000, newUnitMinor: 1_250 },
        { quantity: 1, unitMinor: 900, newUnitMinor: 300 },
      ]),
    ).toBe(-100);
  });

  test('goods that leave count in full where only their sender saw the old ones, else by what nobody paid', () => {
    const dearer = { worthMinor: 1_250, amountMinor: -250 };
    expect(givenWith({ ...dearer, paidAtOnce: false, witnessed: true })).toBe(250);
    expect(givenWith({ ...dearer, paidAtOnce: true, witnessed: true })).toBe(0);
    expect(givenWith({ ...dearer, paidAtOnce: true, witnessed: false })).toBe(1_000);
    expect(givenWith({ ...dearer, paidAtOnce: false, witnessed: false })).toBe(1_250);
    const cheaper = { worthMinor: 700, amountMinor: 300, paidAtOnce: false };
    expect(givenWith({ ...cheaper, witnessed: true })).toBe(0);
    expect(givenWith({ ...cheaper, witnessed: false })).toBe(1_000);
  });
});

const ground = { status: 'delivered', days: 3, hasOtherVariant: true } as const;

describe('A18 the house principles', () => {
  test('may be exchanged: exchange; may be returned: return; unclear fault: ours', () => {
    expect(propose(defaultRules, ground)).toEqual({
      kind: 'exchange',
      principle: 'may_be_exchanged',
    });
    expect(propose(defaultRules, { ...ground, hasOtherVariant: false }).kind).toBe('return');
    expect(propose(defaultRules, { ...ground, days: 30, hasOtherVariant: false })).toEqual({
      kind: 'repair',
      principle: 'ours_to_mend',
    });
    expect(propose(defaultRules, { ...ground, status: 'paid' }).kind).toBe('refund');
    expect(postageOf(defaultRules, 'unclear')).toBe('shop');
    expect(postageOf(defaultRules, faultOf('no_reason'))).toBe('buyer');
    expect(postageOf(defaultRules, faultOf('damaged'))).toBe('shop');
  });

  test('the retail shop of the benchmark is expressed by settings alone', () => {
    const once = { onePerOrder: true, windowDays: null, states: ['delivered' as const] };
    const rules = {
      ...defaultRules,
      return: {
        ...defaultRules.return,
        ...once,
        refundTo: 'original_or_gift_card' as const,
      },
      exchange: { ...defaultRules.exchange, ...once, refundTo: 'any_balance' as const },
    };
    expect(barredBy(rules, 'return', { ...ground, status: 'preparing' })?.code).toBe(
      'order.act_not_allowed',
    );
    expect(barredBy(rules, 'exchange', { ...ground, days: 4_000 })).toBeNull();
    expect(onceKey(rules, 'return')).toBe(onceKey(rules, 'exchange'));
    expect(mayPayTo(rules, 'return', null)).toBe(true);
    expect(mayPayTo(rules, 'return', { kind: 'gift_card', balanceMinor: 0 })).toBe(true);
    expect(mayPayTo(rules, 'return', { kind: 'credit_card', balanceMinor: null })).toBe(false);
    expect(mayPayTo(rules, 'return', { kind: 'paypal', balanceMinor: null })).toBe(false);
  });
});
