import { system } from '../actor.ts';
import type { Db } from '../db.ts';
import { isRefusal } from '../refusal.ts';
import { lockCursor, moveCursor, strideOver } from './cursor.store.ts';
import type { Heard, Reaction } from './declare.ts';
import { heardIn, nextEvents } from './next-events.ts';

/** After so many failures in a row an event is passed over. */
const patience = 5;

/** `more`: something was done and more waits; `done`: all there was is done; `taken`: another process is at it. */
export type Step = 'more' | 'done' | 'none' | 'taken';

/** Handles the next event, or a batch of them. */
export async function step(db: Db, team: string, reaction: Reaction): Promise<Step> {
  const actor = system(team, reaction.name);
  return db.write(actor, async (tx) => {
    const cursor = await lockCursor(tx, reaction.name);
    if (!cursor) return 'taken';
    const size = cursor.failures > 0 ? 1 : reaction.size;
    const { events, more } = await nextEvents(tx, reaction.types, cursor.seq, size);
    const last = events.at(-1);
    if (!last) {
      // Up to the head, as it stood before the search, there is nothing for this reaction: never look there again.
      if (cursor.head - cursor.seq > strideOver) await moveCursor(tx, reaction.name, cursor.head);
      return 'none';
    }
    if (cursor.failures < patience) {
      // What an event referred to may be gone since: there is nothing left to hear.
      const heard = events.filter((event) => event.data !== null).map(heardIn(team));
      const result = await reaction.react(actor, tx, heard as Heard<never>[]);
      if (isRefusal(result))
        throw new Error(`reaction ${reaction.name} was refused: ${result.code}`);
    }
    await moveCursor(tx, reaction.name, last.seq);
    return more ? 'more' : 'done';
  });
}
