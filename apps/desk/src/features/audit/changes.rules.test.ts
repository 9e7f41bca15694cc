import { expect, test } from 'vitest';
import { changesOf } from './changes.rules.ts';

test('only what an act changed is told, field by field', () => {
  expect(
    changesOf(
      { role: 'agent', shopIds: null, name: '小林' },
      { role: 'lead', shopIds: ['a'], name: '小林' },
    ),
  ).toEqual([
    { field: 'role', from: 'agent', to: 'lead' },
    { field: 'shopIds', from: null, to: 'a' },
  ]);
});

test('a thing that was made has no before, one that ended has no after', () => {
  expect(changesOf(null, { flag: 'red' })).toEqual([{ field: 'flag', from: null, to: 'red' }]);
  expect(changesOf({ reason: '恶意差评' }, null)).toEqual([
    { field: 'reason', from: '恶意差评', to: null },
  ]);
  expect(changesOf(null, null)).toEqual([]);
});
