import pg from 'pg';
import type { Db } from '../../kernel/db.ts';
import type { Happened } from '../../kernel/events.ts';
import { createMemory } from './memory.ts';
import type { Names } from './names.ts';
import { messageId } from './post.id.ts';
import {
  answer,
  busy,
  isOwn,
  type News,
  newsOf,
  nothing,
  type Placing,
  type PostResult,
  type Waiting,
} from './post.news.ts';
import { type Batch, placeAll } from './post.place.ts';
import { type Kept, keep, type Said } from './post.plan.ts';
import type { Standing } from './post.rules.ts';
import { type Written, writeBatch } from './post.store.ts';
import type { WordPort } from './screen.ts';
import { readStandings } from './standing.store.ts';

export interface LaneParts {
  readonly db: Db;
  readonly names: Names;
  readonly guard: WordPort;
  /** The long way, in a transaction of its own: everything that does more than add one message. */
  readonly aside: (said: Said) => Promise<PostResult>;
  /** Told when the database failed a whole batch. */
  readonly failed: (error: unknown) => void;
}

/** Most messages that go together, and most conversations remembered. */
const largest = 256;
const remembered = 5_000;
const patience = 4;

/**
 * Group commit, one lane to a team. Whatever queued while the previous batch was being committed goes together into the
 * next, as one statement. A second batch beside it would only wait for the team's clock, which is one row; instead the news
 * of a batch is told while the database works on the next. It is told after the commit, never before.
 */
export function createLanes({ db, names, guard, aside, failed }: LaneParts) {
  const known = createMemory<Kept>(remembered);
  const queues = new Map<string, Waiting[]>();

  const recent = createMemory<true>(remembered);

  const remember = (kept: Kept) => known.set(kept.standing.id, kept);

  const knownOf = (team: string, conversationId: string): Kept | undefined => {
    const kept = known.get(conversationId);
    return kept?.team === team ? kept : undefined;
  };

  /** The batch's conversations as they are remembered or read; they stay with the batch, whatever is forgotten meanwhile. */
  const holdAll = async (
    team: string,
    batch: readonly Waiting[],
    beforeReading: () => void,
  ): Promise<ReadonlyMap<string, Kept>> => {
    const held = new Map<string, Kept>();
    const unknown = new Set<string>();
    for (const { said } of batch) {
      const kept = knownOf(team, said.conversationId);
      if (kept) held.set(said.conversationId, kept);
      else unknown.add(said.conversationId);
    }
    if (unknown.size === 0) return held;
    beforeReading();
    const found = await db.raw(team, (client) => readStandings(client, team, [...unknown]));
    for (const standing of found.values()) {
      const kept = keep(team, standing);
      remember(kept);
      held.set(standing.id, kept);
    }
    return held;
  };

  const goAside = (waiting: Waiting): void => {
    aside(waiting.said).then(
      (result) => answer(waiting, result),
      (error) => {
        failed(error);
        answer(waiting, busy());
      },
    );
  };

  /** After the commit: what is now known, what is to be told, and what was not fresh and tries again. */
  const settle = (
    team: string,
    placing: readonly Placing[],
    { base, fresh }: Written,
  ): { news: News; stale: Waiting[] } => {
    const written: Placing[] = [];
    const stale: Waiting[] = [];
    for (const one of placing) {
      const { standing } = one.kept;
      if (fresh !== null && !fresh.has(standing.id)) {
        known.delete(standing.id);
        stale.push(one.waiting);
        continue;
      }
      remember(one.kept);
      recent.set(one.waiting.id, true);
      written.push(one);
    }
    return { news: newsOf(db, team, written, base, failed), stale };
  };

  const again = (stale: readonly Waiting[]): Waiting[] =>
    stale.filter((waiting) => {
      waiting.tries += 1;
      if (waiting.tries < patience) return true;
      goAside(waiting);
      return false;
    });

  /** The statement failed as a whole and changed nothing: each message alone, so that one cannot hold up the others. */
  const alone = async (
    team: string,
    error: unknown,
    placing: readonly Placing[],
  ): Promise<void> => {
    for (const { kept } of placing) known.delete(kept.standing.id);
    const [single] = placing;
    if (!(error instanceof pg.DatabaseError) || !single) {
      failed(error);
      for (const { waiting } of placing) answer(waiting, busy());
      return;
    }
    if (placing.length === 1) return goAside(single.waiting);
    for (const { waiting } of placing) (await perform(team, [waiting], nothing))();
  };

  const write = (team: string, { placing, touched }: Batch, sent: News): Promise<Written> => {
    // At the latest in the next turn of the loop, should there be no free connection.
    setImmediate(sent);
    return db.raw(team, (client) => {
      const postings = placing.map(({ posting }) => posting);
      const writing = writeBatch(client, team, postings, touched);
      // After the statement has left this process.
      process.nextTick(sent);
      return writing;
    });
  };

  /** Commits a batch and gives its news; `earlier`, the news of the one before, is told as soon as this one is on its way. */
  const perform = async (team: string, batch: readonly Waiting[], earlier: News): Promise<News> => {
    let waiting = batch;
    for (;;) {
      const held = await holdAll(team, waiting, earlier);
      await names.load(team, waiting);
      if (!guard.isReady(team)) await guard.load(team);
      const placed = placeAll(waiting, {
        names,
        guard,
        knownOf: (id) => knownOf(team, id) ?? held.get(id),
        isRecent: (id) => recent.get(id) !== undefined,
        goAside,
      });
      const { placing } = placed;
      if (placing.length === 0) return earlier;
      try {
        const { news, stale } = settle(team, placing, await write(team, placed, earlier));
        if (stale.length === 0) return news;
        news();
        waiting = again(stale);
        if (waiting.length === 0) return nothing;
      } catch (error) {
        earlier();
        await alone(team, error, placing);
        return nothing;
      }
    }
  };

  const work = async (team: string, queue: Waiting[]): Promise<void> => {
    let news = nothing;
    while (queue.length > 0) {
      const batch = queue.splice(0, largest);
      try {
        news = await perform(team, batch, news);
      } catch (error) {
        failed(error);
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
      const waiting: Waiting = {
        said,
        id: messageId(said.actor, said.conversationId, said.clientKey),
        done,
        tries: 0,
      };
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
    /** A conversation as it is remembered, or read; null when the team has none of that id. */
    async look(team: string, id: string): Promise<Standing | null> {
      const kept = knownOf(team, id);
      if (kept) return kept.standing;
      const found = await db.raw(team, (client) => readStandings(client, team, [id]));
      const standing = found.get(id);
      if (standing) remember(keep(team, standing));
      return standing ?? null;
    },
    /** Somebody else changed these conversations: what is remembered of them is no longer true. */
    heed(happened: readonly Happened[]): void {
      for (const event of happened) {
        if (event.topic !== null && !isOwn(event)) known.delete(event.topic);
      }
    },
  };
}

export type Lanes = ReturnType<typeof createLanes>;
