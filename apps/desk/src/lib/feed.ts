import type { live } from '@guitai/contract';
import type { QueryKey } from '@tanstack/react-query';
import { cache } from './query.ts';

/** Whom the reducers reckon for: some of what an event means depends on the reader. */
export interface Reader {
  readonly memberId: string;
}

/** How one kind of cached reply changes with an event. Pure; returns the same object when nothing changes. */
export interface Follower<D> {
  /** First part of the cache key, usually the endpoint's id. */
  readonly name: string;
  /** Event types it cares about, exact or by prefix (`order.`). */
  readonly types: readonly string[];
  readonly apply: (data: D, event: live.EventFrame, key: QueryKey, reader: Reader) => D;
}

const followers: Follower<unknown>[] = [];
let reader: Reader = { memberId: '' };

/** Recent events, so that a reply that was under way while they arrived does not lose them. */
const recent: live.EventFrame[] = [];
const remembered = 400;
let heard = 0;

/** Registers reducers; done once, when a feature's module is loaded. */
export function follow<D>(follower: Follower<D>): void {
  followers.push(follower as Follower<unknown>);
}

export function readAs(next: Reader): void {
  reader = next;
}

const cares = (follower: Follower<unknown>, type: string): boolean =>
  follower.types.some((one) => (one.endsWith('.') ? type.startsWith(one) : one === type));

/** Brings the whole cache up to an event. */
export function applyEvent(event: live.EventFrame): void {
  heard += 1;
  recent.push(event);
  if (recent.length > remembered) recent.shift();
  spread(event);
}

/** What the reader has just done here, shown before the server tells it: same shape as the event that will come. */
export function foretell(type: string, data: unknown): void {
  const now = {
    t: 'event',
    seq: 0,
    type,
    subject: null,
    at: new Date().toISOString(),
    data,
  } as const;
  spread({ ...now, actor: { kind: 'member', id: reader.memberId } });
}

function spread(event: live.EventFrame): void {
  for (const follower of followers.filter((one) => cares(one, event.type))) {
    for (const [key, data] of cache.getQueriesData({ queryKey: [follower.name] })) {
      if (data === undefined) continue;
      const next = follower.apply(data, event, key, reader);
      if (next !== data) cache.setQueryData(key, next);
    }
  }
}

/** Brings a reply that was true at event `seq` up to the present. */
export function bringUp<D>(key: QueryKey, data: D, seq: number): D {
  return replay(
    key,
    data,
    recent.filter((event) => event.seq > seq),
  );
}

function replay<D>(key: QueryKey, data: D, events: readonly live.EventFrame[]): D {
  const mine = followers.filter(({ name }) => name === key[0]);
  return events.reduce<unknown>(
    (now, event) =>
      mine
        .filter((follower) => cares(follower, event.type))
        .reduce((next, follower) => follower.apply(next, event, key, reader), now),
    data,
  ) as D;
}

/** Fetches a followed reply; events that arrived meanwhile are applied to it (reducers are idempotent). */
export async function fetchFollowed<D>(key: QueryKey, fetch: () => Promise<D>): Promise<D> {
  const start = heard;
  const data = await fetch();
  const missed = heard - start;
  return missed === 0 ? data : replay(key, data, recent.slice(-missed));
}

/** Everything that is fed by events is asked again; local words (drafts, unsent messages) are not touched. */
export function resync(): void {
  recent.length = 0;
  void cache.invalidateQueries();
}
