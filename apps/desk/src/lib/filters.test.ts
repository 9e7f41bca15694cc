import { expect, test } from 'vitest';
import { mergeFilters } from './filters.ts';

test('filters in the address: what is empty disappears, the rest stays as it was', () => {
  const before = new URLSearchParams('q=竹&status=paid');
  expect(mergeFilters(before, { status: undefined, flag: 'red' }).toString()).toBe(
    'q=%E7%AB%B9&flag=red',
  );
  expect(mergeFilters(before, { q: '' }).toString()).toBe('status=paid');
  expect(before.get('status')).toBe('paid');
});
