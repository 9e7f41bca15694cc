import type { teamwork } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { linksOf } from './task.links.ts';
import { allowedOn } from './task.sight.ts';
import type { TaskRow } from './task.store.ts';

/** A task as its readers get it. */
export const shownTask = (actor: Actor, task: TaskRow): teamwork.TaskShape => ({
  id: task.id,
  shopId: task.shop_id,
  title: task.title,
  body: task.body,
  state: task.state,
  priority: task.priority,
  dueAt: task.due_at,
  timezone: task.timezone,
  remindMinutes: task.remind_minutes,
  repeat: task.repeat,
  links: linksOf(task),
  assignees: task.assignees,
  maker: { kind: task.maker_kind, id: task.maker_id, name: task.maker_name ?? '' },
  itemsDone: task.items_done,
  itemsAll: task.items_all,
  comments: task.comments,
  version: task.version,
  madeAt: task.made_at,
  changedAt: task.changed_at,
  settledAt: task.settled_at,
  can: allowedOn(actor, task),
});
