import { expect, test } from 'vitest';
import { at, message } from './fixtures.test-help.ts';
import type { Outgoing } from './outgoing.ts';
import { rowsOf } from './rows.rules.ts';

const outgoing = (key: string): Outgoing => ({
  key,
  conversationId: 'a',
  kind: 'text',
  text: '好的',
  at: at(0),
  state: 'sending',
});

test('a day stands above its first message; one author a moment later is joined', () => {
  const rows = rowsOf(
    [
      message('a', 1),
      message('a', 2),
      message('a', 3, { at: at(600) }),
      message('a', 4, { at: at(90_000) }),
    ],
    [],
  );
  expect(rows.map((row) => row.kind === 'message' && [row.day, row.joined])).toEqual([
    [true, false],
    [false, true],
    [false, false],
    [true, false],
  ]);
});

test('notes and lines are never joined to what is said', () => {
  const rows = rowsOf([message('a', 1), message('a', 2, { kind: 'note' }), message('a', 3)], []);
  expect(rows.map((row) => row.kind === 'message' && row.joined)).toEqual([false, false, false]);
});

test('what is on its way stands last, until the thread has it', () => {
  const thread = [message('a', 1, { clientKey: 'k1' })];
  const rows = rowsOf(thread, [outgoing('k1'), outgoing('k2')]);
  expect(rows.map(({ key }) => key)).toEqual(['a/1', 'k2']);
});
