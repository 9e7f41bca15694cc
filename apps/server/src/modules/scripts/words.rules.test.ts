import { describe, expect, it } from 'vitest';
import { foldedWord } from './fold.rules.ts';
import { compileWords, type Word } from './words.rules.ts';

const block = (word: string): Word => ({ word, level: 'block' });
const found = (words: readonly string[], text: string) =>
  compileWords(words.map(block))
    .find(text)
    .map(({ word, start, end }) => [word, text.slice(start, end)]);

/** Small and repeatable, so that a failure can be seen again. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe('SCR-06 forbidden words', () => {
  it('are found through full width, spaces, signs and invisible characters, at their place', () => {
    expect(found(['微信'], '加我微 信聊')).toEqual([['微信', '微 信']]);
    expect(found(['微信'], '微.信、微\u200b信')).toHaveLength(2);
    expect(found(['VX'], '加 ＶＸ 吧')).toEqual([['VX', 'ＶＸ']]);
    expect(found(['最好'], '这是【最】【好】的')).toEqual([['最好', '最】【好']]);
    expect(found(['支付宝转账'], '支付宝😀转账')).toHaveLength(1);
    expect(found(['best'], 'the 𝐛𝐞𝐬𝐭 one')).toHaveLength(1);
    expect(found(['best'], 'b.e.s.t price')).toHaveLength(1);
  });

  it('are not found inside other words, nor across two of them', () => {
    expect(found(['as'], 'fast delivery, a small gift')).toEqual([]);
    expect(found(['best'], 'to be st. louis')).toEqual([]);
    expect(found(['no refund'], 'no refund')).toHaveLength(1);
    expect(found(['no refund'], 'NO-REFUND!')).toHaveLength(1);
    expect(found(['110'], '订单 2110')).toEqual([]);
    expect(found(['微信'], '轻微的信号')).toEqual([]);
  });

  it('cannot be words without a letter', () => {
    expect(foldedWord('!! ¥')).toBe('');
    expect(compileWords([block('!!')]).size).toBe(0);
  });

  it('agree with looking for each word by itself, on 400 random lists and texts', () => {
    const roll = dice(7);
    const pick = (letters: string, length: number) =>
      Array.from({ length }, () => letters[roll(letters.length)]).join('');
    for (let round = 0; round < 400; round += 1) {
      const words = [
        ...new Set(Array.from({ length: 6 }, () => pick('微信最好第一', 1 + roll(3)))),
      ];
      const text = pick('微信最好第一 ，的Ａ', 30);
      const plain = [...text].filter((one) => /\p{L}/u.test(one)).join('');
      const wanted = words.map(
        (word) => plain.split('').filter((_, n) => plain.startsWith(word, n)).length,
      );
      const matcher = compileWords(words.map(block));
      const counted = words.map(
        (word) => matcher.find(text).filter((one) => one.word === word).length,
      );
      expect(counted, `${words.join(' ')} in ${text}`).toEqual(wanted);
      for (const { word, start, end } of matcher.find(text))
        expect(foldedWord(text.slice(start, end))).toBe(foldedWord(word));
    }
  });

  it('lets pass at the first look only what holds none', () => {
    const roll = dice(11);
    const matcher = compileWords(['微信', 'vip', '最便宜'].map(block));
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: 12 }, () => '微信ｖip最便宜好的 您'[roll(12)]).join('');
      if (!matcher.mayHold(text)) expect(matcher.find(text)).toEqual([]);
    }
    expect(matcher.mayHold('您好，今天发货')).toBe(false);
  });
});
