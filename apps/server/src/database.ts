import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Log, startPostgres } from './adapters/embedded-postgres/index.ts';
import type { Config } from './config.ts';
import { codeOf, messageOf, Trouble } from './trouble.ts';

/** A database that answers. */
export interface Database {
  url: string;
  stop(): Promise<void>;
}

/** How long a database of somebody else may take to come up beside us. */
const patienceMs = 15_000;

/** The database of the settings: yours by `DATABASE_URL`, or the embedded one on the data folder. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'databaseCacheMb' | 'databaseConnections'>,
  log: Log,
  say: (line: string) => void,
): Promise<Database> {
  if (config.databaseUrl !== null) {
    await untilUsable(config.databaseUrl, say);
    return { url: config.databaseUrl, stop: async () => undefined };
  }
  return startPostgres({
    dataDir: config.dataDir,
    log,
    onProgress: say,
    sharedBuffersMb: config.databaseCacheMb,
    maxConnections: Math.max(60, config.databaseConnections + 30),
  });
}

async function untilUsable(url: string, say: (line: string) => void): Promise<void> {
  const end = Date.now() + patienceMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await checkVersion(url);
    } catch (error) {
      if (error instanceof Trouble) throw error;
      if (!mayComeUp(error) || Date.now() > end) throw unusable(error);
      if (tries === 0) say(`Waiting for the database (${messageOf(error)})`);
      await sleep(500);
    }
  }
}

async function checkVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number }>(
      "select current_setting('server_version_num')::int as number",
    );
    const major = Math.floor((rows[0]?.number ?? 0) / 10_000);
    if (major < 15) throw tooOld(major);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Nobody there yet, or still starting; a wrong password does not mend itself. */
function mayComeUp(error: unknown): boolean {
  return ['ECONNREFUSED', 'EAI_AGAIN', '57P03'].includes(codeOf(error) ?? '');
}

function unusable(error: unknown): Trouble {
  const why = messageOf(error) || codeOf(error);
  return new Trouble(
    `The database of DATABASE_URL cannot be used: ${why}.`,
    `无法使用 DATABASE_URL 指向的数据库：${why}。`,
    { cause: error },
  );
}

function tooOld(major: number): Trouble {
  return new Trouble(
    `The database of DATABASE_URL is PostgreSQL ${major}; Guitai needs 15 or newer.`,
    `DATABASE_URL 指向的是 PostgreSQL ${major}；Guitai 需要 15 或更新版本。`,
  );
}
