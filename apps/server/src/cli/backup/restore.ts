import { cpSync, createReadStream, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { readSettings, type Settings } from '../../config.ts';
import { writableFolder } from '../../data-folder.ts';
import { openDatabase } from '../../database.ts';
import { quiet } from '../../kernel/log.ts';
import { migrate } from '../../kernel/migrate.ts';
import { migrationsOf } from '../../modules.ts';
import { Trouble } from '../../trouble.ts';
import { ownDatabaseOnly } from '../house.ts';
import { say } from '../lines.ts';
import { checkFiles, type Manifest, readManifest } from './manifest.ts';

/** `guitai restore <folder>`: makes a new instance in an empty data folder out of a backup. */
export async function restore([folder = '']: string[]): Promise<number> {
  const source = resolve(folder);
  const settings = readSettings(process.env);
  ownDatabaseOnly(settings);
  const manifest = readManifest(source);
  await checkFiles(source, manifest);
  refuseFull(settings);
  const database = await openDatabase(settings, quiet, say);
  try {
    await migrate(database.url, migrationsIn(manifest));
    await load(database.url, source, manifest);
    await migrate(database.url, migrationsOf());
  } finally {
    await database.stop();
  }
  for (const name of ['files', 'imports', 'secret.key']) bring(source, settings.dataDir, name);
  say(`Restored ${manifest.tables.length} tables as of ${manifest.at}; start with: npm start`);
  return 0;
}

function refuseFull({ dataDir }: Settings): void {
  const base = writableFolder(dataDir);
  if (!['postgres', 'database-is-at', 'secret.key'].some((name) => existsSync(join(base, name)))) {
    return;
  }
  throw new Trouble(
    `The data folder ${base} is not empty; restore into a new one with GUITAI_DATA_DIR.`,
    `数据目录 ${base} 不是空的；请用 GUITAI_DATA_DIR 恢复到新目录。`,
  );
}

/** The schema as it was when the backup was made; later steps run on the restored data. */
function migrationsIn(manifest: Manifest): ReturnType<typeof migrationsOf> {
  return migrationsOf().map(({ name, migrations }) => ({
    name,
    migrations: migrations.filter(({ id }) => manifest.migrations.includes(`${name}/${id}`)),
  }));
}

/** One transaction; checks of references wait for the end by being left out: the data was checked before. */
async function load(url: string, source: string, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin; set local session_replication_role = 'replica'");
    const names = manifest.tables.map(({ name }) => name);
    await client.query(`truncate ${names.join(', ')}`);
    for (const { name, columns, file } of manifest.tables) {
      const target = client.query(from(`copy ${name} (${columns.join(', ')}) from stdin`));
      await pipeline(createReadStream(join(source, file)), createGunzip(), target);
    }
    for (const { name, value, called } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [name, value, called]);
    }
    // Clients that heard of events after the backup must not take the numbers for the same ones.
    await client.query('update team_clocks set epoch = gen_random_uuid()');
    await client.query('commit');
  } finally {
    await client.end();
  }
}

function bring(source: string, dataDir: string, name: string): void {
  if (!existsSync(join(source, name))) return;
  rmSync(join(dataDir, name), { recursive: true, force: true });
  cpSync(join(source, name), join(dataDir, name), { recursive: true });
}
