import { expect, test } from 'vitest';
import { historyOf } from './history.rules.ts';

const step = (code: string, at: string | null) => ({ code, at, text: '' }) as never;
const act = (kind: string, at: string, settledAt: string | null = at) =>
  ({ kind, at, settledAt, id: kind }) as never;
const told = (line: ReturnType<typeof historyOf>) =>
  line.map((one) => one.act?.kind ?? one.step?.code);

test('SHOP-12 what was done stands among what happened, each thing once', () => {
  const steps = [
    step('placed', '2026-03-18T06:00:00.000Z'),
    step('paid', '2026-03-18T06:01:00.000Z'),
    step('refunded', '2026-03-18T08:00:02.000Z'),
  ];
  const acts = [
    act('refunded', '2026-03-18T08:00:00.000Z'),
    act('postage_changed', '2026-03-18T06:00:30.000Z'),
  ];
  expect(told(historyOf(steps, acts))).toEqual(['placed', 'postage_changed', 'paid', 'refunded']);
});

test('SHOP-12 an older refund that a file told of stays beside the one made here', () => {
  const steps = [step('placed', null), step('refunded', '2026-03-01T08:00:00.000Z')];
  const acts = [act('refunded', '2026-03-18T08:00:00.000Z')];
  expect(told(historyOf(steps, acts))).toEqual(['placed', 'refunded', 'refunded']);
});
