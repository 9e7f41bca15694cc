import type { InputOf, teamwork } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { detailOf } from './detail.ts';
import { addEntry } from './entry.store.ts';
import { reachToTalk } from './reach.ts';
import { touchTask } from './task.store.ts';
import { tellTask } from './task.tell.ts';

/** Says something about a task; who is mentioned is told, once. */
export async function addTaskComment(
  actor: StaffActor,
  tx: Tx,
  { taskId, text, mentionIds = [] }: InputOf<typeof teamwork.addTaskComment>,
) {
  const task = await reachToTalk(actor, tx, taskId);
  if (isRefusal(task)) return task;
  await touchTask(tx, taskId, now());
  const said = { kind: 'comment', text, mentions: mentionIds };
  const entry = await addEntry(actor, tx, taskId, said);
  await tellTask(actor, tx, taskId, { entry, before: task.state, mentioned: mentionIds });
  return detailOf(actor, tx, taskId);
}
