import pg from 'pg';

pg.types.setTypeParser(20, Number);
pg.types.setTypeParser(1700, String);
// JSON stays text where it is passed through; modules parse what they read themselves through kysely's rows.

export interface PoolSettings {
  readonly url: string;
  readonly max: number;
  /** Database role to act as; the row-level fence binds it. */
  readonly role: string;
  readonly statementTimeoutMs: number;
}

/** A connection that remembers which team its session is bound to. */
export interface Lease {
  readonly client: pg.Client;
  team: string | null;
  /** When it was last given back, in milliseconds. */
  restedSince: number;
}

/** A connection that nobody asked for so long is closed; the last one stays. */
const restMs = 20_000;

export interface Pool {
  /** Runs the work on a connection bound to the team ('' binds to none: every fenced table errors). */
  use<T>(team: string, work: (client: pg.Client) => Promise<T>): Promise<T>;
  readonly size: number;
  readonly waiting: number;
  end(): Promise<void>;
}

/** SQLSTATE of a kept statement whose tables changed since it was planned. */
const stalePlan = '0A000';

const teamPattern = /^[0-9a-f-]{36}$/;

async function bind(lease: Lease, team: string): Promise<void> {
  if (lease.team === team) return;
  if (team !== '' && !teamPattern.test(team)) throw new Error('a team id was malformed');
  await lease.client.query(`set guitai.team = '${team}'`);
  lease.team = team;
}

async function open(settings: PoolSettings): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: settings.url,
    application_name: 'guitai',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    options: [
      `-c role=${settings.role}`,
      '-c timezone=UTC',
      `-c statement_timeout=${settings.statementTimeoutMs}`,
      '-c idle_in_transaction_session_timeout=15000',
    ].join(' '),
  });
  // Heard from the first: the server may die between its greeting and the first statement.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A small pool that prefers a connection already bound to the team asked for. */
export function createPool(settings: PoolSettings): Pool {
  const idle: Lease[] = [];
  const waiters: Array<{ resolve: (lease: Lease) => void; reject: (why: Error) => void }> = [];
  const all = new Set<Lease>();
  let opening = 0;
  let ended = false;

  const forget = (lease: Lease) => {
    all.delete(lease);
    const at = idle.indexOf(lease);
    if (at >= 0) idle.splice(at, 1);
  };

  const grow = async (): Promise<Lease> => {
    opening += 1;
    try {
      const lease: Lease = { client: await open(settings), team: null, restedSince: 0 };
      lease.client.on('error', () => forget(lease));
      all.add(lease);
      return lease;
    } finally {
      opening -= 1;
    }
  };

  const acquire = (team: string): Promise<Lease> => {
    if (ended) return Promise.reject(new Error('the database pool is closed'));
    const bound = idle.findLastIndex((lease) => lease.team === team);
    const [lease] = idle.splice(bound >= 0 ? bound : idle.length - 1, 1);
    if (lease) return Promise.resolve(lease);
    if (all.size + opening < settings.max) return grow();
    return new Promise((resolve, reject) => waiters.push({ resolve, reject }));
  };

  const serveNext = () => {
    const next = waiters.shift();
    if (next) grow().then(next.resolve, next.reject);
  };

  const release = (lease: Lease) => {
    if (!all.has(lease)) return serveNext();
    const next = waiters.shift();
    if (next) next.resolve(lease);
    else {
      lease.restedSince = performance.now();
      idle.push(lease);
    }
  };

  const destroy = (lease: Lease) => {
    forget(lease);
    void lease.client.end().catch(() => undefined);
    serveNext();
  };

  // Taken from the end and given back there: the first has rested longest.
  const sweep = setInterval(() => {
    const [oldest] = idle;
    const rested = oldest && performance.now() - oldest.restedSince > restMs;
    if (rested && idle.length > 1) destroy(oldest);
  }, 1_000).unref();

  return {
    async use(team, work) {
      const lease = await acquire(team);
      let healthy = false;
      try {
        await bind(lease, team);
        const result = await work(lease.client);
        healthy = true;
        return result;
      } catch (error) {
        // An error of SQL leaves the session usable; anything else (a broken pipe) does not, nor do kept plans of tables that changed.
        healthy =
          error instanceof pg.DatabaseError &&
          error.severity === 'ERROR' &&
          error.code !== stalePlan;
        throw error;
      } finally {
        if (healthy) release(lease);
        else destroy(lease);
      }
    },
    get size() {
      return all.size;
    },
    get waiting() {
      return waiters.length;
    },
    async end() {
      ended = true;
      clearInterval(sweep);
      for (const waiter of waiters.splice(0))
        waiter.reject(new Error('the database pool is closed'));
      await Promise.all([...all].map((lease) => lease.client.end().catch(() => undefined)));
    },
  };
}
