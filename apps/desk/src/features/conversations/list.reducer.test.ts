import { expect, test } from 'vitest';
import { conversation, event, me, message } from './fixtures.test-help.ts';
import { applyToList, type ListState } from './list.reducer.ts';

const posted = (id: string, fields: object = {}) => {
  const { unread, readSeq, can, ...summary } = conversation(id, { lastSeq: 2, ...fields });
  return event('message.posted', { message: message(id, 2), conversation: summary, was: null });
};
const known: ListState = { items: [conversation('a', { lastSeq: 1 })], next: null };
const saved = { view: 'all', more: { tag: '老客' } } as const;
const ids = (list: ListState) => list.items.map(({ id }) => id);

test('SRCH-03 a list narrowed by a saved view takes in nobody by an event alone: the tag is not in it', () => {
  expect(ids(applyToList(known, posted('b'), saved, me))).toEqual(['a']);
  expect(ids(applyToList(known, posted('b'), { view: 'all' }, me)).sort()).toEqual(['a', 'b']);
});

test('SRCH-03 what is in it follows at once, and leaves it when the view no longer fits', () => {
  const said = applyToList(known, posted('a', { lastText: '还在吗' }), saved, me);
  expect(said.items[0]?.lastText).toBe('还在吗');
  expect(ids(applyToList(known, posted('a', { state: 'resolved' }), saved, me))).toEqual([]);
});
