import { Type } from '@guitai/contract';
import type { SystemActor } from '../actor.ts';
import { clock } from '../clock.ts';
import type { Db } from '../db.ts';
import { defineBareJob, enqueue, type JobType } from '../jobs.ts';
import type { Tx } from '../tx.ts';
import type { FileStore } from './store.ts';

const dayMs = 24 * 3_600_000;

const planned = async (): Promise<never> => {
  throw new Error('this job is carried out with the files of the house');
};

/** Keys of the bytes of rows that go. */
export const keysOf = (
  rows: ReadonlyArray<{ readonly key: string; readonly thumbnail_key: string | null }>,
): string[] => rows.flatMap((row) => [row.key, ...(row.thumbnail_key ? [row.thumbnail_key] : [])]);

/** What a module does about files that nothing takes, or has let go. */
export interface Loose {
  /** Looks in a day for what nothing shows by then. */
  readonly planSweep: (tx: Tx) => Promise<void>;
  /** Has bytes taken away whose rows are gone. */
  readonly removeLater: (tx: Tx, keys: readonly string[]) => Promise<void>;
  /** The jobs with the files they work on. */
  readonly jobsWith: (files: FileStore) => JobType[];
}

/** `dropLoose` forgets the rows of what has been loose since before a time, and says whose bytes can go. */
export function looseFiles(
  names: { readonly sweep: string; readonly remove: string },
  dropLoose: (tx: Tx, before: Date) => Promise<string[]>,
): Loose {
  const sweep = defineBareJob(names.sweep, Type.Object({}), planned);
  const keyed = Type.Object({ keys: Type.Array(Type.String()) });
  const removal = defineBareJob(names.remove, keyed, planned);
  return {
    planSweep: (tx) => enqueue(tx, sweep, {}, { runAt: new Date(clock.now() + dayMs + 60_000) }),
    removeLater: async (tx, keys) => {
      if (keys.length > 0) await enqueue(tx, removal, { keys: [...keys] });
    },
    jobsWith: (files) => {
      const remove = async (keys: readonly string[]) => {
        for (const key of keys) await files.remove(key);
      };
      const swept = async (actor: SystemActor, db: Db) => {
        const before = new Date(clock.now() - dayMs);
        const gone = await db.write(actor, async (tx) => ({ keys: await dropLoose(tx, before) }));
        await remove(gone.keys);
      };
      return [
        defineBareJob(sweep.name, sweep.payload, swept),
        defineBareJob(removal.name, keyed, (_actor, _db, { keys }) => remove(keys)),
      ];
    },
  };
}
