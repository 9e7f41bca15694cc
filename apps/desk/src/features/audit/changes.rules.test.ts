import { expect, test } from 'vitest';
import { changesOf, foremost } from './changes.rules.ts';

const say = {
  field: (name: string) => ({ methodKind: 'Way', amountMinor: 'Amount' })[name] ?? name,
  amount: (minor: number) => `¥${minor / 100}`,
  word: (text: string) => (text === 'wechat_pay' ? 'WeChat Pay' : text),
};

test('only what an act changed is told, field by field', () => {
  expect(
    changesOf(
      { role: 'agent', shopIds: null, name: '小林' },
      { role: 'lead', shopIds: ['a'], name: '小林' },
      say,
    ),
  ).toEqual([
    { field: 'role', from: 'agent', to: 'lead' },
    { field: 'shopIds', from: null, to: 'a' },
  ]);
});

test('a thing that was made has no before, one that ended has no after', () => {
  expect(changesOf(null, { flag: 'red' }, say)).toEqual([{ field: 'flag', from: null, to: 'red' }]);
  expect(changesOf({ reason: '恶意差评' }, null, say)).toEqual([
    { field: 'reason', from: '恶意差评', to: null },
  ]);
  expect(changesOf(null, null, say)).toEqual([]);
});

test('SEC-01 amounts are told as money and fields by their names, inside of lists too', () => {
  const after = {
    parts: [{ methodKind: 'wechat_pay', amountMinor: 1000, label: null }],
    amountMinor: 1000,
    lines: [],
  };
  expect(changesOf(null, after, say)).toEqual([
    { field: 'parts', from: null, to: 'Way: WeChat Pay · Amount: ¥10' },
    { field: 'amountMinor', from: null, to: '¥10' },
  ]);
});

test('SEC-01 below the sentence stands the amount, never an identity or a field without a name', () => {
  const id = '01a201ec-4249-72eb-95d6-0d410717d3bc';
  const change = (field: string, to: string) => ({ field, from: null, to });
  const isNamed = (field: string) => field !== 'actId';
  const [act, state, amount] = [
    change('actId', 'x'),
    change('state', 'done'),
    change('amountMinor', '¥1'),
  ];
  expect(foremost([act, state, amount], isNamed)).toBe(amount);
  expect(foremost([act, state], isNamed)).toBe(state);
  expect(foremost([act, change('orderId', id)], isNamed)).toBeUndefined();
});
