import { Type } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { defineBareJob, type JobType } from '../../kernel/jobs.ts';

/** Decides what is due; what it does stands in `work.ts`. */
export const work = defineBareJob('automation.work', Type.Object({}), async () => {
  throw new Error('this job is carried out by work.ts');
});

/** Forgets what runs of ninety days ago knew. */
export const purge = defineBareJob('automation.purge', Type.Object({}), async () => {
  throw new Error('this job is carried out by work.ts');
});

export type Perform = (actor: SystemActor, db: Db) => Promise<unknown>;

/** The jobs with what they do. */
export const jobsWith = (perform: { work: Perform; purge: Perform }): JobType[] => [
  { ...work, performBare: (actor, db) => perform.work(actor, db) },
  { ...purge, performBare: (actor, db) => perform.purge(actor, db) },
];

/** Ninety days ago. */
export const logUntil = (): Date => new Date(clock.now() - 90 * 24 * 3_600_000);
