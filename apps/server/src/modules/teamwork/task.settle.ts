import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { addEntry } from './entry.store.ts';
import { isPending } from './task.rules.ts';
import { lockTask, setState } from './task.store.ts';
import { tellTask } from './task.tell.ts';

/** Settles a task another module opened: what it was for is over by itself. One that is settled already stays as it is. */
export async function settleTask(actor: TeamActor, tx: Tx, taskId: string): Promise<void> {
  const task = await lockTask(tx, taskId);
  if (!task || !isPending(task.state)) return;
  await setState(tx, taskId, 'done', false, now());
  const entry = await addEntry(actor, tx, taskId, {
    kind: 'moved',
    data: { from: task.state, to: 'done' },
  });
  await tellTask(actor, tx, taskId, { entry, before: task.state });
}
