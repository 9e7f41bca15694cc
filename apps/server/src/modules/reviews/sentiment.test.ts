import { describe, expect, test } from 'vitest';
import { conflicts, readSentiment } from './sentiment.rules.ts';
import { folded, lexicon } from './sentiment.words.ts';

const table: readonly (readonly [tone: string, ...texts: string[]])[] = [
  [
    'positive',
    '质量很好，物流也快，下次还会回购',
    '不错不错，孩子很喜欢',
    '杯子没有异味，手感舒服',
    '收到了，完好无损，包装很用心',
    '一点都不贵，性价比高',
    '没有破损，客服很有耐心',
    '非常满意！强烈推荐',
    '壶很漂亮，出水顺滑，没话说',
    '好喜欢这个颜色，好看极了',
    '快递小哥态度好，东西也好',
    '品質很好，CP值高，推薦給大家',
    '質感超讚，出貨也很快',
    '沒有異味，摸起來很舒服',
    '不會掉色，洗了幾次還是很漂亮',
    'Great quality and fast delivery. I love it!',
    'Not bad at all, works well',
    "I can't say anything bad about it. Beautiful.",
    'Exactly as described, very happy',
    'No problems so far, sturdy and easy to clean',
    'Perfect.',
  ],
  [
    'negative',
    '质量太差了，用了两天就坏了',
    '客服态度差，问了三次都不理人',
    '不好用，后悔买了',
    '不推荐，味道刺鼻',
    '收到就是碎的，很失望',
    '一点也不值，再也不来了',
    '垃圾，骗人的',
    '很不满意',
    '不是很好，有点粗糙',
    '好难看，和图片差太多',
    '物流太慢，等了很久',
    '掉色掉得厉害，洗一次就起球',
    '品質很差，收到就裂開了，很失望',
    '踩雷了，做工粗糙又難看',
    '根本不好用，客服還不理人',
    'Arrived broken and nobody answered. Very disappointed.',
    'Not good. It stopped working after a week.',
    'Never again. Waste of money.',
    "Don't buy this, it leaks",
    "It isn't very comfortable and looks cheap. Poor quality.",
    'Terrible smell, ugly colour',
  ],
  [
    'mixed',
    '颜色好看，但是有点掉色',
    '杯子不错，就是物流慢',
    'Nice colour but it leaks',
    '東西不錯，可是出貨慢',
  ],
  [
    'neutral',
    '',
    '还没用，用了再说',
    '给妈妈买的',
    '快递到了',
    '质量好吗？',
    '12345',
    'Bought it for my mother.',
    '無線的那一款，放在書房',
    '👍',
  ],
];

describe('A16 what a review sounds like', () => {
  for (const [tone, ...texts] of table)
    for (const text of texts)
      test(`${tone}: ${text || '(no words)'}`, () => {
        const { hits, tone: heard } = readSentiment(text);
        expect({ heard, hits: hits.map(({ word, weight }) => `${word} ${weight}`) }).toMatchObject({
          heard: tone,
        });
      });

  test('strong displeasure is told from a small complaint', () => {
    for (const text of ['垃圾，骗人的', '质量太差了，用了两天就坏了', 'Terrible. Waste of money.'])
      expect(readSentiment(text).strong, text).toBe(true);
    for (const text of ['有点贵', '物流慢', 'A bit slow', '颜色好看，但是有点掉色'])
      expect(readSentiment(text).strong, text).toBe(false);
  });

  test('each hit is where it says, with the words that turned it round', () => {
    const text = '味道一點也不好，但是壺嘴很漂亮';
    const { hits } = readSentiment(text);
    expect(hits.map(({ word, start, end, by }) => [word, text.slice(start, end), by])).toEqual([
      ['好', '好', ['一點也不']],
      ['漂亮', '漂亮', ['很']],
    ]);
    expect(hits[0]?.weight).toBeLessThan(0);
    expect(hits[1]?.weight).toBeGreaterThan(2);
  });

  test('degrees order themselves: 很不好 < 不好 < 不太好 < 好 < 很好', () => {
    const weights = ['很不好', '不好', '不太好', '好', '很好'].map(
      (text) => readSentiment(text).hits[0]?.weight ?? 0,
    );
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    expect(new Set(weights).size).toBe(5);
  });

  test('stars and words that say the opposite are marked', () => {
    expect(conflicts(5, readSentiment('质量太差了').tone)).toBe(true);
    expect(conflicts(1, readSentiment('很满意').tone)).toBe(true);
    expect(conflicts(5, readSentiment('').tone)).toBe(false);
    expect(conflicts(3, readSentiment('很满意').tone)).toBe(false);
  });
});

/** A small generator with a seed: the same texts each time. */
function* texts(seed: number, count: number): Generator<string> {
  const parts = [...lexicon.values()].flat().map(({ text }) => text);
  const fill = ['，', '。', ' ', '！', 'x', '杯子', '\n', '😀', '\ud83d', '１', "'", '?', '吗？'];
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let n = 0; n < count; n += 1) {
    const words = Array.from({ length: next(12) }, () =>
      next(3) === 0 ? fill[next(fill.length)] : parts[next(parts.length)],
    );
    yield words.join(next(2) === 0 ? '' : ' ');
  }
}

describe('A16 properties of the hint', () => {
  test('hits lie in the text in order and never overlap; the score fits the tone and its bounds', () => {
    for (const text of texts(7, 3_000)) {
      const { hits, score, tone, strong } = readSentiment(text);
      let at = 0;
      for (const hit of hits) {
        expect(hit.start).toBeGreaterThanOrEqual(at);
        expect(text.slice(hit.start, hit.end)).toBe(hit.word);
        expect(Number.isFinite(hit.weight)).toBe(true);
        at = hit.end;
      }
      expect(Math.abs(score)).toBeLessThanOrEqual(100);
      if (tone === 'positive') expect(score).toBeGreaterThan(0);
      if (tone === 'negative') expect(score).toBeLessThan(0);
      if (strong) expect(tone).toBe('negative');
      expect(readSentiment(text)).toEqual(readSentiment(text));
    }
  });

  test('traditional letters sound like simplified ones, full width like half', () => {
    expect(folded('質感超讚，沒話說')).toBe('质感超赞,没话说');
    expect(folded('ＧＲＥＡＴ')).toBe('great');
    for (const text of texts(11, 200)) expect(folded(text)).toHaveLength(text.length);
  });

  test('a thing said with 不 before it never counts to the same side', () => {
    for (const entries of lexicon.values())
      for (const { kind, text } of entries) {
        if (kind !== 'word' || /[a-z]/.test(text) || /^[不没无别还再千]|好生/.test(text)) continue;
        const plain = readSentiment(text).hits;
        const turned = readSentiment(`不${text}`).hits;
        if (plain.length !== 1 || turned.length !== 1 || turned[0]?.word !== text) continue;
        expect(Math.sign(turned[0].weight), text).toBe(-Math.sign(plain[0]?.weight ?? 0));
      }
  });
});
