import type { InputOf, teamwork } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { addEntry } from './entry.store.ts';
import { reachToChange } from './reach.ts';
import { openNext } from './repeat.ts';
import { isPending, mayMove } from './task.rules.ts';
import { setState } from './task.store.ts';
import { tellTask } from './task.tell.ts';

type Move = InputOf<typeof teamwork.moveTasks>['moves'][number];

async function move(actor: StaffActor, tx: Tx, { taskId, state }: Move) {
  const task = await reachToChange(actor, tx, taskId);
  if (isRefusal(task)) return task;
  const before = task.state;
  if (!mayMove(before, state)) return refuse('task.illegal_transition');
  await setState(tx, taskId, state, isPending(state), now());
  const entry = await addEntry(actor, tx, taskId, {
    kind: 'moved',
    data: { from: before, to: state },
  });
  await tellTask(actor, tx, taskId, { entry, before });
  if (state === 'done' && task.repeat && task.due_at) await openNext(actor, tx, task);
  return { taskId, state, before };
}

/** Moves tasks, each by its own right; what cannot move stays and says why. In order of id, so that two never wait for each other. */
export async function moveTasks(
  actor: StaffActor,
  tx: Tx,
  { moves }: InputOf<typeof teamwork.moveTasks>,
) {
  const moved: { taskId: string; state: Move['state']; before: Move['state'] }[] = [];
  const stayed: { taskId: string; code: string }[] = [];
  for (const one of moves.toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1))) {
    const outcome = await move(actor, tx, one);
    if (isRefusal(outcome)) stayed.push({ taskId: one.taskId, code: outcome.code });
    else moved.push(outcome);
  }
  return { moved, stayed };
}
