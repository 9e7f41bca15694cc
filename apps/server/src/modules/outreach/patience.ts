import { system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Log } from '../../kernel/log.ts';
import type { Digest } from './digest.rules.ts';
import { noteFault, saveFates, takeDue } from './due.store.ts';
import { decideDue, type Round } from './due.ts';
import { outreachFailed } from './events.ts';
import type { Recheck } from './ports.ts';
import { tellMessage } from './told.ts';

const batch = 200;
const mostFaults = 5;

/** As `decideDue` by the batch; after a fault of ours one by one, so that a poisonous message stops nobody but itself. */
export async function decidePatiently(
  db: Db,
  team: string,
  rechecks: Readonly<Record<string, Recheck>>,
  { log, digest }: { readonly log: Log; readonly digest: Digest },
): Promise<Round> {
  try {
    return await decideDue(db, team, rechecks, batch, digest);
  } catch (error) {
    log.warn({ error: String(error) }, 'a batch of automatic messages failed');
  }
  try {
    return await decideDue(db, team, rechecks, 1, digest);
  } catch (error) {
    log.error({ error: String(error) }, 'an automatic message failed');
    return putAside(db, team);
  }
}

/** The first in line goes to the back; given up when it has been there often enough. */
const putAside = (db: Db, team: string): Promise<Round> => {
  const actor = system(team, 'outreach');
  return db.write<Round>(actor, async (tx) => {
    const [message] = await takeDue(tx, now(), 1);
    if (!message) return { done: 0 };
    const [row] = await noteFault(tx, message.id, now());
    if ((row?.faults ?? 0) < mostFaults) return { done: 1 };
    await saveFates(tx, [{ id: message.id, state: 'failed', reason: 'fault' }], now());
    tellMessage(actor, tx, outreachFailed, { ...message, state: 'failed', reason: 'fault' });
    return { done: 1 };
  });
};
