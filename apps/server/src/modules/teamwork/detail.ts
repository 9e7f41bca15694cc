import type { InputOf, teamwork } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { sightOf } from '../access/index.ts';
import { entriesOf, itemsOf, subjectsOf } from './detail.store.ts';
import { shownTask } from './task.shown.ts';
import { maySee } from './task.sight.ts';
import { taskOfId } from './task.store.ts';

/** The task with everything about it, or the refusal for none. */
export async function detailOf(actor: StaffActor, tx: Tx, taskId: string) {
  const task = await taskOfId(tx, taskId);
  if (!task || !maySee(actor, task)) return refuse('task.not_found');
  const about = await subjectsOf(tx, task, {
    buyers: sightOf(actor, 'buyers.read'),
    orders: sightOf(actor, 'orders.read'),
    conversations: sightOf(actor, 'conversations.read'),
    cases: sightOf(actor, 'aftersales.read'),
  });
  return {
    ...shownTask(actor, task),
    items: await itemsOf(tx, taskId),
    entries: await entriesOf(tx, taskId),
    about,
  };
}

export const getTask = (actor: StaffActor, tx: Tx, { taskId }: InputOf<typeof teamwork.getTask>) =>
  detailOf(actor, tx, taskId);
