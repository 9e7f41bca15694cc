import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietUntil } from './quiet.rules.ts';

const zones = [
  ...['Asia/Shanghai', 'Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'UTC'],
  ...['Australia/Lord_Howe', 'America/Sao_Paulo', 'Asia/Kathmandu'],
];

const formats = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
);

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** What the clock on the wall says, asked minute by minute. */
function isQuietByTheWall(from: string, until: string, at: number, zone: string): boolean {
  const wall = formats.get(zone)?.format(at) ?? '';
  const [begin, end, here] = [minutes(from), minutes(until), minutes(wall)];
  if (begin === end) return false;
  return begin < end ? here >= begin && here < end : here >= begin || here < end;
}

function oracle(from: string, until: string, at: number, zone: string): number | null {
  if (!isQuietByTheWall(from, until, at, zone)) return null;
  let minute = Math.floor(at / 60_000) * 60_000;
  while (isQuietByTheWall(from, until, minute, zone)) minute += 60_000;
  return minute;
}

const clockTime = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

/** Any instant, and often one near a change of clocks. */
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) }),
  fc
    .tuple(
      fc.constantFrom(
        Date.UTC(2026, 2, 29, 1), // Berlin, forward
        Date.UTC(2026, 9, 25, 1), // Berlin, back
        Date.UTC(2026, 2, 8, 7), // New York, forward
        Date.UTC(2026, 10, 1, 6), // New York, back
        Date.UTC(2026, 3, 4, 15), // Lord Howe, half an hour back
        Date.UTC(2026, 9, 3, 15, 30), // Lord Howe, half an hour forward
      ),
      fc.integer({ min: -30 * 3_600_000, max: 6 * 3_600_000 }),
    )
    .map(([change, aside]) => change + aside),
);

describe('CMP-04 quiet hours', () => {
  it('end when the clock on the wall says so: over midnight, and where an hour is missing or comes twice', () => {
    fc.assert(
      fc.property(
        clockTime,
        clockTime,
        instants,
        fc.constantFrom(...zones),
        (from, until, at, z) => {
          expect(quietUntil({ from, until }, at, z)).toBe(oracle(from, until, at, z));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('from half past nine in the evening a message waits until half past eight', () => {
    const hours = { from: '21:30', until: '08:30' };
    const evening = Date.parse('2026-03-18T21:30:00+08:00');
    expect(quietUntil(hours, evening - 1, 'Asia/Shanghai')).toBeNull();
    expect(quietUntil(hours, evening, 'Asia/Shanghai')).toBe(
      Date.parse('2026-03-19T08:30:00+08:00'),
    );
    expect(quietUntil(hours, Date.parse('2026-03-19T08:30:00+08:00'), 'Asia/Shanghai')).toBeNull();
  });
});
