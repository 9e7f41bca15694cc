import type { scripts } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { offers, search, suggest } from './search.rules.ts';

const entry = (title: string, text: string, more: Partial<scripts.ScriptEntryShape> = {}) =>
  ({
    id: title,
    scope: 'team',
    shopId: null,
    folderId: null,
    code: '',
    title,
    text,
    pinyin: '',
    initials: '',
    learned: '',
    kinds: ['text'],
    variants: 1,
    state: 'published',
    usable: true,
    version: 1,
    playbook: null,
    step: null,
    favourite: false,
    uses: 0,
    usedAt: null,
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  }) satisfies scripts.ScriptEntryShape;

const library = [
  entry('退款流程', '原路退回，三天到账', { pinyin: 'tuikuanliucheng', initials: 'tklc yltb' }),
  entry('什么时候发货', '今天发出', { pinyin: 'shenmeshihoufahuo', initials: 'smshfh jtfc' }),
  entry('问好', '您好，在的', { pinyin: 'wenhao', initials: 'wh nhzd', code: 'nh' }),
  entry('尺寸', '直径 28 厘米', { pinyin: 'chicun', initials: 'cc zjlm', learned: '多大|盘子' }),
];
const titles = (found: readonly { title: string }[]) => found.map(({ title }) => title);

describe('SCR-01 search', () => {
  it('finds 退款 by initials, pinyin, words of the title and of the text, and a code first of all', () => {
    for (const query of ['tk', 'tuikuan', '退款', '原路', 'TK', 'ｔｋ'])
      expect(titles(search(library, query, 10))[0], query).toBe('退款流程');
    expect(titles(search(library, 'nh', 10))[0]).toBe('问好');
    expect(search(library, 'zzz', 10)).toEqual([]);
  });

  it('puts favourites and what one uses before the rest', () => {
    const mine = { ...library[3], title: '常用', favourite: true } as scripts.ScriptEntryShape;
    expect(titles(search([...library, mine], '', 10))[0]).toBe('常用');
  });
});

describe('SCR-05 suggestions', () => {
  it('answer the buyer’s words by what they have in common, and by what was learned', () => {
    expect(titles(suggest(library, '请问什么时候能发货呀', 3))[0]).toBe('什么时候发货');
    expect(titles(suggest(library, '这个盘子多大', 3))[0]).toBe('尺寸');
    expect(suggest(library, '嗯嗯', 3)).toEqual([]);
    expect(suggest(library, '13800138000', 3)).toEqual([]);
  });

  it('stand first in the list of `/` until something is typed', () => {
    expect(titles(offers(library, '', '我要退款'))[0]).toBe('退款流程');
    expect(titles(offers(library, 'nh', '我要退款'))).toEqual(['问好']);
  });
});
