import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { can, sightOf } from '../access/index.ts';
import { isPending } from './task.rules.ts';
import type { TaskRow } from './task.store.ts';

const me = (actor: Actor): string | null => (actor.kind === 'member' ? actor.member : null);

/** Whether the task is with the actor or of the actor's making. */
const isOn = (actor: Actor, task: TaskRow): boolean => {
  const member = me(actor);
  return member !== null && (task.assignee_ids.includes(member) || task.maker_id === member);
};

/** A task of the own shops, and any one is on. */
export const maySee = (actor: Actor, task: TaskRow): boolean =>
  can(actor, 'tasks.read') === 'yes' &&
  (isOn(actor, task) || can(actor, 'tasks.read', { shop: task.shop_id }) === 'yes');

/** The same as a condition on tasks `t`. */
export function seenBy(actor: Actor) {
  const sight = sightOf(actor, 'tasks.read');
  if (!sight) return sql`false`;
  if (sight.shops === null) return sql`true`;
  const member = me(actor);
  return sql`(t.shop_id = any(${[...sight.shops]}::uuid[]) or t.maker_id = ${member}
    or exists (select from task_assignees s where s.team_id = t.team_id and s.task_id = t.id and s.member_id = ${member}))`;
}

/** May say something, tick a line. */
export const mayTalk = (actor: Actor, task: TaskRow): boolean =>
  can(actor, 'tasks.write') === 'yes' && maySee(actor, task);

/** May change it and settle it: whoever is on it, anybody while nobody is, and who manages tasks there. */
export const mayChange = (actor: Actor, task: TaskRow): boolean =>
  mayTalk(actor, task) &&
  (isOn(actor, task) ||
    task.assignee_ids.length === 0 ||
    can(actor, 'tasks.manage', { shop: task.shop_id }) === 'yes');

/** What the reader may do next with the task. */
export function allowedOn(actor: Actor, task: TaskRow): string[] {
  const talk = mayTalk(actor, task) ? ['addTaskComment', 'addTaskItem', 'changeTaskItem'] : [];
  if (!mayChange(actor, task)) return talk;
  const change = isPending(task.state) ? ['updateTask', 'assignTask', 'removeTaskItem'] : [];
  return [...talk, ...change, 'moveTasks'];
}
