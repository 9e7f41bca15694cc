import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, Trouble } from '../../trouble.ts';
import { birthMark, isAlive } from './processes.ts';

/** Who holds a data folder, as written in its lock file. */
export interface Holder {
  pid: number;
  birth: string;
}

/** How long the holder may take to leave: it may be on its way out, or dying of a kill. */
const patienceMs = 2_000;

/**
 * Takes the data folder for this process, or throws a Trouble that names the process that has it.
 * A lock left by a crash (process gone, or its id given to another) is taken over.
 * Returns the function that gives the lock back.
 */
export async function takeLock(file: string, folder: string): Promise<() => void> {
  const mine: Holder = { pid: process.pid, birth: birthMark(process.pid) };
  const patience = Date.now() + patienceMs;
  for (;;) {
    if (createOnce(file, JSON.stringify(mine))) return () => giveBack(file, mine);
    const holder = holderOf(file);
    if (holder === undefined) await removeStale(file);
    else if (holder.pid === process.pid || Date.now() > patience) throw busy(folder, holder.pid);
    await sleep(20);
  }
}

/** The live process that holds the folder, if there is one. */
export function holderOf(file: string): Holder | undefined {
  const holder = readHolder(file);
  return holder !== undefined && isHeld(holder) ? holder : undefined;
}

function isHeld(holder: Holder): boolean {
  return isAlive(holder.pid) && birthMark(holder.pid) === holder.birth;
}

/** Removes a dead holder's file; a second, short-lived file keeps two rescuers apart. */
async function removeStale(file: string): Promise<void> {
  const guard = `${file}.rescue`;
  if (!createOnce(guard, String(process.pid))) {
    if (ageOf(guard) > 10_000) rmSync(guard, { force: true });
    return;
  }
  try {
    const torn = readHolder(file) === undefined && ageOf(file) < 1_000; // being written right now
    if (holderOf(file) === undefined && !torn) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function giveBack(file: string, mine: Holder): void {
  const holder = readHolder(file);
  if (holder?.pid === mine.pid && holder.birth === mine.birth) rmSync(file, { force: true });
}

function createOnce(file: string, text: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, text);
    closeSync(handle);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { pid, birth } = read as Partial<Holder>;
    if (typeof pid === 'number' && typeof birth === 'string') return { pid, birth };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
  }
  return undefined;
}

function ageOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? Number.POSITIVE_INFINITY : Date.now() - stat.mtimeMs;
}

function busy(folder: string, pid: number): Trouble {
  return new Trouble(
    `Another Guitai (process ${pid}) already works in the data folder ${folder}; stop it first, or give this one a folder of its own with GUITAI_DATA_DIR.`,
    `数据目录 ${folder} 正被另一个 Guitai（进程 ${pid}）使用；请先停止它，或用 GUITAI_DATA_DIR 为这一个另设目录。`,
  );
}
