import { Id, Instant, Type } from '@guitai/contract';
import { now } from '../../kernel/clock.ts';
import { defineJob, enqueue, unqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { notify } from '../notices/index.ts';
import { alarmNow, nextAlarm, type Timed } from './alarm.rules.ts';
import { isPending } from './task.rules.ts';
import { lockTask, type TaskRow } from './task.store.ts';

const keyOf = (id: string) => `teamwork.alarm ${id}`;

const timed = (task: TaskRow): Timed | null =>
  task.due_at === null || !isPending(task.state)
    ? null
    : {
        dueAt: new Date(task.due_at),
        remindMinutes: task.remind_minutes,
        timezone: task.timezone,
      };

/** Sets the task's alarm anew; a task that is settled or has no due time has none. */
export async function planAlarm(tx: Tx, task: TaskRow): Promise<void> {
  const when = timed(task);
  if (!when) return unqueue(tx, keyOf(task.id));
  const { at } = nextAlarm(when, now());
  const payload = { taskId: task.id, dueAt: when.dueAt.toISOString() };
  await enqueue(tx, alarmRings, payload, { runAt: at, key: keyOf(task.id) });
}

/** Whom an alarm is for: who is on the task; while nobody is, who made it. */
const hearers = (task: TaskRow): string[] => {
  if (task.assignee_ids.length > 0) return task.assignee_ids;
  return task.maker_kind === 'member' && task.maker_id ? [task.maker_id] : [];
};

/**
 * Rings the latest alarm that is due, once: after a day of standstill one notice, not three. Harmless when repeated,
 * for a person has one notice under the key of an alarm.
 */
export const alarmRings = defineJob(
  'teamwork.alarm',
  Type.Object({ taskId: Id, dueAt: Instant }),
  async (_actor, tx, { taskId, dueAt }) => {
    const task = await lockTask(tx, taskId);
    const when = task && timed(task);
    if (!when || when.dueAt.toISOString() !== dueAt) return;
    const alarm = alarmNow(when, now());
    if (alarm) {
      await notify(tx, {
        to: hearers(task),
        kind: alarm.stage === 'overdue' ? 'task_overdue' : 'task_due',
        urgent: task.priority === 'high',
        shopId: task.shop_id,
        subject: { kind: 'task', id: taskId },
        path: `/tasks/${taskId}`,
        params: { stage: alarm.stage, days: alarm.day, dueAt },
        key: `task ${taskId} ${alarm.stage} ${dueAt} ${alarm.day}`,
      });
    }
    await planAlarm(tx, task);
  },
);
