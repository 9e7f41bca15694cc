import pg from 'pg';
import type { Db } from '../../kernel/db.ts';
import { createMemory } from './memory.ts';
import type { Names } from './names.ts';
import type { Known } from './post.known.ts';
import {
  answer,
  busy,
  type News,
  newsOf,
  nothing,
  type Placing,
  type PostResult,
  type Waiting,
} from './post.news.ts';
import { type Batch, placeAll } from './post.place.ts';
import type { Said } from './post.plan.ts';
import { type Written, writeBatch } from './post.store.ts';
import type { WordPort } from './screen.ts';

/** What committing needs. */
export interface BatchParts {
  readonly db: Db;
  readonly names: Names;
  readonly guard: WordPort;
  /** The long way, in a transaction of its own: everything that does more than add one message. */
  readonly aside: (said: Said) => Promise<PostResult>;
  /** Told when the database failed a whole batch. */
  readonly failed: (error: unknown) => void;
}

/** Most messages remembered as posted. */
const remembered = 5_000;
const patience = 4;

/** How a batch of a team's messages is committed as one statement, whatever becomes of it. */
export function createCommit({ db, names, guard, aside, failed }: BatchParts, known: Known) {
  const recent = createMemory<true>(remembered);

  const goAside = (waiting: Waiting): void => {
    aside(waiting.said).then(
      (result) => answer(waiting, result),
      (error) => {
        failed(error);
        answer(waiting, busy());
      },
    );
  };

  const place = async (team: string, batch: readonly Waiting[], earlier: News): Promise<Batch> => {
    const held = await known.hold(team, batch, earlier);
    await names.load(team, batch);
    if (!guard.isReady(team)) await guard.load(team);
    return placeAll(batch, {
      names,
      guard,
      knownOf: (id) => known.of(team, id) ?? held.get(id),
      isRecent: (id) => recent.get(id) !== undefined,
      goAside,
    });
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
        known.forget(standing.id);
        stale.push(one.waiting);
        continue;
      }
      known.remember(one.kept);
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
    for (const { kept } of placing) known.forget(kept.standing.id);
    const [single] = placing;
    if (!(error instanceof pg.DatabaseError) || !single) {
      failed(error);
      for (const { waiting } of placing) answer(waiting, busy());
      return;
    }
    if (placing.length === 1) return goAside(single.waiting);
    for (const { waiting } of placing) (await commit(team, [waiting], nothing))();
  };

  /** Commits a batch and gives its news; `earlier`, the news of the one before, is told as soon as this one is on its way. */
  const commit = async (team: string, batch: readonly Waiting[], earlier: News): Promise<News> => {
    let waiting = batch;
    for (;;) {
      const placed = await place(team, waiting, earlier);
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
  return commit;
}
