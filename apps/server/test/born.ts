import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { startPostgres } from '../src/adapters/embedded-postgres/index.ts';
import { migrate } from '../src/kernel/migrate.ts';
import { migrationsOf } from '../src/modules.ts';
import { codeOf } from '../src/trouble.ts';
import { copyFolder } from './copied.ts';
import { dataFolder } from './program.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Makes the folder every other is a copy of: its database is there, migrated and at rest. */
async function make(folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o755 });
  const postgres = await startPostgres({ dataDir: folder, log: quiet });
  try {
    await migrate(postgres.url, migrationsOf());
  } finally {
    await postgres.stop();
  }
}

/** Whether it is ours to make; another worker may be at it. */
function claim(folder: string): boolean {
  try {
    mkdirSync(`${folder}.claim`);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** Waits for the folder of this run, and makes it where nobody has. */
async function madeOnce(): Promise<string> {
  const folder = join(inject('room'), 'born');
  const ready = `${folder}.ready`;
  while (!existsSync(ready)) {
    if (!claim(folder)) {
      await sleep(50);
      continue;
    }
    try {
      await make(folder);
      writeFileSync(ready, '');
    } catch (error) {
      rmdirSync(`${folder}.claim`);
      throw error;
    }
  }
  return folder;
}

/**
 * A data folder of its own, as it is right after a first start that was ended before anybody came: for tests of what happens later.
 * It goes away with the test.
 */
export async function bornFolder(): Promise<string> {
  const born = await madeOnce();
  const folder = dataFolder();
  // Where the database's user cannot enter the folder the database lies elsewhere: then the program makes its own.
  if (!existsSync(join(born, 'database-is-at'))) copyFolder(born, folder);
  return folder;
}
