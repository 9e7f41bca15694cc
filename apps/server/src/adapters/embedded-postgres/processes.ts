import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../trouble.ts';

/** Whether a process with this id exists, ours to signal or not. A zombie counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return statFields(pid)?.[0] !== 'Z';
}

/**
 * A text that tells one process from a later one with the same id: boot and start tick on Linux,
 * the start date elsewhere on POSIX, empty where the system does not tell (Windows).
 */
export function birthMark(pid: number): string {
  if (process.platform === 'linux') {
    const boot = readOr('/proc/sys/kernel/random/boot_id', '').trim();
    return `${boot}/${statFields(pid)?.[19] ?? ''}`;
  }
  return process.platform === 'win32' ? '' : psField(pid, 'lstart');
}

/** The command line of a process, words joined by blanks; empty when unknown. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    return readOr(`/proc/${pid}/cmdline`, '').replaceAll('\0', ' ').trim();
  }
  return process.platform === 'win32' ? '' : psField(pid, 'args');
}

/** Linux: ids of the processes that work in this folder (PostgreSQL's backends do). */
export function processesIn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((pid) => workingFolder(pid) === folder);
}

/** Waits until the process is gone; false when it is still there after `ms`. */
export async function waitForExit(pid: number, ms: number): Promise<boolean> {
  const end = Date.now() + ms;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** /proc/<pid>/stat after the name: state, ppid, … [19] is the start tick. */
function statFields(pid: number): string[] | undefined {
  if (process.platform !== 'linux') return undefined;
  const line = readOr(`/proc/${pid}/stat`, '');
  return line === '' ? undefined : line.slice(line.lastIndexOf(')') + 2).split(' ');
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // gone meanwhile, or another user's
  }
}

function psField(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return ''; // ps leaves with 1 when there is no such process
  }
}

function readOr(path: string, fallback: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}
