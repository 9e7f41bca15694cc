import { expect, test } from 'vitest';
import { event, message } from './fixtures.test-help.ts';
import { applyToPast, joined, lengthenDown, lengthenUp, meets, stretchOf } from './past.reducer.ts';

const messages = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => message('a', from + n));
const page = (from: number, to: number, before: number | null, after: number | null) => ({
  items: messages(from, to),
  before,
  after,
});
const seqs = (thread: { messages: readonly { seq: number }[] }) =>
  thread.messages.map(({ seq }) => seq);
const around = stretchOf(page(101, 150, 101, 150), page(151, 200, 151, 200));
const live = { messages: messages(451, 500), before: 451 };

test('SRCH-01 a stretch holds the place and what stands around it, and grows both ways without gaps', () => {
  const grown = lengthenDown(lengthenUp(around, page(1, 100, null, 100)), page(201, 300, 201, 300));
  expect(seqs(grown)).toEqual(seqs({ messages: messages(1, 300) }));
  expect([grown.before, grown.after]).toEqual([null, 300]);
});

test('SRCH-01 it becomes one with the newest messages as soon as nothing is missing between them', () => {
  expect(meets(around, live)).toBe(false);
  const grown = lengthenDown(around, page(201, 450, 201, 450));
  expect(meets(grown, live)).toBe(true);
  expect(joined(grown, live)).toEqual({ messages: messages(101, 500), before: 101 });
});

test('what is said meanwhile stays with the newest; what is taken back is taken back here too', () => {
  const back = message('a', 120, { text: '', recalledAt: '2026-03-18T06:10:00.000Z' });
  const after = applyToPast(around, event('message.recalled', { message: back }));
  expect(after.messages.find(({ seq }) => seq === 120)).toEqual(back);
  expect(after.after).toBe(200);
});
