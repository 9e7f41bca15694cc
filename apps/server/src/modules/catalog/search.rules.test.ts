import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { type IndexEntry, indexEntry } from './index.rules.ts';
import { planSearch } from './query.rules.ts';
import { plainCode, plainText } from './tokens.rules.ts';

const speak = (run: string) => pinyin(run, { toneType: 'none', type: 'array', v: true });
const entry = (title: string, codes: string[] = [], more: string[] = []): IndexEntry =>
  indexEntry('team', { title, codes, more }, speak);

/** What the database does with a plan, said in a few lines: every term by one of its ways, then the text again. */
function finds(typed: string, at: IndexEntry): boolean {
  const plan = planSearch('team', typed);
  if (!plan) return false;
  const held = new Set(at.tokens);
  const texts = [at.title, at.more, at.codes];
  return plan.strict.every(
    ({ words, spoken, skipping, anyOf }) =>
      anyOf.some((tokens) => tokens.every((token) => held.has(token))) &&
      (words.some((word) => texts.some((text) => text.includes(word))) ||
        (spoken !== null && (at.pinyin.includes(spoken) || at.initials.includes(spoken))) ||
        (skipping !== null && new RegExp(skipping).test(at.initials))),
  );
}

const heater = entry('美的（Midea）60升超薄双胆扁桶电热水器3300W速热节能F6033-UD3(HE)', [
  '100112573665',
  'UD3-银',
  'QX-0123-A',
]);

describe('SHOP-09 a product is found by', () => {
  test.each([
    ['two Chinese characters', '热水'],
    ['one Chinese character', '胆'],
    ['a longer Chinese word', '电热水器'],
    ['two words', '热水器 60升'],
    ['full pinyin', 'reshuiqi'],
    ['the beginning of pinyin', 'resh'],
    ['pinyin of two letters', 're'],
    ['initials', 'rsq'],
    ['initials of two', 'rs'],
    ['brand in Latin letters', 'midea'],
    ['brand in capitals', 'MIDEA'],
    ['the middle of a Latin word', 'ide'],
    ['its model as written', 'F6033-UD3(HE)'],
    ['its model without signs', 'f6033ud3he'],
    ['its model with other signs', 'F6033 / UD3'],
    ['a number that ends in one letter', 'QX-0123-A'],
    ['its number', '100112573665'],
    ['the beginning of its number', '100112'],
    ['full-width letters', 'ＭＩＤＥＡ'],
    ['a synonym', '热水宝'],
    ['a mix of both scripts', '60升超薄'],
  ])('%s', (_, typed) => expect(finds(typed, heater)).toBe(true));

  test.each(['洗碗', 'samsung', 'xwj', '999', '热器', 'laptop'])('but not by %s', (typed) =>
    expect(finds(typed, heater)).toBe(false),
  );

  const teapot = entry('青竹 紫砂西施壶 160ml 手工（容量大）');
  test.each([
    ['zsh', '紫砂…壶: the last character of the name is its head'],
    ['zsxsh', 'the whole name'],
    ['qzxsh', '青竹…西施壶'],
    ['qzh', '青竹…壶'],
    ['qzzssg', '青竹紫砂…手工: left out in two places'],
  ])('by the initials of the words one remembers: %s (%s)', (typed) =>
    expect(finds(typed, teapot)).toBe(true),
  );
  test('brand and kind, whatever stands between; one character before the kind', () => {
    expect(finds('mdrsq', heater)).toBe(true);
    expect(finds('cbrsq', heater)).toBe(true);
    expect(finds('zcp', entry('竹制餐盘'))).toBe(true);
  });
  test.each(['hsz', 'zxh', 'zhs', 'xsq', 'zu', 'zsui', 'qzzs12'])('not by %s', (typed) =>
    expect(finds(typed, teapot)).toBe(false),
  );

  test('an alias, an option, an accent', () => {
    expect(finds('小厨宝', entry('储水式热水器', [], ['小厨宝']))).toBe(true);
    expect(finds('blue', entry('T-Shirt', [], ['blue', 'XL']))).toBe(true);
    expect(finds('cafe', entry('Café au lait'))).toBe(true);
    expect(finds('手机', entry('Smartphone 5G'))).toBe(true);
  });
});

describe('SRCH-04', () => {
  test.each(["'", '&', ':', '%', '\\', '()', '  ', '\u0000', '*:*', '🙂'])(
    '%j asks for nothing',
    (typed) => expect(planSearch('team', typed)).toBeNull(),
  );

  test('any text can be asked, and any substring of a Chinese title finds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => void planSearch('team', typed)),
    );
    const title = fc.string({
      unit: fc.constantFrom(...'美的电热水器洗碗机超薄节能手机'),
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(title, fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % text.length;
        const part = text.slice(from, from + 1 + (b % (text.length - from)));
        expect(finds(part, entry(text))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('tokens of two teams differ', () => {
    const other = indexEntry('other', { title: '热水器', more: [], codes: [] }, speak);
    const own = entry('热水器');
    expect(own.tokens.filter((token) => other.tokens.includes(token))).toEqual([]);
  });
});

test('plain forms', () => {
  expect(plainText('  Ｆ6033－UD3（HE）\u200b é ')).toBe('f6033 ud3 he e');
  expect(plainCode('W-12/3 a')).toBe('w123a');
});
