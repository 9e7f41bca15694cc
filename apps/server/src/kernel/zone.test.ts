import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysLater, instantAt, instantOf, nextClock, wallAt, wallOf } from './zone.ts';

const zones = ['Asia/Shanghai', 'Asia/Taipei', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata'];
/** Zones that changed their mind: by half an hour, at midnight, by a whole day. */
const hard = [
  ...['Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe'],
  ...['Pacific/Apia', 'Asia/Kathmandu', 'America/Sao_Paulo', 'UTC'],
];
const instants = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('clocks on walls', () => {
  it('come back to the clock they came from', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
        const wall = wallOf(at, zone);
        expect(wallOf(instantOf(wall, zone), zone)).toEqual(wall);
      }),
    );
  });

  it('show again what they showed, since 1970', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hard), fc.integer({ min: 0, max: 35_791_394 }), (zone, n) => {
        const wall = wallAt(n * 60_000, zone);
        expect(wallAt(instantAt(wall, zone), zone)).toBe(wall);
      }),
      { numRuns: 300 },
    );
  });

  it('show a time that is left out at its end, and one that comes twice the first time', () => {
    const ny = (text: string) =>
      new Date(instantAt(Date.parse(text), 'America/New_York')).toISOString();
    expect(ny('2026-03-08T02:30:00Z')).toBe('2026-03-08T07:00:00.000Z');
    expect(ny('2026-03-08T02:59:59.999Z')).toBe('2026-03-08T07:00:00.000Z');
    expect(ny('2026-03-08T03:00:00Z')).toBe('2026-03-08T07:00:00.000Z');
    expect(ny('2026-11-01T01:30:00Z')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('keep the hour over a change of clocks', () => {
    const before = new Date('2026-03-28T08:00:00Z');
    const after = daysLater(before, 1, 'Europe/Berlin');
    expect(after.toISOString()).toBe('2026-03-29T07:00:00.000Z');
    expect(daysLater(before, 7, 'Asia/Shanghai').toISOString()).toBe('2026-04-04T08:00:00.000Z');
    expect(daysLater(new Date('2026-01-31T02:00:00Z'), 1, 'Asia/Taipei').toISOString()).toBe(
      '2026-02-01T02:00:00.000Z',
    );
  });

  it('come once a day, always later', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
        const next = nextClock('09:30', at, zone);
        expect(next.getTime()).toBeGreaterThan(at.getTime());
        expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(wallOf(next, zone)).toMatchObject({ hour: 9, minute: 30, second: 0 });
      }),
    );
  });
});
