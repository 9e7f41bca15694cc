import { setTimeout as sleep } from 'node:timers/promises';
import { access, type ReplyOf } from '@guitai/contract';
import type { Client } from '@guitai/sdk';
import { onTestFinished } from 'vitest';
import { joinPostgres } from '../src/adapters/embedded-postgres/index.ts';
import { type SystemActor, system } from '../src/kernel/actor.ts';
import { createDb, type Db } from '../src/kernel/db.ts';
import { appRole } from '../src/kernel/migrate.ts';
import { deskOf, retried } from './kill-desk.ts';
import { type Run, runMain } from './program.ts';

/** The product as a process that dies and comes back; its owner has opened a shop. */
export interface Mortal {
  readonly desk: Client;
  readonly owner: ReplyOf<typeof access.createOwner>;
  /** Kills it with no warning after so many ms, and starts it anew. */
  dieAfter(ms: number): Promise<void>;
}

async function linkOf(program: Run): Promise<string> {
  const found = /set-up#(?:token=)?(\S+)/.exec(program.said())?.[1];
  if (!found) throw new Error('no set-up link yet');
  return found;
}

/** Starts the product with these settings in an empty or a born folder, and opens a shop. */
export async function mortal(settings: Record<string, string>): Promise<Mortal> {
  const env = { GUITAI_LOG_LEVEL: 'error', ...settings };
  let program = runMain(env);
  let address = await program.ready();
  const desk = deskOf(() => address);
  const token = await retried(() => linkOf(program));
  const owner = await desk.call(access.createOwner, {
    ...{ token, name: '何雅琴', email: 'he@example.com', password: '河边的旧茶馆下午开门' },
    ...{ locale: 'zh-CN', team: '青竹' },
    shop: { name: '青竹家居', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
  });
  return {
    desk,
    owner,
    async dieAfter(ms) {
      await sleep(ms);
      program.child.kill('SIGKILL');
      await program.ended;
      program = runMain(env);
      address = await program.ready();
    },
  };
}

/** The database of the product at work in a folder, as the test itself sees it. */
export async function databaseIn(
  dataDir: string,
  team: string,
): Promise<{ readonly db: Db; readonly actor: SystemActor }> {
  const url = await joinPostgres(dataDir);
  if (!url) throw new Error('the database of the product was not found');
  const db = createDb({ url, max: 4, role: appRole });
  onTestFinished(() => db.pool.end());
  return { db, actor: system(team, 'test') };
}
