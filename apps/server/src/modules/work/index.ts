import { defineModule, type Module } from '../../kernel/module.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-tasks.ts';

export { taskChanged, taskOpened } from './events.ts';
export { type NewTask, openTask, type TaskLinks } from './task.open.ts';

export const workMigrations = [{ id: '0001-tasks', up }];

/** Tasks and announcements: what people of the team owe each other. */
export const createWork = (): Module =>
  defineModule({ name: 'work', migrations: workMigrations, events });
