import { expect, test } from 'vitest';
import {
  clockOf,
  evenly,
  isOvernight,
  likeDay,
  nextRange,
  rangesOn,
  withDay,
} from './hours.rules.ts';

const monday = { weekday: 1, from: '09:00', until: '12:00' };

test('hours are edited day by day and can be copied to every day', () => {
  const hours = withDay(evenly([1, 2], '10:00', '18:00'), 1, [
    { ...monday, from: '14:00', until: '02:00' },
    monday,
  ]);
  expect(rangesOn(hours, 1).map(({ from }) => from)).toEqual(['09:00', '14:00']);
  expect(rangesOn(hours, 2)).toHaveLength(1);
  expect(likeDay(hours, 1)).toHaveLength(14);
  expect(isOvernight({ weekday: 1, from: '14:00', until: '02:00' })).toBe(true);
  expect(isOvernight(monday)).toBe(false);
});

test('a further range begins where the last one ends', () => {
  expect(nextRange([], 3)).toEqual({ weekday: 3, from: '09:00', until: '22:00' });
  expect(nextRange([monday], 1)).toEqual({ weekday: 1, from: '12:00', until: '22:00' });
  const long = { ...monday, until: '22:00' };
  expect(nextRange([long], 1)).toEqual({ weekday: 1, from: '22:00', until: '24:00' });
});

test('a time of day is understood as it is typed', () => {
  expect(['9', '930', '9:30', '09：30', '2200', '24'].map(clockOf)).toEqual([
    '09:00',
    '09:30',
    '09:30',
    '09:30',
    '22:00',
    '24:00',
  ]);
  expect(['', '25', '9:77', '24:30', 'x'].map(clockOf)).toEqual(Array(5).fill(undefined));
});
