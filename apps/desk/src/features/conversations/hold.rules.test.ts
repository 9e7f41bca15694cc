import { expect, test } from 'vitest';
import { hold } from './hold.rules.ts';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

test('the open row stays where it was opened while the others move', () => {
  expect(ids(hold(rows('bcda'), { id: 'a', at: 0 }, undefined))).toBe('abcd');
  expect(ids(hold(rows('xab'), { id: 'a', at: 0 }, undefined))).toBe('axb');
  expect(ids(hold(rows('abc'), { id: 'a', at: 0 }, undefined))).toBe('abc');
});

test('a row that left the loaded part is shown as it is known, at most at the end', () => {
  expect(ids(hold(rows('bc'), { id: 'a', at: 1 }, { id: 'a' }))).toBe('bac');
  expect(ids(hold(rows('b'), { id: 'a', at: 9 }, { id: 'a' }))).toBe('ba');
});

test('a row that is gone stays gone', () => {
  expect(ids(hold(rows('bc'), { id: 'a', at: 0 }, undefined))).toBe('bc');
});
