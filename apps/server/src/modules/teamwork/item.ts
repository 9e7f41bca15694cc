import type { InputOf, teamwork } from '@guitai/contract';
import { actorRef, type StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { detailOf } from './detail.ts';
import { addEntry, type NewEntry } from './entry.store.ts';
import { deleteItem, findItem, insertItems, markItem } from './item.store.ts';
import { reachToChange, reachToTalk } from './reach.ts';
import { type TaskRow, touchTask } from './task.store.ts';
import { tellTask } from './task.tell.ts';

const mostItems = 50;

async function told(actor: StaffActor, tx: Tx, task: TaskRow, said: NewEntry) {
  await touchTask(tx, task.id, now());
  const entry = await addEntry(actor, tx, task.id, said);
  await tellTask(actor, tx, task.id, { entry, before: task.state });
  return detailOf(actor, tx, task.id);
}

export async function addTaskItem(
  actor: StaffActor,
  tx: Tx,
  { taskId, text }: InputOf<typeof teamwork.addTaskItem>,
) {
  const task = await reachToTalk(actor, tx, taskId);
  if (isRefusal(task)) return task;
  if (task.items_all >= mostItems) return refuse('task.items_full', { most: mostItems });
  await insertItems(tx, taskId, [text]);
  return told(actor, tx, task, { kind: 'item_added', text });
}

/** Ticking twice is one tick. */
export async function changeTaskItem(
  actor: StaffActor,
  tx: Tx,
  { taskId, itemId, done }: InputOf<typeof teamwork.changeTaskItem>,
) {
  const task = await reachToTalk(actor, tx, taskId);
  if (isRefusal(task)) return task;
  const by = actorRef(actor).id;
  const item = await markItem(tx, { taskId, itemId }, done ? { at: now(), by } : null);
  if (item)
    return told(actor, tx, task, { kind: done ? 'item_done' : 'item_undone', text: item.text });
  const there = await findItem(tx, taskId, itemId);
  return there ? detailOf(actor, tx, taskId) : refuse('task.item_not_found');
}

export async function removeTaskItem(
  actor: StaffActor,
  tx: Tx,
  { taskId, itemId }: InputOf<typeof teamwork.removeTaskItem>,
) {
  const task = await reachToChange(actor, tx, taskId);
  if (isRefusal(task)) return task;
  const item = await deleteItem(tx, taskId, itemId);
  if (!item) return refuse('task.item_not_found');
  return told(actor, tx, task, { kind: 'item_removed', text: item.text });
}
