import type { Happened } from '../../kernel/events.ts';
import { type BatchParts, createCommit } from './post.batch.ts';
import { messageId } from './post.id.ts';
import { createKnown } from './post.known.ts';
import { answer, busy, isOwn, nothing, type PostResult, type Waiting } from './post.news.ts';
import type { Said } from './post.plan.ts';

/** Most messages that go together, and most conversations remembered. */
const largest = 256;
const remembered = 5_000;

/**
 * Group commit, one lane to a team. Whatever queued while the previous batch was being committed goes together into the
 * next, as one statement. A second batch beside it would only wait for the team's clock, which is one row; instead the news
 * of a batch is told while the database works on the next. It is told after the commit, never before.
 */
export function createLanes(parts: BatchParts) {
  const known = createKnown(parts.db, remembered);
  const commit = createCommit(parts, known);
  const queues = new Map<string, Waiting[]>();

  const work = async (team: string, queue: Waiting[]): Promise<void> => {
    let news = nothing;
    while (queue.length > 0) {
      const batch = queue.splice(0, largest);
      try {
        news = await commit(team, batch, news);
      } catch (error) {
        parts.failed(error);
        for (const waiting of batch) answer(waiting, busy());
      }
      if (queue.length === 0) news();
    }
    queues.delete(team);
  };

  return {
    /** Queues a message; `done` is called once, after its commit or with what refused it. */
    post(said: Said, done: (result: PostResult) => void): void {
      const { team } = said.actor;
      const id = messageId(said.actor, said.conversationId, said.clientKey);
      const waiting: Waiting = { said, id, done, tries: 0 };
      const queue = queues.get(team);
      if (queue) {
        queue.push(waiting);
        return;
      }
      const fresh = [waiting];
      queues.set(team, fresh);
      // What arrives in the same turn of the loop goes along.
      setImmediate(() => void work(team, fresh));
    },
    look: known.look,
    /** Somebody else changed these conversations: what is remembered of them is no longer true. */
    heed(happened: readonly Happened[]): void {
      for (const event of happened) {
        if (event.topic !== null && !isOwn(event)) known.forget(event.topic);
      }
    },
  };
}

export type Lanes = ReturnType<typeof createLanes>;
