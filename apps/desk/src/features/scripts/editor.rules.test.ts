import { expect, test } from 'vitest';
import { difference, tidy, withMoved } from './editor.rules.ts';

test('SCR-06 a difference keeps both texts and finds what changed', () => {
  const pieces = difference('今天发货，请放心', '明天发货，请您放心');
  const of = (...kinds: string[]) =>
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('');
  expect([of('same', 'gone'), of('same', 'new')]).toEqual([
    '今天发货，请放心',
    '明天发货，请您放心',
  ]);
  expect(of('gone')).toBe('今');
  expect(of('new')).toBe('明您');
});

test('SCR-02 parts move, and empty languages are not sent', () => {
  const content = {
    variants: [
      {
        parts: [
          { kind: 'text' as const, text: { 'zh-CN': '甲', en: ' ' } },
          { kind: 'order' as const },
        ],
      },
    ],
  };
  expect(withMoved(content, 0, 1, 0).variants[0]?.parts.map(({ kind }) => kind)).toEqual([
    'order',
    'text',
  ]);
  expect(withMoved(content, 0, 0, -1)).toBe(content);
  expect(tidy(content).variants[0]?.parts[0]).toEqual({ kind: 'text', text: { 'zh-CN': '甲' } });
});
