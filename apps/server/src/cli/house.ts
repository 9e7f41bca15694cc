import { joinPostgres } from '../adapters/embedded-postgres/index.ts';
import { type Config, readSettings } from '../config.ts';
import { openDatabase } from '../database.ts';
import { processFigures } from '../figures.ts';
import { createDb, type Db } from '../kernel/db.ts';
import { createBus } from '../kernel/live/bus.ts';
import { quiet } from '../kernel/log.ts';
import { appRole, migrate } from '../kernel/migrate.ts';
import type { Module } from '../kernel/module.ts';
import { createModules, migrationsOf } from '../modules.ts';
import { withSecretKey } from '../settings/secret-key.ts';
import { Trouble } from '../trouble.ts';
import { say } from './lines.ts';

/** The product without its doors, for one command. */
export interface House {
  readonly config: Config;
  readonly db: Db;
  readonly modules: readonly Module[];
}

/** A database at work, for one command. */
export interface Ground {
  readonly config: Config;
  /** Connection string of the owner. */
  readonly url: string;
}

/**
 * Lends the database to one command: that of the running product where there is one, else one
 * started for this.
 */
export async function inDatabase<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  const config = withSecretKey(readSettings(process.env));
  const running = config.databaseUrl === null ? await joinPostgres(config.dataDir) : undefined;
  if (running !== undefined) return work({ config, url: running });
  const database = await openDatabase(config, quiet, say);
  try {
    await migrate(database.url, migrationsOf());
    return await work({ config, url: database.url });
  } finally {
    await database.stop();
  }
}

/** Lends the whole house to one command. */
export function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  return inDatabase(async ({ config, url }) => {
    const db = createDb({ url, max: 4, role: appRole });
    const bus = createBus(url, db, quiet);
    const figures = processFigures(db, () => ({ connections: 0 }));
    try {
      const modules = createModules({ config, db, bus, log: quiet, figures });
      return await work({ config, db, modules });
    } finally {
      await bus.stop();
      await db.pool.end();
    }
  });
}

/** Refuses a command that needs every right on the database, which another's may not give. */
export function ownDatabaseOnly({ databaseUrl }: Pick<Config, 'databaseUrl'>): void {
  if (databaseUrl === null) return;
  throw new Trouble(
    'This works on the embedded database; for that of DATABASE_URL use pg_dump and pg_restore.',
    '该命令仅适用于内置数据库；DATABASE_URL 指向的数据库请用 pg_dump 与 pg_restore。',
  );
}
