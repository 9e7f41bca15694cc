import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { type Postgres, type PostgresOptions, startPostgres } from './index.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A data folder of its own that goes away with the test; every user may enter it. */
export function temporaryFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-test-'));
  chmodSync(folder, mode);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the server for one test and stops it after. */
export async function started(
  dataDir: string,
  options: Partial<PostgresOptions> = {},
): Promise<Postgres> {
  const server = await startPostgres({ dataDir, log: silent, ...options });
  onTestFinished(() => server.stop());
  return server;
}

/** Runs one statement and gives the first column of its rows. */
export async function column(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const rows: Record<string, unknown>[] = (await client.query(sql)).rows;
    return rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the server in a Node process of its own; resolves with that process's id once it is up. */
export async function startedElsewhere(dataDir: string): Promise<number> {
  const program = `
    import { startPostgres } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    const log = { info() {}, warn() {}, error() {} };
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log });
    console.log('up');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((up, fail) => {
    child.stdout.once('data', up);
    child.once('exit', (code) => fail(new Error(`left with ${code}`)));
  });
  if (child.pid === undefined) throw new Error('no process');
  return child.pid;
}
