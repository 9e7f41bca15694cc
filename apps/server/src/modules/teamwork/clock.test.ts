import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { run } from '../../kernel/tx.ts';
import { wallOf } from '../../kernel/zone.ts';
import { alarmNow, nextAlarm, type Timed } from './alarm.rules.ts';
import { alarmRings } from './alarm.ts';
import { openTask } from './index.ts';

const zones = [
  ...['Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'Europe/London', 'America/New_York'],
  ...['America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'],
];
const day = 86_400_000;
/** Instants around changes of clocks: an hour, or half of one, is missing or comes twice. */
const changes = [
  ...['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z', '2026-03-29T01:00:00Z'],
  ...['2026-10-25T01:00:00Z', '2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z'],
].map((at) => Date.parse(at));

const dueNear = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -5 * 1440, max: 1440 }))
  .map(([change, minutes]) => new Date(change + minutes * 60_000));

const timed = fc.record({
  dueAt: dueNear,
  remindMinutes: fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: null }),
  timezone: fc.constantFrom(...zones),
});

/** Everything a task rings within ten days, asked for one after the other. */
function rings(task: Timed) {
  const found = [];
  let after = new Date(task.dueAt.getTime() - 4 * day);
  for (;;) {
    const next = nextAlarm(task, after);
    if (next.at.getTime() > task.dueAt.getTime() + 10 * day) return found;
    found.push(next);
    after = next.at;
  }
}

const minuteOf = (at: Date, zone: string) => {
  const { hour, minute } = wallOf(at, zone);
  return hour * 60 + minute;
};

describe('G17 reminders of tasks where clocks change', () => {
  it('each rings once, later than the one before, one a day of the shop’s calendar, at its clock unless the clock left it out', () => {
    fc.assert(
      fc.property(timed, (task) => {
        const all = rings(task);
        const names = all.map(({ stage, day: nth }) => `${stage} ${nth}`);
        expect(new Set(names).size).toBe(names.length);
        const wanted = task.remindMinutes === null ? ['due'] : ['before', 'due'];
        expect(all.slice(0, wanted.length).map(({ stage }) => stage)).toEqual(wanted);
        const late = all.filter(({ stage }) => stage === 'overdue');
        expect(late.map((one) => one.day)).toEqual(late.map((_one, n) => n + 1));
        expect(late.length).toBeGreaterThanOrEqual(9);
        const dates = [...late.map(({ at }) => at), task.dueAt].map((at) => {
          const { year, month, day: date } = wallOf(at, task.timezone);
          return `${year}-${month}-${date}`;
        });
        expect(new Set(dates).size).toBe(dates.length);
        const clockOfDue = minuteOf(task.dueAt, task.timezone);
        const elsewhere = late.filter(({ at }) => minuteOf(at, task.timezone) !== clockOfDue);
        expect(elsewhere.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it('whenever it is looked at, and however the clock steps back, what rings is one of them and rang before', () => {
    fc.assert(
      fc.property(
        timed,
        fc.array(fc.integer({ min: -5 * 1440, max: 9 * 1440 }), { minLength: 1, maxLength: 12 }),
        (task, looks) => {
          const all = new Map(rings(task).map((one) => [`${one.stage} ${one.day}`, one.at]));
          for (const minutes of looks) {
            const at = new Date(task.dueAt.getTime() + minutes * 60_000);
            const rung = alarmNow(task, at);
            if (rung === null) continue;
            expect(all.get(`${rung.stage} ${rung.day}`)).toEqual(rung.at);
            const again = alarmNow(task, new Date(at.getTime() - 3_600_000));
            expect(again === null || again.at <= rung.at).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('the clock of the machine steps back an hour and comes again: nobody is told a second time', async () => {
    const w = await world();
    const robot = system(w.team, 'test');
    const dueAt = '2026-03-10T02:00:00.000Z';
    const time = vi.spyOn(clock, 'now').mockReturnValue(Date.parse(dueAt) - 7_200_000);
    onTestFinished(() => time.mockRestore());
    const of = { shopId: w.shop, title: '回电话', links: {}, assigneeId: w.member('林小满') };
    const { id } = await w.db.write(robot, (tx) =>
      openTask(robot, tx, { ...of, dueAt, remindMinutes: 30 }),
    );
    const steps = [-30, 0, -60, -40, -29, 0, 30, -30, 1, 1440, 1380, 1441];
    for (const minutes of steps) {
      time.mockReturnValue(Date.parse(dueAt) + minutes * 60_000);
      await w.db.write(robot, (tx) => alarmRings.perform(robot, tx, { taskId: id, dueAt }));
    }
    const told = await w.db.read(robot, (tx) =>
      run<{ stage: string; days: number }>(
        tx,
        sql`select params ->> 'stage' as stage, (params ->> 'days')::int as days from notices
            where subject_id = ${id} and kind in ('task_due', 'task_overdue') order by id`,
      ),
    );
    expect(told).toEqual([
      { stage: 'before', days: 0 },
      { stage: 'due', days: 0 },
      { stage: 'overdue', days: 1 },
    ]);
  });
});
