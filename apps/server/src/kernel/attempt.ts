import { sql } from 'kysely';
import { isRefusal } from './refusal.ts';
import { inside, run, type Tx } from './tx.ts';

/** Puts back what the transaction would have said and written at its close. */
function remember(tx: Tx): () => void {
  const { hooks, queued, lists } = inside(tx);
  const before = { hooks: new Map(hooks), queued: queued.length };
  const lengths = new Map([...lists].map(([key, list]) => [key, list.length]));
  return () => {
    hooks.clear();
    for (const [key, hook] of before.hooks) hooks.set(key, hook);
    queued.length = before.queued;
    for (const [key, list] of lists) list.length = lengths.get(key) ?? 0;
  };
}

/**
 * Work inside a transaction that can be taken back alone: a refusal leaves rows, events and records as they were before it,
 * and the transaction goes on. `keep` may say so of other results, e.g. `() => false` for a rehearsal. Locks stay taken.
 */
export async function attempt<T>(
  tx: Tx,
  work: () => Promise<T>,
  keep: (result: T) => boolean = (result) => !isRefusal(result),
): Promise<T> {
  const putBack = remember(tx);
  await run(tx, sql`savepoint attempt`);
  const result = await work();
  if (!keep(result)) {
    await run(tx, sql`rollback to savepoint attempt`);
    putBack();
  }
  await run(tx, sql`release savepoint attempt`);
  return result;
}
