import type { Db } from '../../kernel/db.ts';
import type { Happened } from '../../kernel/events.ts';
import { type Octets, textOf } from '../../kernel/live/octets.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Told } from './post.json.ts';
import { type Planned, type PostCode, type Said, toldOf } from './post.plan.ts';
import type { Standing } from './post.rules.ts';
import type { Posting } from './post.store.ts';

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

/** An event a lane told by itself. Its data is bytes; whoever wants text gets it made. */
class OwnNews implements Happened {
  readonly type = 'message.posted';
  readonly team: string;
  readonly seq: number;
  readonly subject: string;
  readonly topic: string;
  readonly reach: Happened['reach'];
  readonly actor: Happened['actor'];
  readonly at: string;
  readonly octets: Told;

  constructor(team: string, seq: number, placing: Placing) {
    const { posting, kept } = placing;
    this.team = team;
    this.seq = seq;
    this.subject = posting.placed.id;
    this.topic = kept.standing.id;
    this.reach = kept.reach;
    this.actor = { kind: posting.actorKind as 'member', id: posting.actorId };
    this.at = posting.placed.at;
    this.octets = toldOf(placing);
  }

  get data(): string {
    return textOf(this.octets.data);
  }

  get buyerData(): string | null {
    return this.octets.buyer === null ? null : textOf(this.octets.buyer);
  }
}

class OwnPosted implements Posted {
  readonly messageId: string;
  readonly seq: number;
  readonly at: string;
  readonly standing: Standing;
  readonly #json: Octets;

  constructor({ placed, after }: Posting, json: Octets) {
    this.messageId = placed.id;
    this.seq = placed.seq;
    this.at = placed.at;
    this.standing = after;
    this.#json = json;
  }

  get json(): string {
    return textOf(this.#json);
  }
}

/** Whether a lane itself told of it: then what the lane remembers is already newer. */
export const isOwn = (event: Happened): boolean => event instanceof OwnNews;

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

function tellAll(db: Db, team: string, written: readonly Placing[], base: number): void {
  const told = written.map((one, n) => new OwnNews(team, base + n + 1, one));
  db.tell(told);
  written.forEach(({ waiting, posting }, n) => {
    answer(waiting, new OwnPosted(posting, (told[n] as OwnNews).octets.json));
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
