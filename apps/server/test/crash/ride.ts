import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { payments } from '@guitai/contract';
import pg from 'pg';
import { joinPostgres } from '../../src/adapters/embedded-postgres/index.ts';
import { retried } from '../kill-desk.ts';
import { commands as everyday, type Ready } from './commands.ts';
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
function pointOf(n: number, names: readonly string[]): { name: string; point: CrashPoint } {
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
  ground.awaited = point.how !== 'database';
  await ground.product.arm(point);
  const first = call().catch(() => null);
  // A command of fewer statements was answered first; what follows it then dies.
  await Promise.race([ground.product.ended, first.then(() => sleep(300))]);
  if (point.how !== 'database') {
    ground.awaited = true;
    await ground.product.end('SIGKILL');
    ground.product = await startMortal(ground.dataDir);
    ground.awaited = false;
  }
  const given = await first;
  const answer = await retried(call);
  return { given, answer, again: await retried(call) };
}

/** The product must outlive its database's accidents; says how it did not, and starts it again so that the rest can be seen. */
function watch(ground: Ground, found: string[]): () => void {
  const timer = setInterval(async () => {
    if (!ground.product.isOver() || ground.awaited) return;
    ground.awaited = true;
    found.push(`the product ended by itself: ${ground.product.said().slice(-2_000)}`);
    ground.product = await startMortal(ground.dataDir);
    ground.awaited = false;
  }, 100);
  return () => clearInterval(timer);
}

/** Runs over the points from one to another; says what was half-done, done twice or answered twice. */
export async function ride(
  ground: Ground,
  from: number,
  to: number,
  commands = everyday,
): Promise<string[]> {
  const found: string[] = [];
  const unwatch = watch(ground, found);
  for (let n = from; n < to; n += 1) {
    const { name, point } = pointOf(n, Object.keys(commands));
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
  found.push(...(await settled(ground)));
  unwatch();
  return found;
}

/** Once nothing is open at the gateway any more: what it did twice. */
async function settled({ desk, dataDir }: Ground): Promise<string[]> {
  // What was killed between its claim and the gateway is told again half a minute later.
  for (let tries = 0; ; tries += 1) {
    const { items } = await retried(() => desk.call(payments.listPayments, { state: 'open' }));
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
