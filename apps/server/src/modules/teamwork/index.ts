import { join } from 'node:path';
import { createFileStore } from '../../kernel/files/store.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import { alarmRings } from './alarm.ts';
import { publishDue } from './announcement.publish.ts';
import { tasksTrue } from './checks.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-tasks.ts';
import { up as announcements } from './migrations/0002-announcements.ts';
import { up as due } from './migrations/0003-due.ts';
import { up as unforced } from './migrations/0004-a-unforced.ts';
import { up as forgotten } from './migrations/0004-forgotten.ts';
import { up as forced } from './migrations/0005-forced.ts';
import { up as pictureKeys } from './migrations/0006-picture-keys.ts';
import { offerOrphans } from './orphans.ts';
import { jobsWith } from './picture.jobs.ts';
import { picturesKept } from './picture.store.ts';
import { routesWith } from './routes.ts';

export { taskChanged } from './events.ts';
export { type NewTask, openTask, type TaskLinks } from './task.open.ts';
export { settleTask } from './task.settle.ts';

export const teamworkMigrations = [
  { id: '0001-tasks', up },
  { id: '0002-announcements', up: announcements },
  { id: '0003-due', up: due },
  { id: '0004-a-unforced', up: unforced },
  { id: '0004-forgotten', up: forgotten },
  { id: '0005-forced', up: forced },
  { id: '0006-picture-keys', up: pictureKeys },
];

/** Tasks and announcements: what people of the team owe each other. */
export function createTeamwork(config: {
  readonly dataDir: string;
  readonly uploadLimitBytes: number;
}): Module {
  const files = createFileStore(join(config.dataDir, 'files'), config.uploadLimitBytes);
  return defineModule({
    name: 'teamwork',
    migrations: teamworkMigrations,
    routes: routesWith(files),
    events,
    reactions: [offerOrphans],
    jobs: [alarmRings, publishDue, ...jobsWith(files)],
    books: [picturesKept],
    checks: [tasksTrue],
  });
}
