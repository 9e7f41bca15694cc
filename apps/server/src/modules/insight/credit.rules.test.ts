import { describe, expect, it } from 'vitest';
import {
  type CreditRule,
  type Service,
  sharedOut,
  sharesOf,
  wholeParts,
  wholeShop,
} from './credit.rules.ts';
import { type AskedFact, enquiriesOf, type SaleFact } from './enquiry.rules.ts';
import { type ProfileRules, shipped } from './profile.rules.ts';
import { drawn } from './rules.test-help.ts';

const rules: readonly CreditRule[] = ['last_sku', 'last_shop', 'first', 'even', 'rounds'];
const [house] = shipped[0]?.versions ?? [];
const by = (credit: CreditRule): ProfileRules => ({ ...(house?.rules as ProfileRules), credit });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const [lin, zhou, wang] = ['lin', 'zhou', 'wang'] as const;

const served = (product: string, member: string, ...at: number[]): Service => ({
  ...{ product, member, at, why: 'card' },
});

describe('sharing out', () => {
  it('METRICS-6 shares are whole numbers that add up to the whole, each at most one off its due', () => {
    const random = drawn(6);
    for (let n = 0; n < 3000; n += 1) {
      const total = random.below(random.below(3) === 0 ? 9 : 90_000_000);
      const weights = Array.from({ length: 1 + random.below(8) }, () =>
        random.below(4) === 0 ? 0 : random.below(1 + random.below(1_000_000)),
      );
      const parts = sharedOut(total, weights);
      const said = `${total} ${weights}`;
      expect(sum(parts), said).toBe(total);
      const whole = sum(weights);
      for (const [at, part] of parts.entries()) {
        expect(Number.isInteger(part) && part >= 0, said).toBe(true);
        const due = whole === 0 ? total / weights.length : (total * (weights[at] ?? 0)) / whole;
        expect(Math.abs(part - due), said).toBeLessThan(1.0001);
      }
    }
  });

  it('METRICS-6 no part gives back more than it got', () => {
    const random = drawn(15);
    for (let n = 0; n < 2000; n += 1) {
      const got = Array.from({ length: 1 + random.below(6) }, () => random.below(40));
      const back = random.below(sum(got) + 1);
      for (const [at, part] of sharedOut(back, got).entries())
        if (sum(got) > 0) expect(part, `${back} of ${got}`).toBeLessThanOrEqual(got[at] ?? 0);
    }
  });
});

describe('who is credited', () => {
  const talk = [
    served(wholeShop, lin, 10, 30),
    served(wholeShop, zhou, 20, 50),
    served(wholeShop, wang, 40),
    served('bowl', lin, 10, 30),
    served('bowl', zhou, 20),
    served('pot', zhou, 50),
  ];
  const who = (rule: CreditRule, product: string, until = 99) =>
    sharesOf(rule, talk, product, until).map(({ member, weight, by: ground }) => [
      ...[member, weight, ground],
    ]);

  it('METRICS-6 the last who served the product before the order; nobody had: the last in the shop', () => {
    expect(who('last_sku', 'bowl')).toEqual([[lin, 1, 'product']]);
    expect(who('last_sku', 'bowl', 25)).toEqual([[zhou, 1, 'product']]);
    expect(who('last_sku', 'pot', 45)).toEqual([[wang, 1, 'shop']]);
    expect(who('last_sku', 'lid')).toEqual([[zhou, 1, 'shop']]);
    expect(who('last_sku', 'lid', 5)).toEqual([[null, 1, 'nobody']]);
  });

  it('METRICS-6 the other choices: last in the shop, first, alike, by rounds', () => {
    expect(who('last_shop', 'bowl')).toEqual([[zhou, 1, 'shop']]);
    expect(who('first', 'bowl')).toEqual([[lin, 1, 'product']]);
    expect(who('first', 'lid', 15)).toEqual([[lin, 1, 'shop']]);
    expect(who('even', 'bowl')).toEqual([
      [lin, 1, 'product'],
      [zhou, 1, 'product'],
    ]);
    expect(who('rounds', 'bowl')).toEqual([
      [lin, 2, 'product'],
      [zhou, 1, 'product'],
    ]);
    expect(who('rounds', 'lid', 40)).toEqual([
      [wang, 1, 'shop'],
      [lin, 2, 'shop'],
      [zhou, 1, 'shop'],
    ]);
  });
});

/** Buyers' days with sessions, orders of several goods, money that went back, and whoever spoke about what. */
function drawnDay(seed: number) {
  const random = drawn(seed);
  const products = ['bowl', 'pot', 'lid'];
  const people = [lin, zhou, wang];
  const asked: AskedFact[] = [];
  const sales: SaleFact[] = [];
  const services = new Map<string, Service[]>();
  for (let n = 0; n < 6; n += 1) {
    const session = `talk${n} 1`;
    const at = random.below(1000);
    const key = `buyer${random.below(4)}`;
    asked.push({ key, session, product: wholeShop, asked: at });
    for (const product of products)
      if (random.below(2) === 0) asked.push({ key, session, product, asked: at });
    const own = [wholeShop, ...products].flatMap((product) =>
      people.flatMap((member) => {
        const turns = Array.from({ length: random.below(4) }, () => at + random.below(5000));
        const ordered = turns.sort((a, b) => a - b);
        return ordered.length > 0 && random.below(3) > 0
          ? [served(product, member, ...ordered)]
          : [];
      }),
    );
    services.set(session, own);
    for (let o = random.below(3); o > 0; o -= 1) {
      const ordered = at + random.below(5000);
      const paid = random.below(3) === 0 ? null : ordered + 5;
      for (const product of [wholeShop, ...products].slice(0, 1 + random.below(4))) {
        const value = random.below(100_000);
        const kept = paid === null ? 0 : value;
        const back = random.below(3) === 0 ? random.below(kept + 1) : 0;
        const order = `order${n}${o}`;
        const money = { value, kept, back, currency: 'CNY', reversed: kept > 0 && back === kept };
        sales.push({ key, session, product, asked: at, order, ordered, paid, ...money });
      }
    }
  }
  return { asked, sales, services };
}

describe('enquiries', () => {
  it('METRICS-6 of every rule: one enquiry’s shares add up to it, and the money of its people to that of its orders', () => {
    for (let seed = 1; seed <= 200; seed += 1)
      for (const rule of rules) {
        const { asked, sales, services } = drawnDay(seed);
        const enquiries = enquiriesOf(asked, sales, services, by(rule));
        expect(new Set(enquiries.map(({ key }) => key)).size).toBe(enquiries.length);
        for (const { pieces, ordered } of enquiries) {
          expect(sum(pieces.map(({ parts }) => parts)), `${seed} ${rule}`).toBe(wholeParts);
          expect(pieces.every(({ state }) => (state === 'asked') !== ordered)).toBe(true);
          for (const { kept, back } of pieces) expect(back).toBeLessThanOrEqual(kept);
        }
        const pieces = enquiries.flatMap((one) => one.pieces);
        for (const field of ['value', 'kept', 'back'] as const)
          expect(sum(pieces.map((one) => one[field])), `${seed} ${rule} ${field}`).toBe(
            sum(sales.map((one) => one[field])),
          );
      }
  });

  it('METRICS-6 the order in which facts are read changes nothing', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { asked, sales, services } = drawnDay(seed);
      const turned = new Map([...services].map(([key, own]) => [key, [...own].reverse()]));
      const byKey = (found: ReturnType<typeof enquiriesOf>) =>
        JSON.stringify([...found].sort((a, b) => (a.key < b.key ? -1 : 1)));
      for (const rule of rules)
        expect(
          byKey(enquiriesOf([...asked].reverse(), [...sales].reverse(), turned, by(rule))),
          `${seed} ${rule}`,
        ).toBe(byKey(enquiriesOf(asked, sales, services, by(rule))));
    }
  });

  it('METRICS-6 only orders within the profile’s hours count', () => {
    const ask = { key: 'b', session: 's 1', product: wholeShop, asked: 0 };
    const money = { value: 900, kept: 900, back: 0, reversed: false, currency: 'CNY' };
    const late = 25 * 3_600_000;
    const sale = { ...ask, ...money, order: 'o', ordered: late, paid: late };
    const services = new Map([['s 1', [served(wholeShop, lin, 5)]]]);
    const [one] = enquiriesOf([ask], [sale], services, by('last_sku'));
    expect(one).toMatchObject({ ordered: false, paid: false });
    expect(one?.pieces).toMatchObject([{ member: lin, parts: wholeParts, state: 'asked' }]);
  });
});
