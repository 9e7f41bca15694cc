import { expect, test } from 'vitest';
import { diffOf } from './diff.rules.ts';

test('KB-01 says what stayed, went and came, in order', () => {
  expect(diffOf('a\nb\nc', 'a\nx\nc\nd').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'same a',
    'gone b',
    'new x',
    'same c',
    'new d',
  ]);
});

test('both texts can be read out of it again', () => {
  const [before, after] = ['一\n二\n三\n三', '零\n二\n三\n四'];
  const lines = diffOf(before, after);
  const of = (...kinds: string[]) =>
    lines
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('\n');
  expect([of('same', 'gone'), of('same', 'new')]).toEqual([before, after]);
});
