import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { codeOf } from '../../trouble.ts';
import type { Places } from './places.ts';
import { commandLine, isAlive, processesIn, signal, waitForExit } from './processes.ts';

/** What a connection attempt meets. */
type Answer = 'ready' | 'starting' | 'silent';

/** A server at work. */
interface Running {
  pid: number;
  port: number;
}

/**
 * A server that outlived an earlier process: its id when it answers and runs with the present
 * configuration. One that does not is stopped, so that there is never a second on one folder.
 */
export async function adoptServer(
  places: Places,
  url: string,
  configChanged: boolean,
): Promise<number | undefined> {
  const left = runningServer(places)?.pid;
  if (left === undefined) return undefined;
  let silence = 0;
  while (!configChanged && silence < 3_000 && runningServer(places)?.pid === left) {
    const answer = await ask(url);
    if (answer === 'ready') return left;
    silence += answer === 'silent' ? 50 : 0;
    await sleep(50);
  }
  await shutDown(left, 10_000);
  return undefined;
}

/** The server that works on this cluster now, by its own pid file; undefined when there is none. */
export function runningServer(places: Places): Running | undefined {
  const { pid, port } = pidFile(places);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  const command = commandLine(pid);
  if (command !== '' && !command.includes(places.cluster)) return undefined;
  return { pid, port };
}

/**
 * Clears what a crash left in the way of a new server: the pid file when its id now belongs to
 * another program, and backends that outlived their postmaster and still hold the memory.
 */
export async function clearWreckage(places: Places): Promise<void> {
  rmSync(join(places.cluster, 'postmaster.pid'), { force: true });
  for (const pid of processesIn(places.cluster)) {
    signal(pid, 'SIGQUIT');
    if (!(await waitForExit(pid, 2_000))) signal(pid, 'SIGKILL');
  }
}

/** Stops the server: connections are cut, work is rolled back, the files are left clean. */
export async function shutDown(pid: number, graceMs: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitForExit(pid, graceMs)) return;
  signal(pid, 'SIGQUIT');
  if (await waitForExit(pid, 3_000)) return;
  signal(pid, 'SIGKILL');
  await waitForExit(pid, 2_000);
}

/** Asks the server once. */
export async function ask(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ready';
  } catch (error) {
    return codeOf(error) === '57P03' ? 'starting' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function pidFile(places: Places): Running {
  try {
    const lines = readFileSync(join(places.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { pid: Number.NaN, port: Number.NaN };
    throw error;
  }
}
