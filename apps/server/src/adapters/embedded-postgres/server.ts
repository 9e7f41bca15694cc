import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, Trouble } from '../../trouble.ts';
import { ask, runningServer } from './adopt.ts';
import { type Binaries, program } from './binaries.ts';
import type { Places } from './places.ts';

/** How long a server may take to become ready; replaying the log after a crash is the long case. */
const readyWithinMs = 60_000;

/** Starts the server, apart from our process group (Ctrl-C is ours alone) and from our life. */
export async function launch(places: Places, binaries: Binaries, url: string): Promise<number> {
  const logFile = join(places.home, 'postgres.log');
  const log = openLog(logFile);
  const config = `config_file=${join(places.cluster, 'guitai.conf')}`;
  const words = ['-D', places.cluster, '-c', config];
  try {
    if (process.platform === 'win32') await launchByControl(binaries, places, config);
    else {
      const child = spawn(program(binaries, 'postgres'), words, {
        ...places.person.ids,
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
      });
      child.on('error', () => undefined); // shows as a server that never answers
      child.unref();
    }
  } finally {
    closeSync(log);
  }
  return untilReady(places, url, logFile);
}

async function untilReady(places: Places, url: string, logFile: string): Promise<number> {
  const began = Date.now();
  while (Date.now() - began < readyWithinMs) {
    const pid = runningServer(places)?.pid;
    if ((await ask(url)) === 'ready' && pid !== undefined) return pid;
    if (Date.now() - began > 1_500 && pid === undefined) break;
    await sleep(15);
  }
  const why = lastFault(logFile);
  throw new Trouble(
    `PostgreSQL did not start: ${why} (see ${logFile})`,
    `PostgreSQL 未能启动：${why}（详见 ${logFile}）`,
  );
}

/** postgres.exe refuses an administrator; pg_ctl starts it with fewer rights. */
async function launchByControl(binaries: Binaries, places: Places, config: string): Promise<void> {
  const words = ['start', '-D', places.cluster, '-o', `-c "${config}"`, '-l'];
  words.push(join(places.home, 'postgres.log'));
  const child = spawn(program(binaries, 'pg_ctl'), words, { stdio: 'ignore' });
  await new Promise((done) => child.once('close', done).once('error', done));
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function lastFault(logFile: string): string {
  try {
    const lines = readFileSync(logFile, 'utf8').split('\n');
    return (
      lines.findLast((line) => /FATAL|PANIC|error/.test(line))?.replace(/^.*?: */, '') ??
      'no word from it'
    );
  } catch (error) {
    return messageOf(error);
  }
}
