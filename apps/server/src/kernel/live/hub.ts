import type { Db } from '../db.ts';
import { type Happened, readEvents } from '../events.ts';
import { type Log, quiet } from '../log.ts';
import { buyerOctets, mayHear, staffText } from './audience.ts';
import { octetFrame, textFrame } from './frames.ts';
import { Kept } from './kept.ts';
import type { Octets } from './octets.ts';
import type { LiveSocket } from './socket.ts';

/** Events kept in memory per team for clients that were away for a moment. */
const ringSize = 4096;
/** Beyond this many missed events a fresh fetch is cheaper than a replay. */
const replayLimit = 50_000;
const page = 2_000;
/** How long what one client missed is kept for the next. */
const sharedMs = 2_000;

interface Station {
  readonly team: string;
  readonly epoch: string;
  last: number;
  ring: Kept[];
  early: Map<number, Happened>;
  readonly desks: Set<LiveSocket>;
  readonly topics: Map<string, Set<LiveSocket>>;
  filling: Promise<void> | null;
  /** Long polls waiting for the next event. */
  readonly patient: Set<() => void>;
  /** What the last client who came back had missed. */
  again: { readonly first: number; readonly last: number; readonly bytes: Buffer } | null;
}

export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

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

const teamOf = (socket: LiveSocket): string | null => socket.actor?.team ?? null;
const together = (batch: readonly Kept[]): Buffer =>
  batch.length === 1 && batch[0] ? batch[0].frame : Buffer.concat(batch.map(({ frame }) => frame));

const frameOf = (event: Happened): Buffer =>
  event instanceof Kept ? event.frame : textFrame(staffText(event));

const isDesk = (socket: LiveSocket): boolean =>
  socket.actor?.kind === 'member' || socket.actor?.kind === 'key';

export function createHub(db: Db, log: Log = quiet): Hub {
  const stations = new Map<string, Promise<Station>>();
  const ready = new Map<string, Station>();
  const joined: Array<(socket: LiveSocket) => void> = [];
  const left: Array<(socket: LiveSocket) => void> = [];
  const delivered: Array<(event: Happened) => void> = [];
  let connections = 0;

  const openStation = async (team: string): Promise<Station> => {
    const clock = await db.raw(team, async (client) => {
      const found = await client.query<{ epoch: string; seq: number }>(
        'select epoch, seq from team_clocks where team_id = $1',
        [team],
      );
      return found.rows[0];
    });
    if (!clock) throw new Error(`team ${team} has no clock`);
    const station: Station = {
      team,
      epoch: clock.epoch,
      last: clock.seq,
      ring: [],
      early: new Map(),
      desks: new Set(),
      topics: new Map(),
      filling: null,
      patient: new Set(),
      again: null,
    };
    ready.set(team, station);
    return station;
  };

  const stationOf = (team: string): Promise<Station> => {
    const known = stations.get(team);
    if (known) return known;
    const made = openStation(team).catch((error) => {
      stations.delete(team);
      throw error;
    });
    stations.set(team, made);
    return made;
  };

  const keep = (station: Station, batch: readonly Kept[]) => {
    station.ring.push(...batch);
    if (station.ring.length > ringSize * 2) station.ring = station.ring.slice(-ringSize);
    station.last = batch[batch.length - 1]?.seq ?? station.last;
  };

  const deliver = (station: Station, batch: readonly Happened[]) => {
    const { kept, bytes } = Kept.batch(batch);
    keep(station, kept);
    deliverToDesks(station, kept, bytes);
    for (const event of batch) {
      // Listeners first: the beginning of a conversation makes its buyer's sockets listen to it.
      for (const listener of delivered) listener(event);
      if (event.topic) deliverToBuyers(station, event, event.topic);
    }
    for (const wakeUp of [...station.patient]) wakeUp();
  };

  /** Receivers who may hear the whole batch share its bytes. */
  const deliverToDesks = (station: Station, batch: readonly Kept[], bytes: Buffer) => {
    for (const socket of station.desks) {
      const { actor } = socket;
      if (socket.catching || !actor) continue;
      const heard = batch.filter((event) => mayHear(actor, event));
      if (heard.length === batch.length) push(socket, bytes);
      else for (const { frame } of heard) push(socket, frame);
      socket.seq = batch[batch.length - 1]?.seq ?? socket.seq;
    }
  };

  const deliverToBuyers = (station: Station, event: Happened, topic: string) => {
    const sockets = station.topics.get(topic);
    if (!sockets) return;
    const frame = buyerOctets(event);
    if (frame === null) return;
    for (const socket of sockets) {
      if (socket.catching) continue;
      push(socket, frame);
      socket.seq = event.seq;
    }
  };

  /** A slow reader is told to fetch afresh once it has drained, never waited for. */
  const push = (socket: LiveSocket, frame: Buffer | Octets) => {
    if (socket.push(frame)) return;
    const tcp = (socket.ws as unknown as { _socket: NodeJS.WritableStream })._socket;
    tcp.once('drain', () => {
      const station = ready.get(teamOf(socket) ?? '');
      if (!station || !socket.lagging) return;
      socket.lagging = false;
      socket.seq = station.last;
      socket.say(resync(station));
    });
  };

  const resync = (station: Station) =>
    `{"t":"resync","epoch":"${station.epoch}","seq":${station.last}}`;

  const fill = async (station: Station): Promise<void> => {
    for (;;) {
      const missed = await db.raw(station.team, (client) =>
        readEvents(client, station.team, station.last, page),
      );
      const fresh = missed.filter((event) => event.seq > station.last);
      if (fresh.length > 0) deliver(station, fresh);
      for (const seq of station.early.keys()) if (seq <= station.last) station.early.delete(seq);
      takeEarly(station);
      if (missed.length < page) return;
    }
  };

  const takeEarly = (station: Station) => {
    const batch: Happened[] = [];
    for (let seq = station.last + 1; station.early.has(seq); seq += 1) {
      batch.push(station.early.get(seq) as Happened);
      station.early.delete(seq);
    }
    if (batch.length > 0) deliver(station, batch);
  };

  const startFilling = (station: Station, delay: number) => {
    station.filling ??= new Promise<void>((resolve) => setTimeout(resolve, delay))
      .then(() => fill(station))
      .catch((error) => log.warn({ error: String(error) }, 'live could not read the log'))
      .finally(() => {
        station.filling = null;
        if (station.early.size > 0) startFilling(station, 50);
      });
  };

  const publishTo = (station: Station, batch: readonly Happened[]) => {
    const fresh = batch.filter((event) => event.seq > station.last);
    if (fresh.length === 0) return;
    if (fresh[0]?.seq === station.last + 1) {
      deliver(station, fresh);
      takeEarly(station);
      return;
    }
    // Two commits of this process may report in the other order; wait a moment before asking the log.
    for (const event of fresh) station.early.set(event.seq, event);
    startFilling(station, 20);
  };

  /** Clients who come back together have mostly missed the same: one copy for all who may hear the whole of it. */
  const shared = (station: Station, events: readonly Kept[]): Buffer => {
    const [first, last] = [events[0]?.seq ?? 0, events[events.length - 1]?.seq ?? 0];
    const { again } = station;
    if (again?.first === first && again.last === last) return again.bytes;
    const bytes = together(events);
    station.again = { first, last, bytes };
    setTimeout(() => (station.again = null), sharedMs).unref();
    return bytes;
  };

  const missedFrames = (
    station: Station,
    socket: LiveSocket,
    events: readonly Happened[],
  ): Buffer[] => {
    const { actor } = socket;
    if (!actor) return [];
    if (isDesk(socket)) {
      const heard = events.filter((event) => mayHear(actor, event));
      const whole = heard.length === events.length && events[0] instanceof Kept;
      return whole ? [shared(station, events as readonly Kept[])] : heard.map(frameOf);
    }
    const own = events.filter((e) => e.topic && socket.topics.includes(e.topic));
    return own
      .map(buyerOctets)
      .filter((bytes) => bytes !== null)
      .map(octetFrame);
  };

  /** What was missed follows what was said before. */
  const writeMissed = (station: Station, socket: LiveSocket, events: readonly Happened[]) => {
    const frames = missedFrames(station, socket, events);
    if (frames[0]) socket.sayAgain(frames.length === 1 ? frames[0] : Buffer.concat(frames));
  };

  const fromRing = (station: Station, after: number): Kept[] | null => {
    const oldest = station.ring[0]?.seq ?? station.last + 1;
    if (after + 1 < oldest) return null;
    return station.ring.slice(after + 1 - oldest);
  };

  const readMissed = (station: Station, socket: LiveSocket, after: number) =>
    db.raw(station.team, (client) =>
      readEvents(client, station.team, after, page, isDesk(socket) ? undefined : socket.topics),
    );

  /** From here on the socket hears events as they come; no await may stand between this and the last replayed event. */
  const goLive = (station: Station, socket: LiveSocket) => {
    socket.say(`{"t":"at","seq":${station.last}}`);
    socket.seq = station.last;
    socket.catching = false;
  };

  /** Pages through the log until the ring can take over without a gap. */
  const catchUp = async (station: Station, socket: LiveSocket, after: number): Promise<void> => {
    let at = after;
    for (;;) {
      const kept = fromRing(station, at);
      if (kept) {
        writeMissed(station, socket, kept);
        goLive(station, socket);
        return;
      }
      const target = station.last;
      const missed = await readMissed(station, socket, at);
      if (!socket.open) return;
      writeMissed(station, socket, missed);
      const full = missed.length === page;
      at = full ? (missed[missed.length - 1]?.seq ?? target) : Math.max(at, target);
    }
  };

  const tune = (station: Station, socket: LiveSocket, topics: readonly string[]) => {
    for (const topic of socket.topics) {
      const set = station.topics.get(topic);
      set?.delete(socket);
      if (set?.size === 0) station.topics.delete(topic);
    }
    socket.topics = topics;
    for (const topic of topics) {
      const set = station.topics.get(topic) ?? new Set();
      station.topics.set(topic, set.add(socket));
    }
  };

  return {
    async join(socket, cursor, self) {
      const team = teamOf(socket);
      if (team === null) return;
      const station = await stationOf(team);
      if (!socket.open) return;
      connections += 1;
      socket.catching = true;
      if (isDesk(socket)) station.desks.add(socket);
      else tune(station, socket, socket.topics);
      for (const listener of joined) listener(socket);
      const { epoch, last } = station;
      const known = cursor !== null && cursor.epoch === epoch && cursor.seq <= last;
      const after = known ? cursor.seq : last;
      socket.say(`{"t":"ready","epoch":"${epoch}","seq":${after},"self":${JSON.stringify(self)}}`);
      if (cursor !== null && (!known || last - after > replayLimit)) {
        socket.say(resync(station));
        goLive(station, socket);
      } else await catchUp(station, socket, after);
    },
    leave(socket) {
      const station = ready.get(teamOf(socket) ?? '');
      if (!station) return;
      connections -= 1;
      station.desks.delete(socket);
      tune(station, socket, []);
      for (const listener of left) listener(socket);
    },
    publish(happened) {
      const [head] = happened;
      const station = head ? ready.get(head.team) : undefined;
      if (station) publishTo(station, happened);
    },
    wake(team) {
      const station = ready.get(team);
      if (station) startFilling(station, 0);
    },
    desks: (team) => ready.get(team)?.desks ?? [],
    listeners: (team, topic) => ready.get(team)?.topics.get(topic) ?? [],
    listen(socket, topics) {
      const station = ready.get(teamOf(socket) ?? '');
      if (station) tune(station, socket, topics);
    },
    teams: () => [...ready.keys()],
    async standing(team) {
      const { epoch, last } = await stationOf(team);
      return { epoch, seq: last };
    },
    async beyond(team, seq, ms) {
      const station = await stationOf(team);
      if (station.last > seq) return;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          station.patient.delete(done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        station.patient.add(done);
      });
    },
    get connections() {
      return connections;
    },
    amend(team, subject, change) {
      const station = ready.get(team);
      if (!station) return;
      station.again = null;
      station.ring = station.ring.map((e) => (e.subject === subject ? Kept.of(change(e)) : e));
    },
    onJoin: (listener) => void joined.push(listener),
    onLeave: (listener) => void left.push(listener),
    onDelivered: (listener) => void delivered.push(listener),
  };
}
