import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { mayChange, maySee, mayTalk } from './task.sight.ts';
import { lockTask, type TaskRow } from './task.store.ts';

type Right = (actor: StaffActor, task: TaskRow) => boolean;

/** The task, locked, when the actor may see it and has the right; what may not be seen is not there. */
async function reach(actor: StaffActor, tx: Tx, id: string, right: Right) {
  const task = await lockTask(tx, id);
  if (!task || !maySee(actor, task)) return refuse('task.not_found');
  return right(actor, task) ? task : refuse('access.denied', { permission: 'tasks.manage' });
}

/** For who may say something or tick a line. */
export const reachToTalk = (actor: StaffActor, tx: Tx, id: string) => reach(actor, tx, id, mayTalk);

/** For who may change and settle it. */
export const reachToChange = (actor: StaffActor, tx: Tx, id: string) =>
  reach(actor, tx, id, mayChange);
