import type { Static, TSchema } from '@guitai/contract';
import type pg from 'pg';
import { type Actor, type ActorRef, actorRef } from './actor.ts';
import type { Octets } from './live/octets.ts';
import { inside, type Tx, type TxInside } from './tx.ts';

/** Who may hear of an event beyond the permission: the shop it belongs to and the members who hold its subject. */
export interface Reach {
  readonly shop?: string;
  readonly holders?: readonly string[];
}

/** A type of event. `toBuyer` projects the data for the buyer of the topic; without it the buyer hears nothing. */
export interface EventType<S extends TSchema = TSchema> {
  readonly type: string;
  readonly data: S;
  readonly permission: string;
  toBuyer?(data: Static<S>): object | null;
  /** Name the buyer hears it under; without it the event's own. */
  readonly buyerType?: string;
  /**
   * Set for an event that only refers to its subject: the log keeps no copy of the data, this reads it back as it is now.
   * So what is recalled or erased is not told again from the log. Missing subjects are left out.
   */
  readonly refer?: Refer;
  /** Heard by the members its reach names as holders and by nobody else, however far their permission reaches. */
  readonly personal?: boolean;
}

/** Data and reach of events that refer to the given subjects, by subject. */
export type Refer = (
  client: pg.Client,
  team: string,
  subjects: readonly string[],
) => Promise<ReadonlyMap<string, { readonly data: string; readonly reach: Reach }>>;

const registry = new Map<string, EventType>();

/** Declares an event type, e.g. `conversation.closed`. */
export function defineEvent<const S extends TSchema>(
  type: string,
  data: S,
  options: {
    permission: string;
    toBuyer?: (data: Static<S>) => object | null;
    buyerType?: string;
    refer?: Refer;
    personal?: boolean;
  },
): EventType<S> {
  const event: EventType<S> = { type, data, ...options };
  if (registry.has(type)) throw new Error(`event ${type} is declared twice`);
  registry.set(type, event as unknown as EventType);
  return event;
}

/** The declared type of that name. */
export const eventType = (type: string): EventType | undefined => registry.get(type);

/** Every declared event type; tests walk it. */
export const eventTypes = (): readonly EventType[] => [...registry.values()];

/** An event as it stands in the log. `data` is JSON text, written once and passed on. */
export interface Happened {
  readonly team: string;
  readonly seq: number;
  readonly type: string;
  readonly subject: string;
  readonly topic: string | null;
  readonly reach: Reach | null;
  readonly actor: ActorRef;
  readonly at: string;
  readonly data: string;
  /** The buyer's projection where the writer already made it; null: the buyer hears nothing. Not stored. */
  readonly buyerData?: string | null;
  /** Both as bytes where the writer already made them. */
  readonly octets?: { readonly data: Octets; readonly buyer: Octets | null };
  /** The subject it refers to is no more: there is nothing to tell. */
  readonly gone?: boolean;
}

interface Queued {
  readonly type: string;
  readonly subject: string;
  readonly topic: string | null;
  readonly reach: Reach | null;
  readonly actor: ActorRef;
  readonly cause: string | null;
  readonly data: string;
}

/** Says that something happened; written with the transaction, numbered by the team's clock at its end. */
export function emit<S extends TSchema>(
  tx: Tx,
  event: EventType<S>,
  said: {
    subject: string;
    topic?: string | null;
    reach?: Reach | null;
    actor: Actor;
    cause?: string | null;
    data: Static<S>;
  },
): void {
  const open = inside(tx);
  if (!open.writable) throw new Error(`${event.type}: a reader cannot say that something happened`);
  open.queued.push({
    type: event.type,
    subject: said.subject,
    topic: said.topic ?? null,
    reach: said.reach ?? null,
    actor: actorRef(said.actor),
    cause: said.cause ?? (said.actor.kind === 'system' ? said.actor.why : null),
    data: JSON.stringify(said.data),
  } satisfies Queued);
}

/** ISO 8601 in UTC with milliseconds, as every frame and reply writes an instant. */
export const isoColumn = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const append = `
with clock as (
  update team_clocks set seq = seq + $2 where team_id = $1
  returning seq - $2 as base, clock_timestamp() as at
), written as (
  insert into events (team_id, seq, type, subject, topic, reach, actor_kind, actor_id, cause, data, at)
  select $1, clock.base + e.n, e.type, e.subject, e.topic, e.reach, e.actor_kind, e.actor_id, e.cause, e.data, clock.at
  from clock, unnest($3::int[], $4::text[], $5::uuid[], $6::uuid[], $7::json[], $8::text[], $9::uuid[], $10::text[], $11::json[])
    as e(n, type, subject, topic, reach, actor_kind, actor_id, cause, data)
)
select base, ${isoColumn('at')} as at from clock`;

const refers = (type: string): boolean => registry.get(type)?.refer !== undefined;

/** Writes what the transaction said, taking the team's clock as the last lock. */
export async function appendQueued(open: TxInside): Promise<Happened[]> {
  const queued = open.queued as Queued[];
  if (queued.length === 0) return [];
  const team = open.team;
  if (team === null) throw new Error('events belong to a team');
  const pick = <V>(of: (q: Queued) => V) => queued.map(of);
  const result = await open.client.query<{ base: number; at: string }>({
    name: 'events-append',
    text: append,
    values: [
      team,
      queued.length,
      queued.map((_, n) => n + 1),
      pick((q) => q.type),
      pick((q) => q.subject),
      pick((q) => q.topic),
      pick((q) => (q.reach && !refers(q.type) ? JSON.stringify(q.reach) : null)),
      pick((q) => q.actor.kind),
      pick((q) => q.actor.id),
      pick((q) => q.cause),
      pick((q) => (refers(q.type) ? 'null' : q.data)),
    ],
  });
  const [clock] = result.rows;
  if (!clock) throw new Error(`team ${team} has no clock`);
  return queued.map((q, n) => ({ ...q, team, seq: clock.base + n + 1, at: clock.at }));
}

interface EventRow {
  seq: number;
  type: string;
  subject: string;
  topic: string | null;
  reach: Reach | null;
  actor_kind: ActorRef['kind'];
  actor_id: string | null;
  at: string;
  data: string;
}

/** Events of the team after `seq`, in order; only those of the topics when given. */
export async function readEvents(
  client: pg.Client,
  team: string,
  after: number,
  limit: number,
  topics?: readonly string[],
): Promise<Happened[]> {
  const result = await client.query<EventRow>({
    name: topics ? 'events-read-topics' : 'events-read',
    text: `select seq, type, subject, topic, reach, actor_kind, actor_id, ${isoColumn('at')} as at, data::text as data
      from events where team_id = $1 and seq > $2 ${topics ? 'and topic = any($4)' : ''} order by seq limit $3`,
    values: topics ? [team, after, limit, [...topics]] : [team, after, limit],
  });
  const happened = result.rows.map((row) => ({
    team,
    seq: row.seq,
    type: row.type,
    subject: row.subject,
    topic: row.topic,
    reach: row.reach,
    actor: { kind: row.actor_kind, id: row.actor_id },
    at: row.at,
    data: row.data,
  }));
  return followReferences(client, team, happened);
}

/** Events of the transaction's team after `seq`, in order, for a module that follows the log by a cursor of its own. */
export const eventsAfter = (tx: Tx, after: number, limit: number): Promise<Happened[]> =>
  readEvents(inside(tx).client, tx.team ?? '', after, limit);

/** All events of these topics, in order. */
export const eventsOfTopics = (tx: Tx, topics: readonly string[]): Promise<Happened[]> =>
  readEvents(inside(tx).client, tx.team ?? '', 0, 1_000_000, topics);

/** Fills in the data of events that only refer to their subject; those whose subject is no more are marked `gone`. */
export async function followReferences<
  H extends Pick<Happened, 'type' | 'subject' | 'reach' | 'data'>,
>(client: pg.Client, team: string, happened: readonly H[]): Promise<H[]> {
  const filled = [...happened];
  for (const type of new Set(happened.map((event) => event.type))) {
    const refer = registry.get(type)?.refer;
    if (!refer) continue;
    const subjects = happened.filter((event) => event.type === type).map((event) => event.subject);
    const found = await refer(client, team, [...new Set(subjects)]);
    filled.forEach((event, n) => {
      if (event.type === type)
        filled[n] = { ...event, ...(found.get(event.subject) ?? { gone: true }) };
    });
  }
  return filled;
}
