import pg from 'pg';
import { codeOf } from '../../trouble.ts';

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/**
 * Creates a database on the server behind `url` if it is not there; with `template`, as a copy of
 * that one (nobody may be connected to it). Returns the connection string of the new database.
 */
export async function createDatabase(
  url: string,
  name: string,
  options: { template?: string } = {},
): Promise<string> {
  const from = options.template ? ` template ${pg.escapeIdentifier(options.template)}` : '';
  await onServer(url, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 1) return;
    await client.query(`create database ${pg.escapeIdentifier(name)}${from}`).catch(unlessRival);
  });
  return withDatabase(url, name);
}

/** Removes a database, cutting whoever is connected to it; no error when there is none. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await onServer(url, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  });
}

/** Somebody else created it at the same moment: as good. */
function unlessRival(error: unknown): void {
  if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error;
}

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
