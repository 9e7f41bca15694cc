import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createDatabase, startPostgres } from '../src/adapters/embedded-postgres/index.ts';
import { migrate } from '../src/kernel/migrate.ts';
import { migrationsOf } from '../src/modules.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the test server; its database `template_guitai` is migrated. */
    postgresUrl: string;
  }
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One real PostgreSQL for the whole run, with a migrated template that each worker copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guitai-test-'));
  chmodSync(dataDir, 0o755); // as root the database's own user must enter it
  const postgres = await startPostgres({ dataDir, log: quiet as never });
  const template = await createDatabase(postgres.url, 'template_guitai');
  await migrate(template, migrationsOf());
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
