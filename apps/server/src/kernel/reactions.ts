import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type SystemActor, system } from './actor.ts';
import type { Db } from './db.ts';
import { type EventType, followReferences, type Happened, isoColumn } from './events.ts';
import { type Log, quiet } from './log.ts';
import { isRefusal } from './refusal.ts';
import { knownTeams } from './teams.ts';
import { first, inside, run, type Tx } from './tx.ts';

/** An event as a reaction receives it, its data parsed. */
export interface Heard<D = unknown> extends Omit<Happened, 'data'> {
  readonly data: D;
  /** Why the product did it by itself: the `why` of its actor; null for what people did. */
  readonly cause?: string | null;
}

/** What a module does about an event, exactly once per team: the cursor moves in the same transaction. */
export interface Reaction {
  readonly name: string;
  readonly types: readonly string[];
  /** Up to `size` events, in the order of the log. */
  readonly react: (actor: SystemActor, tx: Tx, events: readonly Heard<never>[]) => Promise<unknown>;
  readonly size: number;
}

type DataOf<E> = E extends EventType<infer S> ? import('@guitai/contract').Static<S> : never;

/** Declares a reaction, e.g. `react('conversations.assignToFree', conversationOpened, …)`. */
export const react = <E extends EventType>(
  name: string,
  events: E | readonly E[],
  behaviour: (actor: SystemActor, tx: Tx, event: Heard<DataOf<E>>) => Promise<unknown>,
): Reaction => ({
  name,
  types: typesOf(events),
  size: 1,
  react: async (actor, tx, [event]) => event && behaviour(actor, tx, event),
});

/**
 * Like `react`, for what passes by the thousand: up to `size` events in one transaction, in the order of the log.
 * After a failure they come one by one, so that a poisonous one stops nobody but itself.
 */
export const reactMany = <E extends EventType>(
  name: string,
  events: E | readonly E[],
  size: number,
  behaviour: (actor: SystemActor, tx: Tx, events: readonly Heard<DataOf<E>>[]) => Promise<unknown>,
): Reaction => ({
  name,
  types: typesOf(events),
  size,
  react: behaviour as Reaction['react'],
});

const typesOf = (events: EventType | readonly EventType[]): string[] =>
  [events].flat().map((event) => event.type);

const patience = 5;
/** Hints come in swarms; one look at the log in so many milliseconds serves all of them. */
const hintPause = 10;
/** When another process is at a reaction, look again after so many milliseconds. */
const takenPause = 50;
/** Events for a batch are gathered for so many milliseconds. */
const gatherPause = 100;
/** While the shop writes much, the time of a full batch is rested so many times over: who has fallen behind must not take what the busiest hour needs. */
const restShare = 3;
/** So many events told in this process within a second are much. */
const muchTold = 300;
/** So many events of others a cursor may leave behind it before it is moved over them. */
const strideOver = 200;

interface NextEvent extends Omit<Happened, 'actor' | 'team' | 'data'> {
  cause: string | null;
  actor_kind: Happened['actor']['kind'];
  actor_id: string | null;
  data: unknown;
}

async function nextEvents(
  tx: Tx,
  types: readonly string[],
  after: number,
  size: number,
): Promise<NextEvent[]> {
  const found = await run<NextEvent>(
    tx,
    sql`select seq, type, subject, topic, reach, actor_kind, actor_id, cause, data, ${sql.raw(isoColumn('at'))} as at
        from events where team_id = ${tx.team} and seq > ${after} and type = any(${[...types]})
        order by seq limit ${size}`,
  );
  return fillIn(tx, found);
}

/** Data of events that only refer to their subject. */
async function fillIn(tx: Tx, events: NextEvent[]): Promise<NextEvent[]> {
  const bare = events.filter((event) => event.data === null);
  if (bare.length === 0) return events;
  const { client, team } = inside(tx);
  const asked = bare.map((event) => ({ ...event, data: 'null' }));
  const filled = await followReferences(client, team ?? '', asked);
  const dataOf = new Map(filled.map(({ seq, data }) => [seq, JSON.parse(data)]));
  return events.map((event) =>
    event.data === null ? { ...event, data: dataOf.get(event.seq) } : event,
  );
}

interface Cursor {
  readonly seq: number;
  readonly failures: number;
  readonly head: number;
}

const findCursor = (tx: Tx, name: string): Promise<Cursor | undefined> =>
  first(
    tx,
    sql`select r.seq, r.failures, (select c.seq from team_clocks c where c.team_id = r.team_id) as head
        from reaction_cursors r where r.team_id = ${tx.team} and r.name = ${name} for update of r skip locked`,
  );

/** The cursor, locked; made when it is not there yet. Undefined while another process holds it. */
async function lockCursor(tx: Tx, name: string): Promise<Cursor | undefined> {
  const found = await findCursor(tx, name);
  if (found) return found;
  await run(
    tx,
    sql`insert into reaction_cursors (team_id, name) values (${tx.team}, ${name}) on conflict do nothing`,
  );
  return findCursor(tx, name);
}

const moveCursor = (tx: Tx, name: string, seq: number) =>
  run(
    tx,
    sql`update reaction_cursors set seq = ${seq}, failures = 0
        where team_id = ${tx.team} and name = ${name}`,
  );

/** `full`: as many events as a batch holds; more may wait. */
type Step = 'done' | 'full' | 'none' | 'taken';

const heardIn =
  (team: string) =>
  ({ actor_kind, actor_id, ...event }: NextEvent): Heard => ({
    ...event,
    team,
    actor: { kind: actor_kind, id: actor_id },
  });

/** Handles the next event, or a batch of them; `taken`: another process is at this reaction. */
async function step(db: Db, team: string, reaction: Reaction): Promise<Step> {
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

/**
 * Which reactions have something ahead of them: one search of the log for all. The cursors of the others are moved to its
 * head as it stood before the search, so that the next search is short.
 */
const survey = (db: Db, team: string, reactions: readonly Reaction[]): Promise<Reaction[]> =>
  db.write(system(team, 'reactions.survey'), async (tx) => {
    const names = reactions.map((reaction) => reaction.name);
    const [place] = await run<{ head: number; low: number }>(
      tx,
      sql`select c.seq as head, (select case when count(*) = ${names.length} then min(r.seq) else 0 end
            from reaction_cursors r where r.team_id = c.team_id and r.name = any(${names}::text[])) as low
          from team_clocks c where c.team_id = ${team}`,
    );
    if (!place || place.low >= place.head) return [];
    const rows = await run<{ type: string }>(
      tx,
      sql`select distinct type from events
          where team_id = ${team} and seq > ${place.low} and seq <= ${place.head}`,
    );
    const types = new Set(rows.map((row) => row.type));
    const hasAhead = (reaction: Reaction) => reaction.types.some((type) => types.has(type));
    if (place.head - place.low > strideOver) {
      const idle = reactions.filter((reaction) => !hasAhead(reaction)).map(({ name }) => name);
      await moveIdle(tx, idle, place.head);
    }
    return reactions.filter(hasAhead);
  });

const moveIdle = (tx: Tx, names: readonly string[], head: number) =>
  run(
    tx,
    sql`insert into reaction_cursors (team_id, name, seq)
        select ${tx.team}, name, ${head} from unnest(${[...names].sort()}::text[]) as name
        on conflict (team_id, name) do update set seq = excluded.seq where reaction_cursors.seq < excluded.seq`,
  );

const noteFailure = (db: Db, team: string, name: string, why: string) =>
  db.write(system(team, name), (tx) =>
    run(
      tx,
      sql`update reaction_cursors set failures = failures + 1, failed_at = now(), failed_why = ${why}
          where team_id = ${team} and name = ${name}`,
    ),
  );

/** Brings reactions of a team up to the end of the log here and now; `onStep` after each batch. For the command line. */
export async function catchUp(
  db: Db,
  team: string,
  reactions: readonly Reaction[],
  onStep: () => Promise<void>,
): Promise<void> {
  for (const reaction of reactions) {
    for (let outcome: Step = 'done'; outcome !== 'none'; ) {
      outcome = await step(db, team, reaction);
      if (outcome === 'done') await onStep();
      if (outcome === 'taken') await new Promise((resolve) => setTimeout(resolve, takenPause));
    }
  }
}

export interface Reactions {
  stop(): Promise<void>;
  /** Another process has told something in this team: look at the log now instead of at the next walk. */
  hint(team: string): void;
  /** Resolves when every reaction has caught up with what has been told so far; for tests. */
  settled(): Promise<void>;
}

/** Follows the log for every team, or for `only` one: woken by what this process tells, and by a slow walk for what others told. */
export function startReactions(
  db: Db,
  reactions: readonly Reaction[],
  log: Log = quiet,
  only?: string,
): Reactions {
  const busy = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopped = false;

  const drain = async (team: string, reaction: Reaction): Promise<void> => {
    try {
      let outcome: Step = 'done';
      const turn = () => step(db, team, reaction);
      while (!stopped && (outcome === 'done' || outcome === 'full'))
        outcome = reaction.size > 1 ? await calmly(turn) : await turn();
      // The other process may have looked at the log just before what we were woken for stood in it.
      if (outcome === 'taken' && !stopped)
        setTimeout(() => wake(team, reaction), takenPause).unref();
    } catch (error) {
      log.error({ reaction: reaction.name, error: String(error) }, 'reaction failed');
      await noteFailure(db, team, reaction.name, String(error)).catch((worse) =>
        log.error({ reaction: reaction.name, error: String(worse) }, 'reaction failure not noted'),
      );
      if (!stopped) setTimeout(() => wake(team, reaction), 500).unref();
    }
  };

  let lane: Promise<unknown> = Promise.resolve();
  let second = { from: 0, told: 0, before: 0 };

  /** Counts `told` more events in the running second. */
  const count = (told: number): void => {
    const now = performance.now();
    const passed = now - second.from;
    if (passed >= 1000) second = { from: now, told: 0, before: passed < 2000 ? second.told : 0 };
    second.told += told;
  };
  const tellsMuch = (): boolean => {
    count(0);
    return Math.max(second.told, second.before) > muchTold;
  };

  /** One batch at a time in this process, each in its turn: those who write come before those who follow. */
  const calmly = (turn: () => Promise<Step>): Promise<Step> => {
    const mine = lane.then(async () => {
      if (stopped) return 'none' as const;
      const began = performance.now();
      const outcome = await turn();
      if (outcome === 'full' && tellsMuch()) await sleep(restShare * (performance.now() - began));
      return outcome;
    });
    lane = mine.catch(() => undefined);
    return mine;
  };

  /** What comes in swarms is gathered for a moment before it is looked at. */
  const gathered = async (team: string, reaction: Reaction): Promise<void> => {
    if (reaction.size > 1) await sleep(gatherPause);
    await drain(team, reaction);
  };

  const wake = (team: string, reaction: Reaction): void => {
    const key = `${team} ${reaction.name}`;
    if (stopped || (only !== undefined && team !== only)) return;
    if (busy.has(key)) {
      again.add(key);
      return;
    }
    const work = gathered(team, reaction).finally(() => {
      busy.delete(key);
      if (again.delete(key)) wake(team, reaction);
    });
    busy.set(key, work);
  };

  const byType = new Map<string, Reaction[]>();
  for (const reaction of reactions) {
    for (const type of reaction.types) byType.set(type, [...(byType.get(type) ?? []), reaction]);
  }

  db.onHappened((happened) => {
    count(happened.length);
    for (const { team, type } of happened) {
      for (const reaction of byType.get(type) ?? []) wake(team, reaction);
    }
  });

  const look = async (team: string): Promise<void> => {
    for (const reaction of await survey(db, team, reactions)) wake(team, reaction);
  };
  const hinted = new Set<string>();

  const walk = async () => {
    const teams = only
      ? [only]
      : await db.outside({ kind: 'nobody', team: null, locale: 'en' }, knownTeams);
    for (const team of teams) {
      if (stopped) return;
      await look(team);
    }
  };
  const safeWalk = () =>
    walk().catch((error) =>
      log.warn({ error: String(error) }, 'reactions could not walk the teams'),
    );
  const timer = setInterval(safeWalk, 5_000).unref();
  void safeWalk();

  return {
    hint(team) {
      if (stopped || hinted.has(team)) return;
      hinted.add(team);
      setTimeout(() => {
        hinted.delete(team);
        if (stopped) return;
        look(team).catch((error) =>
          log.warn({ error: String(error) }, 'reactions could not follow a hint'),
        );
      }, hintPause).unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(busy.values());
    },
    async settled() {
      await new Promise((resolve) => setImmediate(resolve));
      while (busy.size > 0) await Promise.all(busy.values());
    },
  };
}
