import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTime } from './time.rules.ts';

test.each([
  ['2025-04-06 15:50:00', 'Asia/Shanghai', '2025-04-06T07:50:00.000Z'],
  ['2025-05-06T13:45:22', 'Asia/Shanghai', '2025-05-06T05:45:22.000Z'],
  ['2025/4/6 9:05', 'Asia/Shanghai', '2025-04-06T01:05:00.000Z'],
  ['2025-04-06', 'Asia/Shanghai', '2025-04-05T16:00:00.000Z'],
  ['2025-04-06T15:50:00+08:00', 'UTC', '2025-04-06T07:50:00.000Z'],
  ['2025-04-06T07:50:00.5Z', 'Asia/Shanghai', '2025-04-06T07:50:00.500Z'],
  ['1743925800', 'Asia/Shanghai', '2025-04-06T07:50:00.000Z'],
  ['1743925800000', 'Asia/Shanghai', '2025-04-06T07:50:00.000Z'],
  ['2026-03-08 02:30:00', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['2026-11-01 01:30:00', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ['1986-05-04 03:00:00', 'Asia/Shanghai', '1986-05-03T18:00:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => expect(readTime(text, zone)).toBe(instant));

test.each([
  '',
  '周六',
  '2025-02-30',
  '2025-13-01',
  '2025-04-06 25:00',
  '6.4.2025',
  '12',
  '2025-04-06T15:50:00+8',
  '0000-01-01',
])('%j is no time', (text) => expect(readTime(text, 'Asia/Shanghai')).toBeNull());

test('a wall clock time read in a zone shows the same wall clock there', () => {
  const zone = fc.constantFrom(
    'Asia/Shanghai',
    'Asia/Kathmandu',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
  );
  fc.assert(
    fc.property(zone, fc.integer({ min: 0, max: 4_000_000_000 }), (at, seconds) => {
      const instant = new Date(seconds * 1000);
      const wall = new Intl.DateTimeFormat('sv-SE', {
        timeZone: at,
        dateStyle: 'short',
        timeStyle: 'medium',
      }).format(instant);
      const read = readTime(wall, at) ?? '';
      const again = new Intl.DateTimeFormat('sv-SE', {
        timeZone: at,
        dateStyle: 'short',
        timeStyle: 'medium',
      }).format(new Date(read));
      expect(again).toBe(wall);
    }),
  );
});
