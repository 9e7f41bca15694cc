import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { payments } from '@guitai/contract';
import pg from 'pg';
import { joinPostgres } from '../../src/adapters/embedded-postgres/index.ts';
import { retried } from '../kill-desk.ts';
import { commands, type Ready } from './commands.ts';
import type { Ground } from './ground.ts';
import type { CrashPoint } from './point.ts';
import { startMortal } from './program.ts';

/** One number out of the database, asked as its owner. */
async function count(dataDir: string, query: string): Promise<number> {
  const url = await joinPostgres(dataDir);
  if (!url) throw new Error('the database of the product was not found');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(query);
  await client.end();
  return Number(rows[0]?.count);
}

const hows = ['before', 'after', 'database'] as const;

/** Statements from one depth to the next: what is deep matters less than what is between. */
const stride = 1.7;

/** Which command dies how at which statement: every command, every way, ever deeper. */
export function pointOf(n: number): { name: string; point: CrashPoint } {
  const names = Object.keys(commands);
  const name = names[n % names.length] ?? '';
  const deep = Math.floor(n / names.length);
  return {
    name,
    point: { at: 1 + Math.floor(deep * stride), how: hows[(n + deep) % hows.length] ?? 'before' },
  };
}

async function crash(ground: Ground, ready: Ready, key: string, point: CrashPoint) {
  const call = () =>
    ready.by.call(ready.endpoint, ready.input as never, {
      idempotencyKey: key,
    }) as Promise<unknown>;
  await ground.product.arm(point);
  const first = call().catch(() => null);
  if (point.how !== 'database') {
    // A command of fewer statements was answered first; the product then dies over what follows it.
    await Promise.race([ground.product.ended, first.then(() => sleep(300))]);
    await ground.product.end('SIGKILL');
    ground.product = await startMortal(ground.dataDir);
  }
  const given = await first;
  const answer = await retried(call);
  return { given, answer, again: await retried(call) };
}

/** Runs over the points from one to another; says what was half-done, done twice or answered twice. */
export async function ride(ground: Ground, from: number, to: number): Promise<string[]> {
  const found: string[] = [];
  for (let n = from; n < to; n += 1) {
    const { name, point } = pointOf(n);
    const key = `crash-${n}-${name}`;
    const prepare = commands[name];
    if (!prepare) continue;
    const ready = await retried(() => prepare(ground, key));
    const { given, answer, again } = await crash(ground, ready, key, point);
    const fault = (what: string) =>
      found.push(`${name} ${point.how} statement ${point.at}: ${what}`);
    if (JSON.stringify(again) !== JSON.stringify(answer)) fault('two answers');
    if (given !== null && JSON.stringify(given) !== JSON.stringify(answer))
      fault('another answer than before the crash');
    const effects = await count(ground.dataDir, ready.effect);
    if (effects !== 1) fault(`${effects} effects`);
  }
  return [...found, ...(await settled(ground))];
}

/** Once nothing is open at the gateway any more: what it did twice. */
async function settled({ desk, dataDir }: Ground): Promise<string[]> {
  // What was killed between its claim and the gateway is told again half a minute later.
  for (let tries = 0; ; tries += 1) {
    const { items } = await desk.call(payments.listPayments, { state: 'open' });
    const refunds = items.filter(({ direction }) => direction === 'refund');
    if (refunds.length === 0) break;
    if (tries > 240) return [`${refunds.length} refunds never ended`];
    await sleep(500);
  }
  const keys = readFileSync(join(dataDir, 'sandbox-gateway.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { act: string; key: string })
    .map(({ act, key }) => `${act} ${key}`);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  return twice.map((key) => `at the gateway twice: ${key}`);
}
