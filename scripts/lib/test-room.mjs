import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A folder for everything a test run leaves behind: data folders, browser profiles, databases. */
export function openRoom() {
  const room = mkdtempSync(join(tmpdir(), 'guitai-tests-'));
  chmodSync(room, 0o755); // as root the database's own user must enter it
  return room;
}

/** Ends databases that outlived their test, as after Ctrl-C, and removes the folder. */
export async function closeRoom(room) {
  const left = readdirSync(room).flatMap((name) => databaseOf(join(room, name)));
  for (const pid of left) kill(pid, 'SIGQUIT');
  for (let tries = 0; tries < 50 && left.some((pid) => kill(pid, 0)); tries += 1) await sleep(100);
  rmSync(room, { recursive: true, force: true, maxRetries: 5 });
}

/** Signals a process, or with a minus its group; says whether there was one. */
export function kill(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return false;
  }
}

/** The database server that works on this folder; a number alone may be somebody else's by now. */
function databaseOf(folder) {
  const note = join(folder, 'postgres', 'postmaster.pid');
  const pid = existsSync(note) ? Number.parseInt(readFileSync(note, 'utf8'), 10) : 0;
  if (!(pid > 0)) return [];
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.includes(folder) ? [pid] : [];
}
