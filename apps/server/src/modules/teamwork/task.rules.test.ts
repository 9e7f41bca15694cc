import { teamwork } from '@guitai/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmNow, nextAlarm } from './alarm.rules.ts';
import { isPending, mayMove } from './task.rules.ts';

const states = fc.constantFrom(...teamwork.taskStates);
const at = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York');
const remind = fc.option(fc.integer({ min: 1, max: 20_160 }), { nil: null });

describe('tasks', () => {
  it('A6 go nowhere they already are, and whatever was left can be come back to', () => {
    fc.assert(
      fc.property(states, states, (from, to) => {
        expect(mayMove(from, from)).toBe(false);
        if (isPending(from) && mayMove(from, to)) expect(mayMove(to, from)).toBe(true);
        if (!isPending(from) && !isPending(to)) expect(mayMove(from, to)).toBe(false);
      }),
    );
  });

  it('A6 ring before, when due, and each day after; whoever looks late hears the last only', () => {
    fc.assert(
      fc.property(at, remind, zone, fc.integer({ min: 0, max: 40 }), (dueAt, minutes, tz, days) => {
        const task = { dueAt, remindMinutes: minutes, timezone: tz };
        const late = new Date(dueAt.getTime() + days * 86_400_000 + 60_000);
        const rung = alarmNow(task, late);
        const next = nextAlarm(task, late);
        expect(rung && rung.at <= late && rung.at >= dueAt).toBe(true);
        expect(next.at > late).toBe(true);
        expect(next.day).toBe((rung?.day ?? 0) + 1);
        expect(alarmNow(task, next.at)).toEqual(next);
      }),
    );
  });

  it('A6 ring first so many minutes before', () => {
    const dueAt = new Date('2026-03-10T02:00:00Z');
    const task = { dueAt, remindMinutes: 30, timezone: 'Asia/Shanghai' };
    const early = new Date('2026-03-09T00:00:00Z');
    expect(alarmNow(task, early)).toBeNull();
    expect(nextAlarm(task, early)).toEqual({
      stage: 'before',
      day: 0,
      at: new Date('2026-03-10T01:30:00Z'),
    });
    expect(nextAlarm(task, new Date('2026-03-10T01:30:00Z'))).toEqual({
      stage: 'due',
      day: 0,
      at: dueAt,
    });
    expect(nextAlarm(task, dueAt)).toEqual({
      stage: 'overdue',
      day: 1,
      at: new Date('2026-03-11T02:00:00Z'),
    });
  });
});
