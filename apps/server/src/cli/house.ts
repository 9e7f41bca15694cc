import { joinPostgres } from '../adapters/embedded-postgres/index.ts';
import { type Config, readSettings } from '../config.ts';
import { openDatabase } from '../database.ts';
import { processFigures } from '../figures.ts';
import { createDb, type Db } from '../kernel/db.ts';
import { createBus } from '../kernel/live/bus.ts';
import { createLog } from '../kernel/log.ts';
import { appRole, migrate } from '../kernel/migrate.ts';
import type { Module } from '../kernel/module.ts';
import { createModules, migrationsOf } from '../modules.ts';
import { withSecretKey } from '../settings/secret-key.ts';
import { say } from './lines.ts';

/** The product without its doors, for one command. */
export interface House {
  readonly config: Config;
  readonly db: Db;
  readonly modules: readonly Module[];
}

/**
 * Lends the house to one command: beside the running product where there is one, else on a
 * database started for this.
 */
export async function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const config = withSecretKey(readSettings(process.env));
  const log = createLog('silent');
  const running = config.databaseUrl === null ? await joinPostgres(config.dataDir) : undefined;
  const database =
    running === undefined
      ? await openDatabase(config, log, say)
      : { url: running, stop: async () => undefined };
  try {
    if (running === undefined) await migrate(database.url, migrationsOf());
    const db = createDb({ url: database.url, max: 4, role: appRole });
    const bus = createBus(database.url, db, log);
    try {
      const figures = processFigures(db, () => ({ connections: 0 }));
      return await work({ config, db, modules: createModules({ config, db, bus, log, figures }) });
    } finally {
      await bus.stop();
      await db.pool.end();
    }
  } finally {
    await database.stop();
  }
}
