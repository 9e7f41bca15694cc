import type { Check } from './checks.ts';
import type { Db } from './db.ts';
import type { EventType } from './events.ts';
import type { Books } from './files/books.ts';
import type { JobType } from './jobs.ts';
import type { FrameContext, FrameHandler } from './live/frames.ts';
import type { Log } from './log.ts';
import type { Migration } from './migrate.ts';
import type { Reaction } from './reactions.ts';
import type { Route } from './route.ts';

/** What a module does by itself beside reactions and jobs, in the processes that work: e.g. delivering webhooks. */
export interface Follower {
  /** Something may have been told in this team. */
  hint(team: string): void;
  stop(): Promise<void>;
}

/** A room of the house, as `index.ts` hands it to `build.ts`. */
export interface Module {
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly routes: readonly Route[];
  readonly events: readonly EventType[];
  readonly reactions: readonly Reaction[];
  readonly jobs: readonly JobType[];
  readonly frames: readonly FrameHandler[];
  /** Called once when the live server stands, for what follows sockets coming and going. */
  readonly live: ReadonlyArray<(context: FrameContext) => void>;
  /** Started with reactions and jobs. */
  readonly followers: ReadonlyArray<(db: Db, log: Log) => Follower>;
  /** Which bytes of the house are this module's. */
  readonly books: readonly Books[];
  /** What `guitai verify` asks of this module's tables. */
  readonly checks: readonly Check[];
}

type Furniture = { name: string } & Partial<Omit<Module, 'name'>>;

/** Declares a module; furniture it does not have stays empty. */
export const defineModule = (furniture: Furniture): Module => ({
  migrations: [],
  routes: [],
  events: [],
  reactions: [],
  jobs: [],
  frames: [],
  live: [],
  followers: [],
  books: [],
  checks: [],
  ...furniture,
});
