import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { daysLater } from '../../kernel/zone.ts';
import { copyItems } from './item.store.ts';
import { linksOf } from './task.links.ts';
import { openTask } from './task.open.ts';
import { type TaskRow, taskOfSource } from './task.store.ts';

const days = { day: 1, week: 7 } as const;

/** The first of its days after now, at the same clock in the shop's time zone. */
export function nextDue(
  task: Pick<TaskRow, 'due_at' | 'timezone'>,
  every: 'day' | 'week',
  after: Date,
): Date {
  const due = new Date(task.due_at ?? 0);
  let next = daysLater(due, days[every], task.timezone);
  for (let n = 2; next <= after; n += 1) next = daysLater(due, n * days[every], task.timezone);
  return next;
}

/** Opens the next of a task that comes again: once, however often this one is done. */
export async function openNext(actor: TeamActor, tx: Tx, task: TaskRow): Promise<void> {
  if (!task.repeat) return;
  const source = { kind: 'repeat', id: task.id };
  if (await taskOfSource(tx, source)) return;
  const { id } = await openTask(actor, tx, {
    shopId: task.shop_id,
    title: task.title,
    body: task.body,
    links: linksOf(task),
    assigneeIds: task.assignee_ids,
    dueAt: nextDue(task, task.repeat.every, now()).toISOString(),
    priority: task.priority,
    remindMinutes: task.remind_minutes,
    repeat: task.repeat,
    source,
  });
  await copyItems(tx, task.id, id);
}
