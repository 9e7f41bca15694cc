import { system } from '../actor.ts';
import type { Db } from '../db.ts';
import { isRefusal } from '../refusal.ts';
import { lockCursor, moveCursor, strideOver } from './cursor.store.ts';
import type { Heard, Reaction } from './declare.ts';
import { heardIn, nextEvents } from './next-events.ts';

/** After so many failures in a row an event is passed over. */
const patience = 5;

/** `full`: as many events as a batch holds; more may wait. */
export type Step = 'done' | 'full' | 'none' | 'taken';

/** Handles the next event, or a batch of them; `taken`: another process is at this reaction. */
export async function step(db: Db, team: string, reaction: Reaction): Promise<Step> {
  const actor = system(team, reaction.name);
  return db.write(actor, async (tx) => {
    const cursor = await lockCursor(tx, reaction.name);
    if (!cursor) return 'taken';
    const size = cursor.failures > 0 ? 1 : reaction.size;
    const next = await nextEvents(tx, reaction.types, cursor.seq, size);
    const last = next.at(-1);
    if (!last) {
      // Up to the head, as it stood before the search, there is nothing for this reaction: never look there again.
      if (cursor.head - cursor.seq > strideOver) await moveCursor(tx, reaction.name, cursor.head);
      return 'none';
    }
    if (cursor.failures < patience) {
      // What an event referred to may be gone since: there is nothing left to hear.
      const heard = next.filter((event) => event.data !== null).map(heardIn(team));
      const result = await reaction.react(actor, tx, heard as Heard<never>[]);
      if (isRefusal(result))
        throw new Error(`reaction ${reaction.name} was refused: ${result.code}`);
    }
    await moveCursor(tx, reaction.name, last.seq);
    return size > 1 && next.length === size ? 'full' : 'done';
  });
}
