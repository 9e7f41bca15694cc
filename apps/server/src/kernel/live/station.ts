import type { Happened } from '../events.ts';
import { Kept } from './kept.ts';
import type { LiveSocket } from './socket.ts';

/** Events kept in memory per team for clients that were away for a moment. */
const ringSize = 4096;
/** How long what one client missed is kept for the next. */
const sharedMs = 2_000;

/** A place in a team's log; a restore begins another epoch. */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

const together = (batch: readonly Kept[]): Buffer =>
  batch.length === 1 && batch[0] ? batch[0].frame : Buffer.concat(batch.map(({ frame }) => frame));

/** Whether a socket is the team's: a person's desk or a key, not a buyer. */
export const isDesk = (socket: LiveSocket): boolean =>
  socket.actor?.kind === 'member' || socket.actor?.kind === 'key';

/** What this process holds of one team: who listens, how far its log was told, and the last events of it. */
export class Station {
  readonly team: string;
  readonly epoch: string;
  /** Last event of the log that was delivered here. */
  last: number;
  readonly desks = new Set<LiveSocket>();
  readonly topics = new Map<string, Set<LiveSocket>>();
  /** Events that came before those that precede them. */
  readonly early = new Map<number, Happened>();
  /** Reading the log, when it is. */
  filling: Promise<void> | null = null;
  #ring: Kept[] = [];
  readonly #patient = new Set<() => void>();
  /** What the last client who came back had missed. */
  #again: { readonly first: number; readonly last: number; readonly bytes: Buffer } | null = null;

  constructor(team: string, { epoch, seq }: Cursor) {
    this.team = team;
    this.epoch = epoch;
    this.last = seq;
  }

  keep(batch: readonly Kept[]): void {
    this.#ring.push(...batch);
    if (this.#ring.length > ringSize * 2) this.#ring = this.#ring.slice(-ringSize);
    this.last = batch[batch.length - 1]?.seq ?? this.last;
  }

  /** What is kept of the log behind a place; null when the place is too long ago. */
  since(after: number): Kept[] | null {
    const oldest = this.#ring[0]?.seq ?? this.last + 1;
    return after + 1 < oldest ? null : this.#ring.slice(after + 1 - oldest);
  }

  /** Changes what is kept of events about a subject. */
  amend(subject: string, change: (event: Happened) => Happened): void {
    this.#again = null;
    this.#ring = this.#ring.map((e) => (e.subject === subject ? Kept.of(change(e)) : e));
  }

  /** Clients who come back together have mostly missed the same: one copy for all who may hear the whole of it. */
  shared(events: readonly Kept[]): Buffer {
    const [first, last] = [events[0]?.seq ?? 0, events[events.length - 1]?.seq ?? 0];
    const again = this.#again;
    if (again?.first === first && again.last === last) return again.bytes;
    const bytes = together(events);
    this.#again = { first, last, bytes };
    setTimeout(() => {
      this.#again = null;
    }, sharedMs).unref();
    return bytes;
  }

  /** Changes what a visitor listens to. */
  tune(socket: LiveSocket, topics: readonly string[]): void {
    for (const topic of socket.topics) {
      const set = this.topics.get(topic);
      set?.delete(socket);
      if (set?.size === 0) this.topics.delete(topic);
    }
    socket.topics = topics;
    for (const topic of topics) {
      const set = this.topics.get(topic) ?? new Set();
      this.topics.set(topic, set.add(socket));
    }
  }

  /** Resolves at the next event, or after `ms`. */
  next(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#patient.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#patient.add(done);
    });
  }

  /** Ends every wait for the next event. */
  stir(): void {
    for (const done of [...this.#patient]) done();
  }

  /** Tells a client to fetch afresh: what it has no longer leads here. */
  get resync(): string {
    return `{"t":"resync","epoch":"${this.epoch}","seq":${this.last}}`;
  }
}
