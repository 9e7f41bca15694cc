import { notices } from '@guitai/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallOf } from '../../kernel/zone.ts';
import { afterQuiet } from './mail.ts';

const zones = [
  ...['Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'America/New_York'],
  ...['America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'],
];
const quarter = 15 * 60_000;
const changes = [
  ...['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z', '2026-03-29T01:00:00Z'],
  ...['2026-10-25T01:00:00Z', '2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z'],
].map((at) => Date.parse(at));

const instants = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -2_000, max: 600 }))
  .map(([change, minutes]) => new Date(change + minutes * 60_000));

const clocks = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

const manners = fc
  .record({
    timezone: fc.constantFrom(...zones),
    quietFrom: fc.option(clocks, { nil: null }),
    quietUntil: fc.option(clocks, { nil: null }),
    daysOff: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  })
  .map((one) => ({ ...notices.defaultManners, ...one }));

const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** What the clock and the calendar on the wall say. */
function quietByTheWall(one: notices.Manners, at: Date): boolean {
  const wall = wallOf(at, one.timezone);
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day));
  if (one.daysOff.includes(date.getUTCDay() || 7)) return true;
  if (one.quietFrom === null || one.quietUntil === null) return false;
  const [from, until] = [minutes(one.quietFrom), minutes(one.quietUntil)];
  const here = wall.hour * 60 + wall.minute;
  if (from === until) return false;
  return from < until ? here >= from && here < until : here >= from || here < until;
}

const loudMinutes = ({ quietFrom: from, quietUntil: until }: notices.Manners): number =>
  from === null || until === null || from === until
    ? 1440
    : (minutes(from) - minutes(until) + 1440) % 1440;

describe('NOT-01 quiet hours of a person where clocks change', () => {
  it('are what the wall says, over midnight, where an hour is missing or comes twice', () => {
    fc.assert(
      fc.property(manners, instants, (one, at) => {
        expect(notices.isQuiet(one, at)).toBe(quietByTheWall(one, at));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a mail waits for the first quarter of an hour that is not quiet, and no longer', () => {
    fc.assert(
      fc.property(manners, instants, (one, at) => {
        // Who leaves less than two hours of a day may lose them to a change of clocks.
        fc.pre(loudMinutes(one) >= 120);
        const found = afterQuiet(one, at);
        expect(found >= at).toBe(true);
        expect(quietByTheWall(one, found)).toBe(false);
        const first = Math.ceil(at.getTime() / quarter) * quarter;
        for (let t = first; t < found.getTime(); t += quarter)
          expect(quietByTheWall(one, new Date(t))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
