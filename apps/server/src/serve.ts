import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Built, build } from './build.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import type { Log } from './kernel/log.ts';
import { migrate } from './kernel/migrate.ts';
import { offerSetup } from './modules/access/index.ts';
import { migrationsOf } from './modules.ts';
import { codeOf, messageOf, Trouble } from './trouble.ts';

/** A product at work. */
export interface Serving {
  /** Where it is reached, without a slash at the end. */
  readonly address: string;
  readonly built: Built;
  /** The secret of the one-time link that makes the owner; null once there is one. */
  readonly setupToken: string | null;
  /** Finishes what has begun, within the settings' limit, then stops everything. */
  stop(): Promise<void>;
}

/** Opens the database, brings it up to date, builds the product and listens. */
export async function serve(
  config: Config,
  log: Log,
  say: (line: string) => void,
): Promise<Serving> {
  const database = await openDatabase(config, log, say);
  try {
    await bringUpToDate(database.url, log);
    const built = await build(config, { databaseUrl: database.url, log });
    try {
      await listen(built, config);
      await built.start();
      const setupToken = await offerSetup(built.db);
      const address = addressOf(built, config);
      return { address, built, setupToken, stop: () => stop(built, database, config) };
    } catch (error) {
      await built.stop();
      throw error;
    }
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function bringUpToDate(url: string, log: Log): Promise<void> {
  const done: string[] = [];
  try {
    await migrate(url, migrationsOf(), (line) => {
      done.push(line);
      log.debug({}, line);
    });
    if (done.length > 0) log.info({ steps: done.length }, 'the database is up to date');
  } catch (error) {
    const cause = error instanceof Error && error.cause ? `: ${messageOf(error.cause)}` : '';
    const why = `${messageOf(error)}${cause}`;
    throw new Trouble(
      `The database could not be brought up to date (${why}); nothing of that step was kept.`,
      `数据库升级失败（${why}）；该步骤未做任何更改。`,
      { cause: error },
    );
  }
}

async function stop(built: Built, database: Database, config: Config): Promise<void> {
  await Promise.race([built.stop(), sleep(config.drainSeconds * 1_000, undefined, { ref: false })]);
  await database.stop();
}

async function listen({ app }: Built, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw notListening(codeOf(error) ?? '', host, port) ?? error;
  }
}

function notListening(code: string, host: string, port: number): Trouble | undefined {
  if (code === 'EADDRINUSE') {
    return new Trouble(
      `Port ${port} on ${host} is taken by another program; stop that one, or set PORT to a free number.`,
      `${host} 的端口 ${port} 已被其他程序占用；请停止该程序，或用 PORT 指定空闲端口。`,
    );
  }
  if (code === 'EACCES') {
    return new Trouble(
      `This user may not open port ${port}; set PORT to a number above 1023.`,
      `当前用户无权使用端口 ${port}；请用 PORT 指定大于 1023 的端口。`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new Trouble(
      `This machine has no address ${host}; set HOST to one of its own, or to 0.0.0.0.`,
      `本机没有地址 ${host}；请把 HOST 设为本机地址或 0.0.0.0。`,
    );
  }
  return undefined;
}

function addressOf({ app }: Built, { host, publicUrl }: Config): string {
  if (publicUrl !== null) return publicUrl;
  const { port } = app.server.address() as AddressInfo;
  const everyone = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);
  return `http://${everyone ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
