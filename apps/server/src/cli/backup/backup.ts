import { cpSync, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { Trouble } from '../../trouble.ts';
import { version } from '../../version.ts';
import { inDatabase, ownDatabaseOnly } from '../house.ts';
import { say } from '../lines.ts';
import { hashOf, type Manifest, type SavedTable, writeManifest } from './manifest.ts';

/** `guitai backup <folder>`: everything at one instant, beside the running product or without it. */
export async function backup([folder]: string[]): Promise<number> {
  const target = emptyFolder(folder);
  return inDatabase(async ({ config, url }) => {
    ownDatabaseOnly(config);
    mkdirSync(join(target, 'tables'), { recursive: true, mode: 0o700 });
    const saved = await saveTables(url, target);
    // Files are written before the rows that name them and never changed: later is early enough.
    for (const name of ['files', 'imports', 'secret.key'])
      copyIfThere(config.dataDir, target, name);
    writeManifest(target, saved);
    const rows = saved.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`Saved ${rows} rows of ${saved.tables.length} tables to ${target}`);
    say("It holds the secret key and buyers' data: keep it where nobody else can read it.");
    return 0;
  });
}

function emptyFolder(folder: string | undefined): string {
  const usable = folder !== undefined && (!existsSync(folder) || readdirSync(folder).length === 0);
  if (usable) return resolve(folder);
  throw new Trouble(
    'Say a new or empty folder: guitai backup <folder>.',
    '请指定一个新的或空的目录：guitai backup <目录>。',
  );
}

async function saveTables(url: string, folder: string): Promise<Manifest> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables: SavedTable[] = [];
    for (const table of await listTables(client)) {
      tables.push(await saveTable(client, folder, table.name, table.columns));
    }
    const migrations = await client.query<{ id: string }>(
      "select module || '/' || id as id from guitai_migrations order by at, id",
    );
    const sequences = await client.query<Manifest['sequences'][number]>(
      `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value)::text as value,
         last_value is not null as called from pg_sequences order by 1`,
    );
    return {
      format: 1,
      version,
      at: new Date().toISOString(),
      migrations: migrations.rows.map(({ id }) => id),
      tables,
      sequences: sequences.rows,
    };
  } finally {
    await client.end();
  }
}

/** Every table with data of ours; what migrations have run is known from the manifest. */
async function listTables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') and c.relname not in ('guitai_migrations', 'migrations')
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by 1 order by 1`,
  );
  return rows;
}

async function saveTable(
  client: pg.Client,
  folder: string,
  name: string,
  columns: string[],
): Promise<SavedTable> {
  const file = join('tables', `${name.replaceAll('"', '')}.gz`);
  const rows = client.query(to(`copy ${name} (${columns.join(', ')}) to stdout`));
  const target = createWriteStream(join(folder, file), { mode: 0o600 });
  await pipeline(rows, createGzip({ level: 3 }), target);
  return { name, columns, rows: rows.rowCount, file, hash: await hashOf(join(folder, file)) };
}

function copyIfThere(from: string, to: string, name: string): void {
  if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
}
