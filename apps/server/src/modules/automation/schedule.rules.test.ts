import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wallAt } from '../../kernel/zone.ts';
import { nextDue, type Schedule } from './schedule.rules.ts';

const shared = new URL('../../../../../../shared/data/hostile/time-cases.json', import.meta.url);
const zones = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'UTC',
] as const;

const minute = 60_000;
const day = 24 * 60 * minute;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** The plainest way: walk minute by minute, and ring at the first minute of a date that shows the time or a later one. */
function oracle({ at, weekdays }: Schedule, zone: string, from: number, until: number): number[] {
  const ofDay = (Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5))) * minute;
  const rung = new Map<number, number>();
  const start = from - 2 * day;
  for (let t = Math.floor(start / minute) * minute; t <= until; t += minute) {
    const wall = wallAt(t, zone);
    const date = Math.floor(wall / day) * day;
    if (wall - date >= ofDay && !rung.has(date)) rung.set(date, t);
  }
  // The first date seen may have begun before the walk did.
  return [...rung]
    .slice(1)
    .filter(
      ([date, t]) => t > from && t <= until && weekdays.includes(new Date(date).getUTCDay() || 7),
    )
    .map(([, t]) => t);
}

function rings(schedule: Schedule, zone: string, from: number, until: number): number[] {
  const found: number[] = [];
  let after = new Date(from);
  for (;;) {
    const due = nextDue(schedule, zone, after);
    if (due === null || due.getTime() > until) return found;
    found.push(due.getTime());
    after = due;
  }
}

const changes = [
  '2026-03-08T06:59:59Z',
  '2026-11-01T05:30:00Z',
  '2026-03-29T00:59:59Z',
  '2026-10-25T00:59:59Z',
  '2026-04-04T15:29:59Z',
  '2026-10-03T15:29:59Z',
  '1991-09-14T15:59:59Z',
  '1986-05-03T18:00:00Z',
  '2011-12-30T09:00:00Z',
  '2017-10-15T02:30:00Z',
  '2018-02-18T01:30:00Z',
  '2026-12-31T15:59:59Z',
  '2028-02-29T00:00:00Z',
  '2038-01-19T03:14:08Z',
  '1970-01-01T00:00:00Z',
].map((text) => Date.parse(text));

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

describe('G17 a rule by the clock', () => {
  test('the zones are those of the cases nobody here wrote', () => {
    const cases = JSON.parse(readFileSync(shared, 'utf8')) as { zones: string[] };
    expect([...zones]).toEqual(cases.zones);
  });

  test('rings once a day in nine zones around every change of the clock, as walking minute by minute finds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...changes),
        fc.oneof(time, fc.constantFrom('02:30', '01:30', '00:00', '00:30', '23:59')),
        fc.subarray(everyDay, { minLength: 1 }),
        (zone, near, at, weekdays) => {
          const [from, until] = [near - 2 * day, near + 3 * day];
          const schedule = { at, weekdays };
          expect(rings(schedule, zone, from, until)).toEqual(oracle(schedule, zone, from, until));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('02:30 on the day it does not exist rings at 03:00, once; where 01:30 comes twice, the first time', () => {
    const ny = 'America/New_York';
    const of = (at: string, from: string) =>
      nextDue({ at, weekdays: everyDay }, ny, new Date(from))?.toISOString();
    expect(of('02:30', '2026-03-08T05:00:00Z')).toBe('2026-03-08T07:00:00.000Z');
    expect(of('02:30', '2026-03-08T07:00:00Z')).toBe('2026-03-09T06:30:00.000Z');
    expect(of('01:30', '2026-11-01T04:00:00Z')).toBe('2026-11-01T05:30:00.000Z');
    expect(of('01:30', '2026-11-01T05:30:00Z')).toBe('2026-11-02T06:30:00.000Z');
  });

  test('a date a zone skipped altogether does not ring', () => {
    const apia = rings(
      { at: '09:00', weekdays: everyDay },
      'Pacific/Apia',
      Date.UTC(2011, 11, 28),
      Date.UTC(2012, 0, 2),
    );
    expect(apia.map((t) => new Date(wallAt(t, 'Pacific/Apia')).getUTCDate())).not.toContain(30);
  });
});
