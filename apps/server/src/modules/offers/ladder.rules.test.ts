import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type LadderFacts, nextRung, rungsFor, skippedBy } from './ladder.rules.ts';
import { defaultOffers } from './settings.rules.ts';
import { type SituationFacts, situationOf, situationOfWords } from './situation.rules.ts';

const { ladder } = defaultOffers;

describe('SHOP-10 the ladder', () => {
  test('goes by situation: its input has these fields and no other, nothing of who the buyer is or could pay', () => {
    expectTypeOf<keyof LadderFacts>().toEqualTypeOf<'situation' | 'ladder' | 'had' | 'possible'>();
    expectTypeOf<keyof SituationFacts>().toEqualTypeOf<
      'words' | 'offered' | 'unpaidHours' | 'unpaidFrom' | 'piecesLeft'
    >();
    const facts = {
      situation: 'competitor',
      ladder,
      had: [],
      possible: ['coupon', 'price'],
    } as const;
    const rich = { ...facts, level: 'vip', spentMinor: 9_999_999, refundRate: 0.9 };
    const poor = { ...facts, level: 'new', spentMinor: 0, refundRate: 0 };
    expect(nextRung(rich)).toBe(nextRung(poor));
  });

  test('each of three languages is understood', () => {
    const said = {
      first_ask: ['能便宜点吗', '可以算便宜一點嗎', 'Any discount?', '有优惠券吗', '包邮吗'],
      hesitating: ['有点贵，我再想想', '太貴了，我考慮一下', 'bit pricey, let me think about it'],
      competitor: ['别家同款才 150', '蝦皮上比較便宜', 'It is cheaper on Amazon'],
      bulk: ['我要买 20 个，能优惠吗', '想團購', 'I need 12 pieces, any discount?'],
      complaint: [
        '上次买的有点问题，这次便宜点',
        '老客戶了，算便宜點',
        'Last time it arrived broken, any deal?',
      ],
    } as const;
    for (const [situation, words] of Object.entries(said))
      for (const text of words) expect([text, situationOfWords(text)]).toEqual([text, situation]);
    for (const text of ['请问什么时候发货', '尺寸是多少', 'Thank you!', '謝謝', '收到了'])
      expect([text, situationOfWords(text)]).toEqual([text, null]);
  });

  test('asking again after an offer is hesitating; an order left lying is unpaid; few pieces are not sold cheaper', () => {
    const facts = {
      words: ['能便宜点吗'],
      offered: 0,
      unpaidHours: null,
      unpaidFrom: 2,
      piecesLeft: null,
    };
    expect(situationOf(facts)).toBe('first_ask');
    expect(situationOf({ ...facts, offered: 1 })).toBe('hesitating');
    expect(situationOf({ ...facts, words: ['好的'], unpaidHours: 3 })).toBe('unpaid');
    expect(situationOf({ ...facts, words: ['好的'] })).toBe(null);
    expect(situationOf({ ...facts, piecesLeft: 2 })).toBe('last_pieces');
    expect(rungsFor({ situation: 'last_pieces', ladder })).toEqual(['postage']);
  });

  test('offers the next step that is possible, and knows what was passed over', () => {
    const facts = {
      situation: 'competitor',
      ladder,
      had: [],
      possible: ['postage', 'coupon', 'price'],
    } as const;
    expect(nextRung(facts)).toBe('postage');
    expect(nextRung({ ...facts, had: ['postage'] })).toBe('coupon');
    expect(skippedBy('price', facts)).toEqual(['postage', 'coupon']);
    expect(skippedBy('price', { ...facts, had: ['postage', 'coupon'] })).toEqual([]);
    expect(nextRung({ ...facts, had: ['postage', 'coupon', 'price'] })).toBe(null);
  });

  test('a step is never offered twice, and never one the shop has switched off', () => {
    const rung = fc.constantFrom('postage', 'coupon', 'bundle', 'price');
    const situation = fc.constantFrom(
      'first_ask',
      'hesitating',
      'complaint',
      'competitor',
      'bulk',
      'last_pieces',
      'unpaid',
    );
    fc.assert(
      fc.property(
        situation,
        fc.array(rung),
        fc.array(rung),
        fc.array(rung),
        (where, had, possible, off) => {
          const mine = ladder.map((step) => ({ ...step, on: !off.includes(step.rung) }));
          const next = nextRung({ situation: where, ladder: mine, had, possible });
          if (next === null) return;
          expect(had).not.toContain(next);
          expect(possible).toContain(next);
          expect(off).not.toContain(next);
        },
      ),
    );
  });
});
