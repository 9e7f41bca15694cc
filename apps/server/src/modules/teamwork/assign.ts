import type { InputOf, teamwork } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { detailOf } from './detail.ts';
import { addEntry } from './entry.store.ts';
import { fitPeople } from './people.ts';
import { reachToChange } from './reach.ts';
import { isPending } from './task.rules.ts';
import {
  deleteAssignees,
  insertAssignees,
  lockTask,
  pendingOf,
  type TaskRow,
  touchTask,
} from './task.store.ts';
import { tellTask } from './task.tell.ts';

/** Puts exactly these people on the task; who is new on it gets a notice. */
async function give(actor: StaffActor, tx: Tx, task: TaskRow, to: readonly string[]) {
  const added = to.filter((one) => !task.assignee_ids.includes(one));
  const removed = task.assignee_ids.filter((one) => !to.includes(one));
  if (added.length + removed.length === 0) return;
  await deleteAssignees(tx, task.id, removed);
  await insertAssignees(tx, task.id, added);
  await touchTask(tx, task.id, now());
  const data = { added, removed };
  const entry = await addEntry(actor, tx, task.id, { kind: 'assigned', data });
  await tellTask(actor, tx, task.id, { entry, before: task.state, assigned: added });
}

export async function assignTask(
  actor: StaffActor,
  tx: Tx,
  { taskId, memberIds }: InputOf<typeof teamwork.assignTask>,
) {
  const task = await reachToChange(actor, tx, taskId);
  if (isRefusal(task)) return task;
  if (!isPending(task.state)) return refuse('task.settled');
  const news = memberIds.filter((one) => !task.assignee_ids.includes(one));
  const unfit = await fitPeople(tx, news, task.shop_id);
  if (unfit) return unfit;
  await give(actor, tx, task, memberIds);
  return detailOf(actor, tx, taskId);
}

/** Gives the pending tasks of one member, usually of somebody who left, to another; each keeps its other people. */
export async function handOverTasks(
  actor: StaffActor,
  tx: Tx,
  { fromId, toId }: InputOf<typeof teamwork.handOverTasks>,
) {
  const unfit = await fitPeople(tx, [toId], null);
  if (unfit) return unfit;
  let count = 0;
  for (const { task_id: id } of await pendingOf(tx, fromId)) {
    const task = await lockTask(tx, id);
    if (!task || can(actor, 'tasks.manage', { shop: task.shop_id }) !== 'yes') continue;
    if (await fitPeople(tx, [toId], task.shop_id)) continue;
    const kept = task.assignee_ids.filter((one) => one !== fromId);
    await give(actor, tx, task, [...new Set([...kept, toId])]);
    count += 1;
  }
  return { count };
}
