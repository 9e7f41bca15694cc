import { followups, wordsOf } from '@guitai/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthdaysOn, lunarDay, nextOn, occasions } from './calendar.rules.ts';
import { holds, quota } from './quota.rules.ts';
import { after, endsBy, isOver, type Step, steps, tellsItself, waitsOn } from './state.rules.ts';

const reasons = wordsOf(followups.FollowupReason) as followups.FollowupReasonWord[];

/** From where one begins: a wish waits, a greeting is being sent, all others are to be contacted. */
const start = (reason: followups.FollowupReasonWord): followups.FollowupStateWord =>
  reason === 'greeting' ? 'sending' : tellsItself(reason) ? 'waiting' : 'open';

describe('A20 A21 the states of a follow-up', () => {
  it('whatever is done in whatever order, it stands somewhere, and what is over stays over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reasons),
        fc.array(fc.constantFrom(...(steps as readonly Step[])), { maxLength: 40 }),
        (reason, walk) => {
          let state = start(reason);
          for (const step of walk) {
            const next = after({ state, reason }, step);
            if (isOver(state)) expect(next).toBeNull();
            if (next === null) continue;
            // Nobody counts as contacted of whom nothing was said or sent.
            if (next === 'contacted' && state !== 'contacted')
              expect(['said', 'sent', 'told']).toContain(step);
            if (state === 'sending')
              expect(['assign', 'told', 'sent', 'unsent', 'drop']).toContain(step);
            state = next;
          }
        },
      ),
    );
  });

  it('from everywhere that is not over there is a way to the end', () => {
    for (const reason of reasons) {
      const seen = new Set([start(reason)]);
      for (const state of seen)
        for (const step of steps) {
          const next = after({ state, reason }, step);
          if (next) seen.add(next);
        }
      expect([...seen].some(isOver)).toBe(true);
      expect(seen.has('waiting')).toBe(reason === 'back' || reason === 'cheaper');
    }
  });

  it('who buys meanwhile is dropped where buying was the point', () => {
    expect(reasons.filter((reason) => endsBy(reason, 'ordered'))).toEqual(['asked']);
    expect(reasons.filter((reason) => endsBy(reason, 'paid'))).toEqual(['asked', 'lapsed', 'idle']);
    expect(reasons.some((reason) => endsBy(reason, 'cancelled'))).toBe(false);
    expect(waitsOn('back', 'no_longer')).toBe(true);
    expect(waitsOn('back', 'opted_out')).toBe(false);
    expect(waitsOn('greeting', 'expired')).toBe(false);
  });
});

describe('A20 wishes', () => {
  it('are told of what is so: pieces there, on sale, and the price at most the wished one', () => {
    const now = { stock: 3, onSale: true, priceMinor: 9_900 };
    expect(holds({ reason: 'back', belowMinor: null }, now)).toBe(true);
    expect(holds({ reason: 'back', belowMinor: null }, { ...now, stock: 0 })).toBe(false);
    expect(holds({ reason: 'back', belowMinor: null }, { ...now, onSale: false })).toBe(false);
    expect(holds({ reason: 'cheaper', belowMinor: 9_900 }, now)).toBe(true);
    expect(holds({ reason: 'cheaper', belowMinor: 9_899 }, now)).toBe(false);
    expect(holds({ reason: 'cheaper', belowMinor: 9_900 }, { ...now, stock: 0 })).toBe(false);
  });

  it('are told to so many for each piece, never more', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(2_000),
        fc.nat(2_000),
        (stock, factor, telling, holding) => {
          const more = quota(stock, factor, { telling, holding });
          expect(more).toBeGreaterThanOrEqual(0);
          if (more > 0) expect(more + telling + holding).toBe(stock * factor);
        },
      ),
    );
    expect(quota(null, 3, { telling: 9, holding: 9 })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('A21 the calendar', () => {
  const years = [2026, 2027, 2028, 2029, 2030];
  const dates: Readonly<Record<string, readonly string[]>> = {
    spring_festival: ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'],
    lantern: ['2026-03-03', '2027-02-20', '2028-02-09', '2029-02-27', '2030-02-17'],
    dragon_boat: ['2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05'],
    mid_autumn: ['2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'],
    sale_618: years.map((year) => `${year}-06-18`),
    sale_1111: years.map((year) => `${year}-11-11`),
  };

  it('has the lunar holidays of 2026 to 2030 on the days of the almanac, also in a year with a leap month', () => {
    for (const [key, days] of Object.entries(dates)) {
      const occasion = occasions.find((one) => one.key === key);
      expect(occasion).toBeDefined();
      if (occasion) expect(years.map((year) => nextOn(occasion, `${year}-01-02`))).toEqual(days);
    }
    // 2025 has a leap sixth month: the seventh comes a month later, and the fifth only once.
    expect(lunarDay(2025, 7, 7)).toBe('2025-08-29');
    expect(lunarDay(2025, 5, 5)).toBe('2025-05-31');
  });

  it('knows the next such day from any day, today included', () => {
    const spring = occasions.find(({ key }) => key === 'spring_festival');
    if (!spring) throw new Error('no spring festival');
    expect(nextOn(spring, '2026-02-17')).toBe('2026-02-17');
    expect(nextOn(spring, '2026-02-18')).toBe('2027-02-06');
    for (const occasion of occasions.filter(({ kind }) => kind === 'lunar'))
      for (let year = 2020; year < 2060; year += 1)
        expect(nextOn(occasion, `${year}-01-01`)?.slice(0, 4)).toBe(String(year));
    const leapDay = { key: 'own', kind: 'own', month: 2, day: 29 } as const;
    expect(nextOn(leapDay, '2027-01-01')).toBe('2027-02-28');
    expect(nextOn(leapDay, '2028-01-01')).toBe('2028-02-29');
    expect(birthdaysOn('2027-02-28')).toEqual(['02-28', '02-29']);
    expect(birthdaysOn('2028-02-28')).toEqual(['02-28']);
  });
});
