import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { programPath } from './programs.ts';

/** A program of ours at work. */
export interface Run {
  child: ChildProcess;
  /** Everything it printed so far. */
  said: () => string;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** The address it answers at; fails when it ends before. */
  ready: () => Promise<string>;
}

/** Starts the product as `npm start` does, on any free port. */
export const runMain = (environment: Record<string, string>): Run =>
  runProgram('main', [], environment);

/** Runs one command of `guitai`. */
export const runCommand = (words: string[], environment: Record<string, string>): Run =>
  runProgram('cli/guitai', words, environment);

function runProgram(
  name: 'main' | 'cli/guitai',
  words: string[],
  environment: Record<string, string>,
): Run {
  const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };
  const child = spawn(process.execPath, [programPath(name), ...words], {
    env: { ...env, PORT: '0', ...environment },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((done) =>
    child.once('close', (code, signal) => done(signal ?? code)),
  );
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(15_000)]);
  });
  const ready = async (): Promise<string> => {
    while (!/(http:\S+)\/desk\//.test(text)) {
      if (child.exitCode !== null) throw new Error(text);
      await sleep(20);
    }
    return /(http:\S+)\/desk\//.exec(text)?.[1] ?? '';
  };
  return { child, said: () => text, ended, ready };
}

/** A data folder of its own that goes away with the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-test-'));
  chmodSync(folder, 0o755); // as root the database's own user must enter it
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Process id of the database server of a data folder. */
export const postmaster = (dataDir: string): number =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
