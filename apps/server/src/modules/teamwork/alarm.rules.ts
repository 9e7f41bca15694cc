import { daysLater } from '../../kernel/zone.ts';

export interface Timed {
  readonly dueAt: Date;
  readonly remindMinutes: number | null;
  /** The shop's: overdue tasks ring at the same clock each day. */
  readonly timezone: string;
}

export interface Alarm {
  readonly stage: 'before' | 'due' | 'overdue';
  /** Days since it was due; 0 before and when due. */
  readonly day: number;
  readonly at: Date;
}

const dayMs = 86_400_000;

const overdue = (task: Timed, day: number): Alarm => ({
  stage: 'overdue',
  day,
  at: daysLater(task.dueAt, day, task.timezone),
});

/** The alarms around an instant, in order: enough of them to find the last before and the first after it. */
function around(task: Timed, at: Date): Alarm[] {
  const days = Math.max(1, Math.floor((at.getTime() - task.dueAt.getTime()) / dayMs));
  const { remindMinutes: minutes, dueAt } = task;
  const before = minutes === null ? [] : [new Date(dueAt.getTime() - minutes * 60_000)];
  return [
    ...before.map((one): Alarm => ({ stage: 'before', day: 0, at: one })),
    { stage: 'due', day: 0, at: dueAt },
    ...[days - 1, days, days + 1, days + 2].filter((n) => n > 0).map((n) => overdue(task, n)),
  ];
}

/** What rings at this instant: the latest alarm not after it; null when it is too early for any. */
export const alarmNow = (task: Timed, at: Date): Alarm | null =>
  around(task, at).findLast((alarm) => alarm.at <= at) ?? null;

/** The next alarm after an instant; there is always one until somebody settles the task. */
export function nextAlarm(task: Timed, after: Date): Alarm {
  const next = around(task, after).find((alarm) => alarm.at > after);
  if (!next) throw new Error('a task has no next alarm');
  return next;
}
