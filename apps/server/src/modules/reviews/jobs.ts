import { Type } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import { defineBareJob, enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { dropLoose, dropOfShop } from './picture.store.ts';

const dayMs = 24 * 3_600_000;

const planned = async (): Promise<never> => {
  throw new Error('this job is carried out with the files of the house');
};

/** Pictures no review took within a day, and those of reviewers who were forgotten. */
export const sweepPictures = defineBareJob('reviews.sweep', Type.Object({}), planned);

/** Looks in a day for what no review has taken, or has let go, until then. */
export const planSweep = (tx: Tx): Promise<void> =>
  enqueue(tx, sweepPictures, {}, { runAt: new Date(clock.now() + dayMs + 60_000) });

/** Bytes whose rows are gone. */
const removeBytes = defineBareJob(
  'reviews.removeBytes',
  Type.Object({ keys: Type.Array(Type.String()) }),
  planned,
);

/** The jobs with the files they work on. */
export function jobsWith(files: FileStore) {
  const remove = async (keys: readonly string[]) => {
    for (const key of keys) await files.remove(key);
  };
  return [
    defineBareJob(sweepPictures.name, sweepPictures.payload, async (actor: SystemActor, db: Db) => {
      const before = new Date(clock.now() - dayMs);
      const gone = await db.write(actor, async (tx) => ({ keys: await dropLoose(tx, before) }));
      await remove(gone.keys);
    }),
    defineBareJob(removeBytes.name, removeBytes.payload, (_actor, _db, { keys }) => remove(keys)),
  ];
}

/** Takes the pictures of a shop's reviews away, before the shop goes and its reviews with it. */
export async function forgetReviewsOf(tx: Tx, shopId: string): Promise<void> {
  const keys = await dropOfShop(tx, shopId);
  if (keys.length > 0) await enqueue(tx, removeBytes, { keys });
}
