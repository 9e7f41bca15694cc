import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { notify } from '../notices/index.ts';
import { planAlarm } from './alarm.ts';
import { taskChanged, taskOpened, taskTouched } from './events.ts';
import { linksOf } from './task.links.ts';
import { type TaskRow, type TaskStateWord, taskOfId } from './task.store.ts';

interface Happening {
  /** The line of the history that tells it: one notice per person comes of it. */
  readonly entry: string;
  /** Null: it was just opened. */
  readonly before: TaskStateWord | null;
  /** Who was put on it; absent: everybody on it. */
  readonly assigned?: readonly string[];
  readonly mentioned?: readonly string[];
}

const others = (actor: TeamActor, people: readonly string[]) =>
  people.filter((one) => actor.kind !== 'member' || one !== actor.member);

/** A task of the whole team is told to who works for all of it; those it is with, or who made it, hear of it wherever they work. */
function tellThoseOn(actor: TeamActor, tx: Tx, task: TaskRow): void {
  if (task.shop_id !== null) return;
  const on = [...task.assignee_ids, ...(task.maker_id === null ? [] : [task.maker_id])];
  const reach = { holders: [...new Set(on)] };
  if (on.length > 0)
    emit(tx, taskTouched, { subject: task.id, actor, reach, data: { taskId: task.id } });
}

/** Says that a task was opened or changed, and tells those it concerns, each once. */
export async function tellTask(
  actor: TeamActor,
  tx: Tx,
  id: string,
  happening: Happening,
): Promise<TaskRow> {
  const task = await taskOfId(tx, id);
  if (!task) throw new Error('a task vanished');
  const { before, entry, mentioned = [] } = happening;
  emit(tx, before === null ? taskOpened : taskChanged, {
    subject: id,
    actor,
    reach: task.shop_id === null ? { holders: [] } : { shop: task.shop_id },
    data: {
      taskId: id,
      shopId: task.shop_id,
      state: task.state,
      stateBefore: before,
      dueAt: task.due_at,
      assigneeIds: task.assignee_ids,
      makerId: task.maker_id,
      links: linksOf(task),
    },
  });
  tellThoseOn(actor, tx, task);
  await planAlarm(tx, task);
  const news = {
    shopId: task.shop_id,
    subject: { kind: 'task', id },
    path: `/tasks/${id}`,
    params: {},
    key: `task ${id} ${entry}`,
  };
  const assigned = happening.assigned ?? (before === null ? task.assignee_ids : []);
  await notify(tx, { ...news, kind: 'task_assigned', to: others(actor, assigned) });
  await notify(tx, { ...news, kind: 'task_mentioned', to: others(actor, mentioned) });
  return task;
}
