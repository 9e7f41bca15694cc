import type { Log } from '../../kernel/log.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import { people } from './author.follow.ts';
import { events } from './events.ts';
import { following } from './follow.ts';
import { giving } from './given.ts';
import { jobsWith } from './jobs.ts';
import { up } from './migrations/0001-automation.ts';
import { up as authors } from './migrations/0002-authors.ts';
import { up as knownKinds } from './migrations/0003-known-kinds.ts';
import { up as given } from './migrations/0004-given.ts';
import { up as forgotten } from './migrations/0005-forgotten.ts';
import { counting } from './results.ts';
import { routes } from './routes.ts';
import { purgeRuns, workWith } from './work.ts';

export { recheckRules } from './recheck.ts';

export const automationMigrations = [
  { id: '0001-automation', up },
  { id: '0002-authors', up: authors },
  { id: '0003-known-kinds', up: knownKinds },
  { id: '0004-given', up: given },
  { id: '0005-forgotten', up: forgotten },
];

/** Rules: when something happens and conditions hold, something is done, once. Order care is made of them. */
export const createAutomation = ({ log }: { readonly log: Log }): Module =>
  defineModule({
    name: 'automation',
    migrations: automationMigrations,
    routes,
    events,
    reactions: [...following, ...counting, ...people],
    followers: [giving],
    jobs: jobsWith({ work: workWith(log), purge: purgeRuns }),
  });
