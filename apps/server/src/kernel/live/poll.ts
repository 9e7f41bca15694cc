import { live } from '@guitai/contract';
import type { Actor, TeamActor } from '../actor.ts';
import type { Db } from '../db.ts';
import { type Happened, readEvents } from '../events.ts';
import { principalOf } from '../idempotency.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Route, routeBare } from '../route.ts';
import { buyerText, mayHear, staffText } from './audience.ts';
import type { Hub } from './hub.ts';

const page = 500;
/** Polls of one principal that may wait at once, one to a tab: each is woken by every event of the team. */
const mostWaiting = 12;
const replayLimit = 50_000;

/** What the poll asks of the modules that know who people are. */
export interface PollGate {
  topicsOf(actor: TeamActor): Promise<readonly string[]>;
  /** The same reader with its present grants; null when it may no longer be here. */
  refresh(actor: TeamActor): Promise<TeamActor | null>;
}

type Reply = import('@guitai/contract').ReplyOf<typeof live.pollEvents>;
type Polled = { events: Reply['events']; seq: number };

const textFor = (actor: TeamActor, event: Happened): string | null => {
  if (actor.kind === 'buyer') return buyerText(event);
  return mayHear(actor, event) ? staffText(event) : null;
};

/** One page of the log as this reader may hear it; the cursor moves over what it may not. */
async function readPage(
  db: Db,
  actor: TeamActor,
  topics: readonly string[] | undefined,
  after: number,
  last: number,
): Promise<Polled> {
  const rows = await db.raw(actor.team, (client) =>
    readEvents(client, actor.team, after, page, topics),
  );
  const texts = rows.map((event) => textFor(actor, event)).filter((text) => text !== null);
  const seq = rows.length === page ? (rows[page - 1]?.seq ?? last) : Math.max(after, last);
  return { events: texts.map((text) => JSON.parse(text)), seq };
}

/** RT-12: the long poll, for readers behind a proxy that lets no WebSocket through. */
export function pollRoute(db: Db, hub: () => Hub, gate: PollGate): Route {
  const waiting = new Map<string, number>();

  const follow = async (
    who: TeamActor,
    { epoch, last, after, wait }: { epoch: string; last: number; after: number; wait: number },
  ): Promise<Reply | Refusal<'access.signed_out'>> => {
    let actor = who;
    const until = Date.now() + wait * 1_000;
    let cursor = after;
    for (let reached = last; ; reached = (await hub().standing(actor.team)).seq) {
      const topics = actor.kind === 'buyer' ? await gate.topicsOf(actor) : undefined;
      const { events, seq } = await readPage(db, actor, topics, cursor, reached);
      cursor = seq;
      const left = until - Date.now();
      if (events.length > 0 || left <= 0) return { epoch, seq, resync: false, events };
      await hub().beyond(actor.team, seq, left);
      const still = await gate.refresh(actor);
      if (!still) return refuse('access.signed_out');
      actor = still;
    }
  };

  return routeBare(live.pollEvents, 'open', async (who: Actor, _bare, input) => {
    if (who.kind === 'nobody' || who.kind === 'system') return refuse('access.signed_out');
    if (who.kind === 'buyer' && who.visitor === null) return refuse('access.signed_out');
    const { epoch, seq: last } = await hub().standing(who.team);
    const { seq: after = last, wait = 20 } = input;
    if (input.seq === undefined) return { epoch, seq: last, resync: false, events: [] };
    if (input.epoch !== epoch || after > last || last - after > replayLimit) {
      return { epoch, seq: last, resync: true, events: [] };
    }
    const principal = `${who.team} ${principalOf(who)}`;
    const others = waiting.get(principal) ?? 0;
    if (others >= mostWaiting) return refuse('rate.limited', { seconds: 5 });
    waiting.set(principal, others + 1);
    try {
      return await follow(who, { epoch, last, after, wait });
    } finally {
      const left = (waiting.get(principal) ?? 1) - 1;
      if (left > 0) waiting.set(principal, left);
      else waiting.delete(principal);
    }
  });
}
