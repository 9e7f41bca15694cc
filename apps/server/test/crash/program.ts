import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath } from '../programs.ts';
import type { CrashPoint } from './point.ts';

const place = (file: string): string => new URL(file, import.meta.url).pathname;

/** The product on a data folder, with the way to let it die at a statement. */
export interface Mortal {
  readonly address: string;
  readonly said: () => string;
  readonly ended: Promise<unknown>;
  readonly isOver: () => boolean;
  /** Resolves when the point is set: the next statements count. */
  arm(point: CrashPoint): Promise<void>;
  end(signal: NodeJS.Signals): Promise<unknown>;
}

/** Starts the product and waits until it can be reached. */
export async function startMortal(dataDir: string): Promise<Mortal> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', place('point.ts'), programPath('main')],
    {
      env: {
        PATH,
        ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}),
        PORT: '0',
        GUITAI_DATA_DIR: dataDir,
        GUITAI_LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk;
    });
  const ended = new Promise<unknown>((done) => child.once('close', done));
  const address = () => /(http:\S+)\/desk\//.exec(text)?.[1];
  while (!address()) {
    if (child.exitCode !== null) throw new Error(text);
    await sleep(10);
  }
  return {
    address: address() ?? '',
    said: () => text,
    ended,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    arm: (point) =>
      new Promise((done) => {
        child.once('message', () => done());
        child.send(point);
      }),
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
