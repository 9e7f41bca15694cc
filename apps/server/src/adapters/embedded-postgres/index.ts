import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { adoptServer, clearWreckage, shutDown } from './adopt.ts';
import { type Binaries, usableBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { createDatabase } from './database.ts';
import { prepareEndpoint } from './endpoint.ts';
import { takeLock } from './lock.ts';
import { choosePlaces, otherHome, type Places } from './places.ts';
import { launch } from './server.ts';
import { type Log, watch } from './supervisor.ts';

export { createDatabase, dropDatabase, withDatabase } from './database.ts';
export { joinPostgres } from './join.ts';
export type { Log } from './supervisor.ts';

/** What to start. */
export interface PostgresOptions {
  /** The instance's data folder; the cluster lies in `postgres/` below it. */
  dataDir: string;
  log: Log;
  /** Called with one line for whatever takes noticeable time. */
  onProgress?: (line: string) => void;
  /** PostgreSQL's own page cache in megabytes. */
  sharedBuffersMb?: number;
  maxConnections?: number;
}

/** The embedded server, watched: it is started again when it dies. */
export interface Postgres {
  /** Connection string for `pg` as the owner of the database `guitai`; the same after a restart. */
  url: string;
  /** Process id of the server as it runs now. */
  readonly pid: number;
  /** Whether a server that outlived an earlier process was taken over. */
  adopted: boolean;
  /** Stops the server and gives the data folder back. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, or takes over the one that runs there since a crash.
 * Throws a Trouble when the folder is held by another process, unwritable or unusable.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const say = options.onProgress ?? (() => undefined);
  const places = choosePlaces(options.dataDir, say);
  const release = await takeLock(join(places.home, 'guitai.lock'), places.base);
  try {
    const binaries = usableBinaries(places.person, otherHome(), say);
    if (!existsSync(places.cluster)) say('Creating the database (once)');
    await ensureCluster(places, binaries);
    return await superviseServer(places, binaries, options, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function superviseServer(
  places: Places,
  binaries: Binaries,
  options: PostgresOptions,
  release: () => void,
): Promise<Postgres> {
  const link = await prepareEndpoint(places, binaries, options);
  const start = async (): Promise<number> => {
    await clearWreckage(places);
    return launch(places, binaries, link.admin);
  };
  const before = await adoptServer(places, link.admin, link.changed);
  const server = watch(before ?? (await start()), start, options.log);
  const url = await createDatabase(link.admin, 'guitai');
  return {
    url,
    adopted: before !== undefined,
    get pid() {
      return server.pid;
    },
    async stop() {
      await server.end();
      await shutDown(server.pid, 6_000);
      if (link.socketDir !== undefined) rmSync(link.socketDir, { recursive: true, force: true });
      release();
    },
  };
}
