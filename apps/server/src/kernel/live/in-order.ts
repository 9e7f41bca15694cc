import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../db.ts';
import { type Happened, readEvents } from '../events.ts';
import type { Log } from '../log.ts';
import { page } from './catching-up.ts';
import type { Station } from './station.ts';

/** A commit that reported before its predecessor is waited for so many milliseconds, before the log is asked. */
const earlyPause = 20;
/** The log is asked again after so many milliseconds while something still lacks its predecessor. */
const againPause = 50;

type Deliver = (station: Station, batch: readonly Happened[]) => void;

/** Puts what this and other processes commit into the order of each team's log, without a gap, before it is delivered. */
export class InOrder {
  readonly #db: Db;
  readonly #log: Log;
  readonly #deliver: Deliver;

  constructor(db: Db, log: Log, deliver: Deliver) {
    this.#db = db;
    this.#log = log;
    this.#deliver = deliver;
  }

  /** Events this process committed. */
  take(station: Station, batch: readonly Happened[]): void {
    const fresh = batch.filter((event) => event.seq > station.last);
    if (fresh.length === 0) return;
    if (fresh[0]?.seq === station.last + 1) {
      this.#deliver(station, fresh);
      this.#takeEarly(station);
      return;
    }
    // Two commits of this process may report in the other order; wait a moment before asking the log.
    for (const event of fresh) station.early.set(event.seq, event);
    this.ask(station, earlyPause);
  }

  /** Reads the log from where the station stands, after `delay` milliseconds. */
  ask(station: Station, delay = 0): void {
    station.filling ??= sleep(delay)
      .then(() => this.#fill(station))
      .catch((error) => this.#log.warn({ error: String(error) }, 'live could not read the log'))
      .finally(() => {
        station.filling = null;
        if (station.early.size > 0) this.ask(station, againPause);
      });
  }

  async #fill(station: Station): Promise<void> {
    const { team, early } = station;
    for (;;) {
      const missed = await this.#db.raw(team, (client) =>
        readEvents(client, team, station.last, page),
      );
      const fresh = missed.filter((event) => event.seq > station.last);
      if (fresh.length > 0) this.#deliver(station, fresh);
      for (const seq of early.keys()) if (seq <= station.last) early.delete(seq);
      this.#takeEarly(station);
      if (missed.length < page) return;
    }
  }

  #takeEarly(station: Station): void {
    const batch: Happened[] = [];
    for (let seq = station.last + 1; station.early.has(seq); seq += 1) {
      batch.push(station.early.get(seq) as Happened);
      station.early.delete(seq);
    }
    if (batch.length > 0) this.#deliver(station, batch);
  }
}
