import type { InputOf, teamwork } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { detailOf } from './detail.ts';
import { addEntry } from './entry.store.ts';
import { reachToChange } from './reach.ts';
import { isPending } from './task.rules.ts';
import { saveTask, type TaskChange, type TaskRow } from './task.store.ts';
import { tellTask } from './task.tell.ts';

const asItIs = (task: TaskRow): TaskChange => ({
  title: task.title,
  body: task.body,
  dueAt: task.due_at === null ? null : new Date(task.due_at),
  priority: task.priority,
  remindMinutes: task.remind_minutes,
  repeat: task.repeat,
});

const written = (value: unknown) => JSON.stringify(value);

/** Changes what is given of the version the reader saw; the history keeps what stood there. */
export async function updateTask(
  actor: StaffActor,
  tx: Tx,
  { taskId, version, dueAt, ...rest }: InputOf<typeof teamwork.updateTask>,
) {
  const task = await reachToChange(actor, tx, taskId);
  if (isRefusal(task)) return task;
  if (task.version !== version) return refuse('task.changed_meanwhile');
  if (!isPending(task.state)) return refuse('task.settled');
  const before = asItIs(task);
  const due = dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) };
  const after: TaskChange = { ...before, ...rest, ...due };
  if (after.repeat && !after.dueAt) return refuse('task.repeat_needs_due');
  const changed = (Object.keys(after) as (keyof TaskChange)[]).filter(
    (field) => written(before[field]) !== written(after[field]),
  );
  if (changed.length === 0) return detailOf(actor, tx, taskId);
  await saveTask(tx, taskId, after, now());
  const pick = (of: TaskChange) => Object.fromEntries(changed.map((field) => [field, of[field]]));
  const data = { before: pick(before), after: pick(after) };
  const entry = await addEntry(actor, tx, taskId, { kind: 'changed', data });
  await tellTask(actor, tx, taskId, { entry, before: task.state });
  return detailOf(actor, tx, taskId);
}
