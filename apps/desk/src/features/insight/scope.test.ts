import { expect, it } from 'vitest';
import { daysOf } from './scope.ts';

it('REP-06 a named span has its first and last day, over ends of months and years', () => {
  const newYear = new Date(2026, 0, 2, 23, 59);
  expect(daysOf('today', newYear)).toEqual({ from: '2026-01-02', to: '2026-01-02' });
  expect(daysOf('7d', newYear)).toEqual({ from: '2025-12-27', to: '2026-01-02' });
  expect(daysOf('month', newYear)).toEqual({ from: '2026-01-01', to: '2026-01-02' });
  expect(daysOf('lastMonth', newYear)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});
