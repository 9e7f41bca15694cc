import pg from 'pg';
import type { Db } from '../db.ts';
import { newId } from '../ids.ts';
import { type Log, quiet } from '../log.ts';

/** Hints between processes: they may be lost, doubled or wiped; the record is the database alone. */
export interface Bus {
  /** Tells the other processes; nothing is sent while this process is alone. */
  tell(kind: string, payload: object): void;
  on(kind: string, listener: (payload: never) => void): void;
  readonly peers: number;
  stop(): Promise<void>;
}

interface Note {
  from: string;
  kind: string;
  payload: object;
}

const channel = 'guitai';
const heartbeat = 4_000;
const farewell = 10_000;
/** PostgreSQL refuses notices from 8,000 bytes on. */
const noteLimit = 7_500;

/** The default bus: PostgreSQL's LISTEN and NOTIFY. */
export function createBus(url: string, db: Db, log: Log = quiet): Bus {
  const self = newId();
  const peers = new Map<string, number>();
  const listeners = new Map<string, Array<(payload: never) => void>>();
  let client: pg.Client | null = null;
  let stopped = false;
  let queue: Note[] = [];
  let sending = false;

  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      while (queue.length > 0) {
        const notes = queue.splice(0, 40).map((note) => JSON.stringify(note));
        await db.raw('', (connection) =>
          connection.query({
            name: 'bus-notify',
            text: `select pg_notify('${channel}', n) from unnest($1::text[]) as n`,
            values: [notes.filter((note) => Buffer.byteLength(note) < noteLimit)],
          }),
        );
      }
    } catch (error) {
      queue = [];
      log.warn({ error: String(error) }, 'bus notice lost');
    } finally {
      sending = false;
    }
  };

  const post = (kind: string, payload: object) => {
    if (stopped || queue.length > 1_000) return;
    queue.push({ from: self, kind, payload });
    void send();
  };

  const hear = (text: string) => {
    const note = JSON.parse(text) as Note;
    if (note.from === self) return;
    if (note.kind === 'gone') peers.delete(note.from);
    else {
      const fresh = !peers.has(note.from);
      peers.set(note.from, Date.now());
      if (fresh) post('here', {});
    }
    for (const listener of listeners.get(note.kind) ?? []) listener(note.payload as never);
  };

  const connect = async (): Promise<void> => {
    if (stopped) return;
    const fresh = new pg.Client({ connectionString: url, application_name: 'guitai-bus' });
    const retry = () => {
      if (client !== fresh) return;
      client = null;
      if (!stopped) setTimeout(connect, 500).unref();
    };
    client = fresh;
    fresh.on('error', retry);
    fresh.on('end', retry);
    fresh.on('notification', (notice) => {
      try {
        hear(notice.payload ?? '');
      } catch (error) {
        log.warn({ error: String(error) }, 'bus notice not understood');
      }
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      post('here', {});
    } catch (error) {
      log.warn({ error: String(error) }, 'bus not reached');
      retry();
    }
  };

  const timer = setInterval(() => {
    for (const [peer, seen] of peers) if (Date.now() - seen > farewell) peers.delete(peer);
    post('here', {});
  }, heartbeat).unref();
  void connect();

  return {
    tell(kind, payload) {
      if (peers.size > 0) post(kind, payload);
    },
    on(kind, listener) {
      listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);
    },
    get peers() {
      return peers.size;
    },
    async stop() {
      post('gone', {});
      while (sending) await new Promise((resolve) => setTimeout(resolve, 5));
      stopped = true;
      clearInterval(timer);
      await client?.end();
    },
  };
}
