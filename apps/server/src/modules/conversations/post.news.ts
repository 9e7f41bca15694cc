import type { Db } from '../../kernel/db.ts';
import type { Happened } from '../../kernel/events.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Planned, type PostCode, type Said, toldOf } from './post.plan.ts';
import type { Standing } from './post.rules.ts';

/** A message that is in the log. `json` is the message as its reader receives it. */
export interface Posted {
  readonly messageId: string;
  readonly seq: number;
  readonly at: string;
  readonly json: string;
  /** The conversation after it. */
  readonly standing: Standing;
}

export type PostResult = Posted | Refusal<PostCode | 'server.busy'>;

/** A message that waits for its commit. */
export interface Waiting {
  readonly said: Said;
  readonly id: string;
  /** Null once answered. */
  done: ((result: PostResult) => void) | null;
  tries: number;
}

/** A waiting message with its place. */
export interface Placing extends Planned {
  readonly waiting: Waiting;
}

export const busy = () => refuse('server.busy', { seconds: 1 });

/** Answers the author, once. */
export function answer(waiting: Waiting, result: PostResult): void {
  const { done } = waiting;
  waiting.done = null;
  done?.(result);
}

const own = Symbol('told by a lane');
interface Own {
  readonly [own]?: true;
}

/** Whether a lane itself told of it: then what the lane remembers is already newer. */
export const isOwn = (event: Happened): boolean => (event as Happened & Own)[own] === true;

/** What a committed batch has yet to tell: the news to the sockets, the answers to the authors. */
export type News = () => void;

export const nothing: News = () => undefined;

function once(news: News): News {
  let left: News | null = news;
  return () => {
    const telling = left;
    left = null;
    telling?.();
  };
}

function happenedOf(team: string, seq: number, placing: Placing): [Happened, string] {
  const { posting, kept } = placing;
  const { json, data, buyerData } = toldOf(placing);
  const event: Happened & Own = {
    [own]: true,
    team,
    seq,
    type: 'message.posted',
    subject: posting.placed.id,
    topic: kept.standing.id,
    reach: kept.reach,
    actor: { kind: posting.actorKind as 'member', id: posting.actorId },
    at: posting.placed.at,
    data,
    buyerData,
  };
  return [event, json];
}

function tellAll(db: Db, team: string, written: readonly Placing[], base: number): void {
  const told = written.map((one, n) => happenedOf(team, base + n + 1, one));
  db.tell(told.map(([event]) => event));
  written.forEach(({ waiting, posting }, n) => {
    const { id, seq, at } = posting.placed;
    const json = told[n]?.[1] ?? '';
    answer(waiting, { messageId: id, seq, at, json, standing: posting.after });
  });
}

/** News of messages that are in the log from the event after `base` on; told at most once. */
export const newsOf = (
  db: Db,
  team: string,
  written: readonly Placing[],
  base: number,
  failed: (error: unknown) => void,
): News =>
  once(() => {
    try {
      tellAll(db, team, written, base);
    } catch (error) {
      // They are in the log: whoever says them again gets them back.
      failed(error);
      for (const { waiting } of written) answer(waiting, busy());
    }
  });
