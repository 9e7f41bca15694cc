import { describe, expect, test } from 'vitest';
import en from './words/en.ts';
import zhCN from './words/zh-CN.ts';
import zhTW from './words/zh-TW.ts';
import { fill } from './words.ts';

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the three languages of the chat', () => {
  for (const [name, other] of [
    ['zh-CN', zhCN],
    ['zh-TW', zhTW],
  ] as const) {
    test(`OPS-10 ${name} has every word of English, with the same values to fill in`, () => {
      const words = new Map(flat(other));
      for (const [key, text] of flat(en)) {
        expect(words.get(key), key).toBeTruthy();
        expect(holes(words.get(key) ?? ''), key).toEqual(holes(text));
      }
      expect(words.size).toBe(flat(en).length);
    });
  }

  test('OPS-10 zh-TW is written, not left in simplified characters', () => {
    const simplified = /[们这发订单关闭页单击账号请过运费确认]/u;
    const both = /[确认]/u;
    for (const [key, text] of flat(zhTW))
      if (!both.test(text))
        expect(simplified.test(text.replaceAll('單', '')), `${key} ${text}`).toBe(false);
  });

  test('values are put in once and never read as markers again', () => {
    expect(fill('{name} is typing…', { name: '{name}' })).toBe('{name} is typing…');
    expect(fill('{a}{b}', { a: 1 })).toBe('1{b}');
  });
});
