import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { access, channels } from '@guitai/contract';
import { createClient } from '@guitai/sdk';
import serverFlags from '../../scripts/lib/server-flags.json' with { type: 'json' };

const main = join(import.meta.dirname, '../../apps/server/dist/main.mjs');
const password = 'seven quiet teapots on a shelf';

/** The product under measurement, in a process of its own, with an owner, a key and a chat. */
export interface Product {
  readonly address: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** From the start of the process to the first `/readyz`. */
  readonly readyMs: number;
  readonly cookie: string;
  readonly key: string;
  readonly team: string;
  readonly shop: string;
  readonly site: string;
  readonly channel: string;
  stop(options?: { keepData?: boolean }): Promise<void>;
}

interface Started {
  readonly process: ChildProcess;
  readonly address: string;
  readonly readyMs: number;
  readonly setupToken: string | null;
}

/** Starts the server alone and waits until it is ready. */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [...serverFlags, main], {
    env: {
      ...process.env,
      PORT: '0',
      GUITAI_DATA_DIR: dataDir,
      GUITAI_LOG_LEVEL: 'error',
      GUITAI_LIVE_FRAMES_PER_SECOND: '1000000',
      GUITAI_KEY_REQUESTS_PER_MINUTE: '100000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk));
  let address: string | undefined;
  while (!address) {
    if (child.exitCode !== null)
      throw new Error(`the product ended with ${child.exitCode}:\n${text}`);
    address = /(http:\S+)\/desk\//.exec(text)?.[1];
    await sleep(5);
  }
  while (
    !(await fetch(`${address}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    ))
  )
    await sleep(5);
  const readyMs = performance.now() - began;
  const deadline = performance.now() + 2_000;
  while (
    !text.includes('set-up#') &&
    performance.now() < deadline &&
    !existsSync(join(dataDir, 'bench.json'))
  )
    await sleep(10);
  return {
    process: child,
    address,
    readyMs,
    setupToken: /set-up#(?:token=)?(\S+)/.exec(text)?.[1] ?? null,
  };
}

export async function endServer(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  await ended;
}

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Starts the product on a fresh folder and sets up what every measure needs. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const dataDir = freshFolder();
  const started = await startServer(dataDir, env);
  const { address } = started;
  let cookie = '';
  const desk = createClient({
    baseUrl: address,
    locale: 'en',
    fetch: async (url, init) => {
      const headers = new Headers(init.headers);
      headers.set('origin', address);
      if (cookie) headers.set('cookie', cookie);
      const reply = await fetch(url, { ...init, headers });
      const set = reply.headers.getSetCookie().map((line) => line.split(';')[0]);
      if (set.length > 0) cookie = set.join('; ');
      return reply;
    },
  });
  const owner = await desk.call(access.createOwner, {
    token: started.setupToken ?? '',
    name: 'Bench',
    email: 'bench@example.com',
    password,
    locale: 'en',
    team: 'Bench',
    shop: { name: 'Bench', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
  });
  const { secret } = await desk.call(access.createApiKey, {
    name: 'bench',
    shopIds: null,
    expiresAt: null,
    permissions: [
      'conversations.read',
      'conversations.reply',
      'orders.read',
      'buyers.read',
      'catalog.read',
    ],
  });
  const { channel } = await desk.call(channels.createWebChannel, {
    shopId: owner.shopId,
    name: 'Bench',
  });
  return {
    address,
    dataDir,
    process: started.process,
    readyMs: started.readyMs,
    cookie,
    key: secret,
    team: owner.teamId,
    shop: owner.shopId,
    site: channel.site,
    channel: channel.id,
    async stop({ keepData = false } = {}) {
      await endServer(started.process);
      if (!keepData) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Resident memory of a process in bytes, as the kernel counts it; shared pages once each. */
export function proportionalMemory(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024;
}

/** Process ids of the database server that runs on the folder: its postmaster and all its children. */
export function databaseProcesses(dataDir: string): number[] {
  const file = join(dataDir, 'postgres/postmaster.pid');
  if (!existsSync(file)) return [];
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim();
  return [postmaster, ...children.split(' ').filter(Boolean).map(Number)];
}
