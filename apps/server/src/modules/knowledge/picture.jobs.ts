import { Type } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import { defineBareJob, enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { dropLoose, keysOfShop, letGo } from './picture.store.ts';

const dayMs = 24 * 3_600_000;

const planned = async (): Promise<never> => {
  throw new Error('this job is carried out with the files of the house');
};

const sweepPictures = defineBareJob('knowledge.sweepPictures', Type.Object({}), planned);

/** Bytes whose rows are gone. */
const removeBytes = defineBareJob(
  'knowledge.removeBytes',
  Type.Object({ keys: Type.Array(Type.String()) }),
  planned,
);

/** Looks in a day for pictures that no version holds by then. */
export const planSweep = (tx: Tx): Promise<void> =>
  enqueue(tx, sweepPictures, {}, { runAt: new Date(clock.now() + dayMs + 60_000) });

/** A draft no longer shows this picture: it goes in a day, unless something else shows it. */
export async function leavePicture(tx: Tx, id: string): Promise<void> {
  await letGo(tx, id);
  await planSweep(tx);
}

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

/** Has the bytes of a shop's pictures taken away, before the shop goes and its knowledge with it. */
export async function forgetKnowledgeOf(tx: Tx, shopId: string): Promise<void> {
  const keys = await keysOfShop(tx, shopId);
  if (keys.length > 0) await enqueue(tx, removeBytes, { keys });
}
