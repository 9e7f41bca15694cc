import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import {
  createDatabase,
  startPostgres,
  withDatabase,
} from '../src/adapters/embedded-postgres/index.ts';
import { migrate } from '../src/kernel/migrate.ts';
import { migrationsOf } from '../src/modules.ts';
import { connected, wrongCards } from './drawn.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the test server; its database `template_guitai` is migrated. */
    postgresUrl: string;
    /** A folder of this run, for what its tests make once for all of them; it goes away at the end. */
    room: string;
  }
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Each of three workers holds up to 23 connections (the tests' pool, the house's, its bus), and more while a test runs a second
 * house, jobs or a program of ours beside it: as many as the product has by itself would not do.
 */
const maxConnections = 160;

/** One real PostgreSQL for the whole run, with a migrated template that each worker copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guitai-test-'));
  chmodSync(dataDir, 0o755); // as root the database's own user must enter it
  const postgres = await startPostgres({ dataDir, log: quiet as never, maxConnections });
  await forgetful(postgres.url);
  const template = await createDatabase(postgres.url, 'template_guitai');
  await migrate(template, migrationsOf());
  const room = mkdtempSync(join(tmpdir(), 'guitai-room-'));
  chmodSync(room, 0o755);
  project.provide('postgresUrl', postgres.url);
  project.provide('room', room);
  return async () => {
    await lookAtAllCards(postgres.url).finally(() => postgres.stop());
    for (const made of [dataDir, room]) rmSync(made, { recursive: true, force: true });
  };
}

/** Nobody kills this server: it need not wait for the disk. Those that are killed run as they are shipped. */
async function forgetful(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await client.query(`alter system set ${name} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** Cards of every worker once more, now that time has passed since they were drawn. */
async function lookAtAllCards(url: string): Promise<void> {
  const names = await connected(url, async (client) => {
    const like = "select datname from pg_database where datname like 'worker%'";
    return (await client.query<{ datname: string }>(like)).rows.map(({ datname }) => datname);
  });
  for (const name of names) {
    const wrong = await connected(withDatabase(url, name), (client) => wrongCards(client));
    if (wrong.length > 0) throw new Error(`kept cards are out of date: ${JSON.stringify(wrong)}`);
  }
}
