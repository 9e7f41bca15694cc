import { automation } from '@guitai/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillText, unknownPlace, variantFor, wordsFor } from '../../kernel/wording.ts';
import { deepest, weighChain } from './chain.rules.ts';
import { failing, holds, matches, type Snapshot, unfitAsk } from './condition.rules.ts';
import { decide, type Moment, staleAfterMs } from './decide.rules.ts';
import { passed } from './happening.rules.ts';
import { presetDefinition, presets } from './presets.ts';

type Group = automation.RuleGroup;

const leaf = fc.constantFrom<automation.RuleAsk>(
  { fact: 'order.totalMinor', is: 'above', value: 10 },
  { fact: 'buyer.tags', is: 'has', value: 'vip' },
  { fact: 'order.status', is: 'one_of', value: ['placed', 'paid'] },
  { fact: 'buyer.blocked', is: 'is', value: false },
);
const tree: fc.Arbitrary<Group> = fc.letrec<{ group: Group }>((tie) => ({
  group: fc.record({
    match: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(fc.oneof({ maxDepth: 3 }, leaf, tie('group')), { minLength: 1, maxLength: 4 }),
  }),
})).group;
const snapshot = fc.record<Snapshot>({
  'order.totalMinor': fc.constantFrom(5, 20, null),
  'buyer.tags': fc.constantFrom(['VIP'], [], null),
  'order.status': fc.constantFrom('placed', 'shipped', null),
  'buyer.blocked': fc.constantFrom(true, false, null),
} as never);

/** What the tree says, written as a sentence and read by the language itself. */
const said = (group: Group, facts: Snapshot): boolean =>
  // biome-ignore lint/security/noGlobalEval: the oracle of the test
  eval(
    (function words(part: Group | automation.RuleAsk): string {
      if (!('match' in part)) return String(holds(part, facts));
      return `(${part.of.map(words).join(part.match === 'all' ? '&&' : '||')})`;
    })(group),
  ) as boolean;

describe('AUT-01 questions', () => {
  test('and/or in any depth are what the same sentence says; why not is named when it does not hold', () => {
    fc.assert(
      fc.property(tree, snapshot, (group, facts) => {
        expect(matches(group, facts)).toBe(said(group, facts));
        expect(failing(group, facts).length > 0).toBe(!matches(group, facts));
      }),
    );
  });

  test('what is not known is nothing: neither above nor below, and has no tag', () => {
    const ask = (is: automation.RuleOperator, value: number | string) =>
      holds({ fact: 'order.totalMinor', is, value }, {});
    expect([ask('above', 0), ask('below', 0), ask('is', 0), ask('is_not', 0)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('every ready-made rule can be asked, has words in three languages and no unknown word in them', () => {
    for (const preset of presets) {
      const { conditions, actions } = presetDefinition(preset);
      expect(unfitAsk(conditions)).toBeNull();
      for (const action of actions) {
        const texts =
          action.do === 'send' ? action.variants.flatMap((one) => Object.values(one.texts)) : [];
        expect(texts.length).toBeGreaterThanOrEqual(3);
        for (const text of texts)
          expect([text.length > 20, unknownPlace(text, automation.careVariables)]).toEqual([
            true,
            null,
          ]);
      }
    }
  });
});

describe('CMP-01 words', () => {
  test('a missing value stops the message, unless the text says what stands there instead', () => {
    expect(fillText('单号 {tracking}', {})).toEqual({ missing: 'tracking' });
    expect(fillText('{buyer|您}好，{order}', { order: '1', buyer: '' })).toEqual({
      text: '您好，1',
    });
    expect(fillText('价 {amount}', { amount: '$1 & {order}' })).toEqual({
      text: '价 $1 & {order}',
    });
    expect(unknownPlace('{order} {password}', automation.careVariables)).toBe('{password}');
  });

  test('in the buyer’s language, else the shop’s, else the nearest that is written', () => {
    const texts = { 'zh-CN': '简', 'zh-TW': '', en: 'en' };
    const of = (buyer: string | null, shop: 'zh-CN' | 'zh-TW' | 'en') =>
      wordsFor({ texts }, buyer, shop)?.text;
    expect([
      of('en', 'zh-CN'),
      of(null, 'zh-CN'),
      of('zh-TW', 'zh-CN'),
      of('fr', 'en'),
      of(null, 'zh-TW'),
    ]).toEqual(['en', '简', '简', 'en', '简']);
  });

  test('of two wordings each gets about half, and a recipient always the same', () => {
    const got = Array.from({ length: 2_000 }, (_, n) => variantFor(['A', 'B'], `rule order-${n}`));
    expect(Math.abs(got.filter((one) => one === 'A').length - 1_000)).toBeLessThan(120);
    expect(variantFor(['A', 'B'], 'rule order-7')).toBe(got[7]);
  });
});

describe('CMP-01 what a mirror tells', () => {
  test('the way an order went since it was last told of; nothing when it went back', () => {
    expect(passed('placed', 'shipped')).toEqual(['order.paid', 'order.shipped']);
    expect(passed('preparing', 'partly_shipped')).toEqual(['order.shipped']);
    expect(passed('partly_shipped', 'shipped')).toEqual([]);
    expect(passed('shipped', 'completed')).toEqual(['order.delivered', 'order.received']);
    expect(passed('shipped', 'paid')).toEqual([]);
    expect(passed('paid', 'cancelled')).toEqual(['order.cancelled']);
    expect(passed('cancelled', 'paid')).toEqual([]);
  });
});

describe('AUT-05 chains', () => {
  const links = (names: string) => [...names].map((name) => ({ ruleId: name, name }));

  test('own acts are not answered, circles are named, five may follow from one another', () => {
    const at = (chain: string, rule: string) => weighChain(links(chain), { id: rule, name: rule });
    expect(at('', 'a')).toEqual({ go: true });
    expect(at('a', 'a')).toEqual({ go: false, why: 'own' });
    expect(at('xab', 'a')).toEqual({ go: false, why: 'loop', detail: 'a → b → a' });
    expect(at('abcd', 'e')).toEqual({ go: true });
    expect(at('abcde'.slice(0, deepest), 'f')).toMatchObject({ go: false, why: 'depth' });
  });
});

describe('AUT-04 when the time has come', () => {
  const at = new Date('2026-03-18T04:00:00Z');
  const rule = {
    state: 'on',
    trigger: 'order.placed',
    since: null,
    definition: { conditions: { match: 'all', of: [] }, repeatMinutes: null },
  };
  const moment = (part: object, run: object = {}): Moment =>
    ({
      rule,
      snapshot: {},
      fired: [],
      waitingSince: null,
      inbound: null,
      at,
      ...part,
      run: { trigger: 'order.placed', round: 'r', dueAt: at, happenedAt: at, ...run },
    }) as never;
  const why = (one: Moment) => {
    const decision = decide(one);
    return decision.go ? 'go' : decision.why || decision.state;
  };

  test('asked on what is true now', () => {
    expect(why(moment({}))).toBe('go');
    expect(why(moment({ rule: { ...rule, state: 'off' } }))).toBe('off');
    expect(why(moment({ rule: { ...rule, since: new Date(at.getTime() + 1) } }))).toBe('off');
    expect(why(moment({ snapshot: null }))).toBe('gone');
    expect(why(moment({}, { dueAt: new Date(at.getTime() - staleAfterMs - 1) }))).toBe('stale');
    expect(why(moment({ fired: [{ fired: 'r', at }] }))).toBe('once');
    const waits = { trigger: 'conversation.unanswered', mark: at.toISOString() };
    const listening = { rule: { ...rule, trigger: 'conversation.unanswered' } };
    expect(why(moment({ ...listening, waitingSince: at }, waits))).toBe('go');
    expect(why(moment({ ...listening, waitingSince: null }, waits))).toBe('over');
    expect(why(moment({ ...listening, waitingSince: new Date(at.getTime() + 9) }, waits))).toBe(
      'over',
    );
  });
});
