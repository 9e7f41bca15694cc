import { Type } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import { defineBareJob, enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { dropLoose } from './picture.store.ts';

const dayMs = 24 * 3_600_000;

const sweepPictures = defineBareJob('scripts.sweepPictures', Type.Object({}), async () => {
  throw new Error('this job is carried out with the files of the house');
});

/** Looks in a day for pictures that no script shows by then. */
export const planSweep = (tx: Tx): Promise<void> =>
  enqueue(tx, sweepPictures, {}, { runAt: new Date(clock.now() + dayMs + 60_000) });

/** The job with the files it works on. */
export const jobsWith = (files: FileStore) => [
  defineBareJob(sweepPictures.name, sweepPictures.payload, async (actor: SystemActor, db: Db) => {
    const before = new Date(clock.now() - dayMs);
    const gone = await db.write(actor, async (tx) => ({ keys: await dropLoose(tx, before) }));
    for (const key of gone.keys) await files.remove(key);
  }),
];
