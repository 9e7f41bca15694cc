import type { Log } from '../../kernel/log.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import { people } from './author.follow.ts';
import { events } from './events.ts';
import { following } from './follow.ts';
import { jobsWith } from './jobs.ts';
import { up } from './migrations/0001-automation.ts';
import { up as authors } from './migrations/0002-authors.ts';
import { up as knownKinds } from './migrations/0003-known-kinds.ts';
import { counting } from './results.ts';
import { routes } from './routes.ts';
import { purgeRuns, workWith } from './work.ts';

export { recheckRules } from './recheck.ts';

export const automationMigrations = [
  { id: '0001-automation', up },
  { id: '0002-authors', up: authors },
  { id: '0003-known-kinds', up: knownKinds },
];

/** Rules: when something happens and conditions hold, something is done, once. Order care is made of them. */
export const createAutomation = ({ log }: { readonly log: Log }): Module =>
  defineModule({
    name: 'automation',
    migrations: automationMigrations,
    routes,
    events,
    reactions: [...following, ...counting, ...people],
    jobs: jobsWith({ work: workWith(log), purge: purgeRuns }),
  });
