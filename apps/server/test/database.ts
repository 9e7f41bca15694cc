import { inject } from 'vitest';
import { createDatabase } from '../src/adapters/embedded-postgres/index.ts';
import { type SystemActor, system } from '../src/kernel/actor.ts';
import { createDb, type Db } from '../src/kernel/db.ts';
import { newId } from '../src/kernel/ids.ts';
import { appRole } from '../src/kernel/migrate.ts';
import { openTeam } from '../src/kernel/teams.ts';

let opened: Promise<{ db: Db; url: string }> | null = null;

async function open(): Promise<{ db: Db; url: string }> {
  const name = `worker_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}`;
  const url = await createDatabase(inject('postgresUrl'), name, { template: 'template_guitai' });
  return { db: createDb({ url, max: 12, role: appRole }), url };
}

/** This worker's own database with every table, on the run's real server. */
export async function testDatabase(): Promise<{ db: Db; url: string }> {
  opened ??= open();
  return opened;
}

/** Address of this worker's database; null when nothing has asked for one. */
export const openedDatabase = async (): Promise<string | null> => (await opened)?.url ?? null;

/** A fresh team without members, for tests below the level of people. */
export async function freshTeam(db: Db): Promise<SystemActor> {
  const actor = system(newId(), 'test');
  await db.write(actor, (tx) => openTeam(tx, actor.team));
  return actor;
}
