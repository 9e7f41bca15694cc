import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Books } from '../../kernel/files/books.ts';
import type { FileStore } from '../../kernel/files/store.ts';

/**
 * So long after they were written bytes may be on nobody's books. Long, because a database put back from a backup knows
 * nothing of younger files, until whoever put it back notices and takes the right one.
 */
const patienceMs = 30 * 24 * 3_600_000;
/** How often the next of a team's folders is looked at; all of them in less than two days. */
export const walkMs = 10 * 60_000;
/** Folders of a team, named by two hexadecimal digits. */
const folders = 256;

/** Which folder is looked at by now: nothing is kept about it, every process knows by itself. */
export const folderAt = (now: number): string =>
  (Math.floor(now / walkMs) % folders).toString(16).padStart(2, '0');

/**
 * Removes bytes of one of a team's folders that are old and on nobody's books: their process died before their row was there. What
 * has a row is asked of every module that keeps files; how old it is, only of what has none. Returns how many went.
 */
export async function dropUnclaimed(
  { db, files, books }: { db: Db; files: FileStore; books: readonly Books[] },
  team: string,
  folder: string,
): Promise<number> {
  const keys = await files.list(team, folder);
  if (keys.length === 0) return 0;
  const actor = system(team, 'system.unclaimed');
  const claimed = new Set<string>();
  for (const held of books)
    for (const key of await db.read(actor, (tx) => held(tx, keys))) claimed.add(key);
  const before = clock.now() - patienceMs;
  let gone = 0;
  for (const key of keys) {
    if (claimed.has(key)) continue;
    const placed = await files.placedAt(key);
    if (placed === null || placed >= before) continue;
    await files.remove(key);
    gone += 1;
  }
  return gone;
}
