import type { Db } from '../db.ts';
import type { Happened } from '../events.ts';
import { type Log, quiet } from '../log.ts';
import { welcome } from './catching-up.ts';
import { deliver } from './delivery.ts';
import { InOrder } from './in-order.ts';
import type { LiveSocket } from './socket.ts';
import { type Cursor, isDesk, Station } from './station.ts';

export type { Cursor } from './station.ts';

/** Carries committed events to the sockets that may hear them, in the order of each team's clock. */
export interface Hub {
  /** Lets an identified socket in; answers with `ready`, what it missed (or `resync`), then live events. */
  join(socket: LiveSocket, cursor: Cursor | null, self: unknown): Promise<void>;
  leave(socket: LiveSocket): void;
  /** Events this process committed. */
  publish(happened: readonly Happened[]): void;
  /** Another process committed something for the team. */
  wake(team: string): void;
  /** Sockets of the team's desk; with `topic`, also the buyers who listen to it. */
  desks(team: string): Iterable<LiveSocket>;
  listeners(team: string, topic: string): Iterable<LiveSocket>;
  /** Changes what a visitor listens to. */
  listen(socket: LiveSocket, topics: readonly string[]): void;
  teams(): string[];
  /** Where the team's log stands as far as this process has seen. */
  standing(team: string): Promise<Cursor>;
  /** Resolves once the log has gone beyond `seq`, or after `ms`. */
  beyond(team: string, seq: number, ms: number): Promise<void>;
  readonly connections: number;
  onJoin(listener: (socket: LiveSocket) => void): void;
  onLeave(listener: (socket: LiveSocket) => void): void;
  /** Changes what is kept in memory of events about a subject, so that a client who returns hears of it as it is now. */
  amend(team: string, subject: string, change: (event: Happened) => Happened): void;
  /** Told of each event in order, whichever process committed it, for teams with somebody connected. */
  onDelivered(listener: (event: Happened) => void): void;
}

export const createHub = (db: Db, log: Log = quiet): Hub => new LiveHub(db, log);

const teamOf = (socket: LiveSocket): string | null => socket.actor?.team ?? null;

class LiveHub implements Hub {
  readonly #db: Db;
  readonly #stations = new Map<string, Promise<Station>>();
  readonly #ready = new Map<string, Station>();
  readonly #joined: Array<(socket: LiveSocket) => void> = [];
  readonly #left: Array<(socket: LiveSocket) => void> = [];
  readonly #delivered: Array<(event: Happened) => void> = [];
  readonly #inOrder: InOrder;
  #connections = 0;

  constructor(db: Db, log: Log) {
    this.#db = db;
    this.#inOrder = new InOrder(db, log, (station, batch) =>
      deliver(station, batch, this.#delivered),
    );
  }

  async join(socket: LiveSocket, cursor: Cursor | null, self: unknown): Promise<void> {
    const team = teamOf(socket);
    if (team === null) return;
    const station = await this.#stationOf(team);
    if (!socket.open) return;
    this.#connections += 1;
    socket.catching = true;
    if (isDesk(socket)) station.desks.add(socket);
    else station.tune(socket, socket.topics);
    for (const listener of this.#joined) listener(socket);
    await welcome(this.#db, station, socket, { cursor, self });
  }

  leave(socket: LiveSocket): void {
    const station = this.#ready.get(teamOf(socket) ?? '');
    if (!station) return;
    this.#connections -= 1;
    station.desks.delete(socket);
    station.tune(socket, []);
    for (const listener of this.#left) listener(socket);
  }

  publish(happened: readonly Happened[]): void {
    const [head] = happened;
    const station = head ? this.#ready.get(head.team) : undefined;
    if (station) this.#inOrder.take(station, happened);
  }

  wake(team: string): void {
    const station = this.#ready.get(team);
    if (station) this.#inOrder.ask(station);
  }

  desks(team: string): Iterable<LiveSocket> {
    return this.#ready.get(team)?.desks ?? [];
  }

  listeners(team: string, topic: string): Iterable<LiveSocket> {
    return this.#ready.get(team)?.topics.get(topic) ?? [];
  }

  listen(socket: LiveSocket, topics: readonly string[]): void {
    this.#ready.get(teamOf(socket) ?? '')?.tune(socket, topics);
  }

  teams(): string[] {
    return [...this.#ready.keys()];
  }

  async standing(team: string): Promise<Cursor> {
    const { epoch, last } = await this.#stationOf(team);
    return { epoch, seq: last };
  }

  async beyond(team: string, seq: number, ms: number): Promise<void> {
    const station = await this.#stationOf(team);
    if (station.last <= seq) await station.next(ms);
  }

  get connections(): number {
    return this.#connections;
  }

  amend(team: string, subject: string, change: (event: Happened) => Happened): void {
    this.#ready.get(team)?.amend(subject, change);
  }

  onJoin(listener: (socket: LiveSocket) => void): void {
    this.#joined.push(listener);
  }

  onLeave(listener: (socket: LiveSocket) => void): void {
    this.#left.push(listener);
  }

  onDelivered(listener: (event: Happened) => void): void {
    this.#delivered.push(listener);
  }

  #stationOf(team: string): Promise<Station> {
    const known = this.#stations.get(team);
    if (known) return known;
    const made = this.#open(team).catch((error) => {
      this.#stations.delete(team);
      throw error;
    });
    this.#stations.set(team, made);
    return made;
  }

  async #open(team: string): Promise<Station> {
    const clock = await this.#db.raw(team, async (client) => {
      const found = await client.query<Cursor>(
        'select epoch, seq from team_clocks where team_id = $1',
        [team],
      );
      return found.rows[0];
    });
    if (!clock) throw new Error(`team ${team} has no clock`);
    const station = new Station(team, clock);
    this.#ready.set(team, station);
    return station;
  }
}
