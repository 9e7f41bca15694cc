import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { enqueue } from '../../kernel/jobs.ts';
import type { Log } from '../../kernel/log.ts';
import { noteOldFound } from './find.store.ts';
import { logUntil, purge, work } from './jobs.ts';
import { decidePage } from './page.ts';
import { blankOld, dueRuns, saveDecided, takeLane } from './run.store.ts';
import { fireTimers } from './timer.ts';

const pageSize = 250;
/** So many pages a job decides before it lets others have their turn. */
const pagesAtOnce = 100;

/** A page; when it fails, its runs one by one, and the one that cannot be decided is set aside with its fault. */
async function decidePatiently(actor: SystemActor, db: Db, log: Log): Promise<number> {
  try {
    return await db.write(actor, (tx) => decidePage(actor, tx, pageSize));
  } catch (error) {
    log.error({ error: String(error) }, 'a page of rules failed');
  }
  try {
    return await db.write(actor, (tx) => decidePage(actor, tx, 1));
  } catch (error) {
    log.error({ error: String(error) }, 'a rule failed');
    return setAside(actor, db);
  }
}

/** The first run in line is what nothing can be made of: it says so and no longer stands in the way. */
const setAside = (actor: SystemActor, db: Db): Promise<number> =>
  db.write(actor, async (tx) => {
    await takeLane(tx);
    const [run] = await dueRuns(tx, now(), 1);
    if (!run) return 0;
    const fault = { state: 'failed', why: 'fault', facts: {}, actions: [], fired: null } as const;
    await saveDecided(tx, [{ id: run.id, version: 0, ...fault }], now());
    return 1;
  });

/** Decides what is due until nothing is. */
export const workWith =
  (log: Log) =>
  async (actor: SystemActor, db: Db): Promise<void> => {
    await db.write(actor, (tx) => fireTimers(tx));
    for (let page = 0; page < pagesAtOnce; page += 1) {
      if ((await decidePatiently(actor, db, log)) === 0) return;
    }
    await db.write(actor, (tx) => enqueue(tx, work, {}));
  };

/** AUT-08: forgets what runs knew after ninety days, and comes again tomorrow. */
export async function purgeRuns(actor: SystemActor, db: Db): Promise<void> {
  while ((await db.write(actor, (tx) => blankOld(tx, logUntil()))).length > 0);
  while ((await db.write(actor, (tx) => noteOldFound(tx, 2_000))) > 0);
  await db.write(actor, (tx) => planPurge(tx));
}

/** One purge a day for a team. */
export const planPurge = (tx: Parameters<typeof enqueue>[0]) =>
  enqueue(
    tx,
    purge,
    {},
    { runAt: new Date(now().getTime() + 24 * 3_600_000), key: `automation.purge ${tx.team}` },
  );
