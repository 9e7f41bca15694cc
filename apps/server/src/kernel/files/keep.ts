import { sql } from 'kysely';
import { actorRef, type TeamActor } from '../actor.ts';
import { clock } from '../clock.ts';
import type { Db } from '../db.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { run, type Tx } from '../tx.ts';
import type { FileStore, Taken } from './store.ts';
import { dropTaken } from './upload.ts';

/** Uploads one person may have waiting for what will show them: more than any one script shows. */
const mostLoose = 50;

const dayMs = 24 * 3_600_000;

/** How a module keeps its uploads. */
interface Keeping {
  /** How many uploads of this person since then nothing shows. */
  waiting(tx: Tx, uploaderId: string, since: Date): Promise<number>;
  keep(tx: Tx, uploaderId: string): Promise<unknown>;
  /** Fewer than a colleague may have. */
  readonly most?: number;
}

/**
 * Puts an upload on the books, unless too many of the same person wait there already: then its bytes go. One after another, so
 * that many at once are not each the first. What waits longer than a day is swept.
 */
export async function keepUpload(
  { db, files }: { readonly db: Db; readonly files: FileStore },
  actor: TeamActor,
  taken: Taken,
  { waiting, keep, most = mostLoose }: Keeping,
): Promise<Refusal<'file.too_many_waiting'> | null> {
  const uploader = actorRef(actor).id;
  if (uploader === null) throw new Error('an upload of nobody');
  const turn = `uploads ${actor.team} ${uploader}`;
  const kept = await db.write(actor, async (tx) => {
    await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
    const since = new Date(clock.now() - dayMs);
    if ((await waiting(tx, uploader, since)) >= most)
      return refuse('file.too_many_waiting', { most });
    await keep(tx, uploader);
    return null;
  });
  if (isRefusal(kept)) await dropTaken(files, taken);
  return kept;
}
