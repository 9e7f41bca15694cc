import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';
import { failuresAfter, forgetAfterMs, secondsToWait, type Tries } from './throttle.rules.ts';

/** Locks the counter, so that tries at the same moment are counted one after the other. */
async function lockTries(tx: Tx, key: Buffer): Promise<Tries | null> {
  const row = await first<{ failures: number; last_failed_at: Date }>(
    tx,
    sql`insert into sign_in_counters (key, failures, last_failed_at) values (${key}, 0, ${now()})
        on conflict (key) do update set key = excluded.key returning failures, last_failed_at`,
  );
  return row ? { failures: row.failures, lastFailedAt: row.last_failed_at } : null;
}

/** Counts a try as wrong before it is looked at; a right one forgets the count. Refuses while a delay runs. */
export async function countTry(
  tx: Tx,
  key: Buffer,
): Promise<Refusal<'access.sign_in_delayed'> | null> {
  const tries = await lockTries(tx, key);
  const seconds = secondsToWait(tries, now());
  if (seconds > 0) return refuse('access.sign_in_delayed', { seconds });
  await own(tx)
    .updateTable('sign_in_counters')
    .set({ failures: failuresAfter(tries, now()), last_failed_at: now() })
    .where('key', '=', key)
    .execute();
  if (Math.random() < 0.01) await forgetOld(tx);
  return null;
}

const forgetOld = (tx: Tx) =>
  run(
    tx,
    sql`delete from sign_in_counters where key in (
          select key from sign_in_counters where last_failed_at < ${new Date(now().getTime() - forgetAfterMs)}
          limit 500 for update skip locked)`,
  );

/** Forgets the wrong tries after a right one. */
export async function forgetTries(tx: Tx, key: Buffer): Promise<void> {
  await own(tx).deleteFrom('sign_in_counters').where('key', '=', key).execute();
}
