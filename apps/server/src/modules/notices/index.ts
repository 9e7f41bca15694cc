import { defineModule, type Module } from '../../kernel/module.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-notices.ts';
import { routes } from './routes.ts';

export { membersWith } from './members-with.ts';
export { type News, notify } from './notify.ts';

export const noticesMigrations = [{ id: '0001-notices', up }];

/** What people should know, once each, how and when they want to hear it. */
export const createNotices = (): Module =>
  defineModule({ name: 'notices', migrations: noticesMigrations, routes, events });
