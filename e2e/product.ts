import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');

/** The product at work, as a newcomer starts it. */
export interface Product {
  /** Without a slash at the end. */
  readonly address: string;
  /** The one-time link that makes the owner; null once there is one. */
  readonly setupLink: string | null;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything it printed. */
  said(): string;
  /** As Ctrl-C does; gives the exit code. The data folder goes away unless it is to be kept. */
  stop(options?: { keepData?: boolean }): Promise<number | null>;
}

/** Runs `npm start` on a data folder (a fresh one when none is given) and any free port. */
export async function startProduct(
  options: { dataDir?: string; env?: Record<string, string> } = {},
): Promise<Product> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'guitai-e2e-'));
  chmodSync(dataDir, 0o755); // as root the database's own user must enter it
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: { ...process.env, PORT: '0', GUITAI_DATA_DIR: dataDir, ...options.env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | null>((done) => child.once('close', done));
  while (!/\/api\/docs\n/.test(text)) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${text}`);
    await sleep(20);
  }
  return {
    address: /(http:\S+)\/desk\//.exec(text)?.[1] ?? '',
    get setupLink() {
      return /http:\S+\/desk\/set-up#\S+/.exec(text)?.[0] ?? null;
    },
    dataDir,
    process: child,
    said: () => text,
    async stop({ keepData = false } = {}) {
      child.kill('SIGINT');
      const code = await ended;
      if (!keepData) rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}
