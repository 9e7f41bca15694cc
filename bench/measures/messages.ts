import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { joinPostgres } from '../../apps/server/src/adapters/embedded-postgres/index.ts';
import type { Figure, Measure } from '../lib/figure.ts';
import type { Product } from '../lib/product.ts';
import { type Court, openRally, openSocket, type Rally } from '../lib/rally.ts';
import { median, percentile, short } from '../lib/stats.ts';

const buyers = 64;
const inFlight = 256;

async function startRelay(
  mode: 'none' | 'three',
  url?: string,
): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../lib/relay.ts'), mode, ...(url ? [url] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await new Promise<string>((done) =>
    child.stdout.once('data', (chunk: Buffer) => done(String(chunk).trim())),
  );
  return { url: address, process: child };
}

const relayCourt = (url: string): Court => ({
  buyer: (n) => openSocket(url, { t: 'hello', room: n }, /"at"/),
  desk: () => openSocket(url, { t: 'hello', room: -1 }, /"at"/),
  frame: (key, text) => JSON.stringify({ t: 'send', key, kind: 'text', text }),
});

/** A buyer who has written the first word. */
export async function enterBuyer(product: Product, n: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const reply = await fetch(`${product.address}/api/chat/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'guitai-site': product.site,
      'guitai-visitor': secret,
      'x-forwarded-for': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
    },
    body: JSON.stringify({ clientKey: `first-word-${n}`, text: '你好' }),
  });
  if (!reply.ok) throw new Error(`first word refused: ${await reply.text()}`);
  return secret;
}

export const liveUrl = (product: Product): string =>
  `${product.address.replace('http', 'ws')}/api/live`;

const productCourt = (product: Product, secrets: readonly string[]): Court => ({
  buyer: (n) =>
    openSocket(
      liveUrl(product),
      { t: 'hello', as: 'visitor', site: product.site, token: secrets[n] },
      /"t":"at"/,
    ),
  desk: () =>
    openSocket(liveUrl(product), { t: 'hello', as: 'key', token: product.key }, /"t":"at"/),
  frame: (key, text) => JSON.stringify({ t: 'send', key, kind: 'text', text }),
});

/** Medians of rates measured in turn, so that a slow moment of the machine meets everybody. */
async function inTurn(
  rallies: Record<string, Rally>,
  rounds: number,
  ms: number,
): Promise<Record<string, number>> {
  const rates: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, rally] of Object.entries(rallies)) {
      const { perSecond } = await rally.play(inFlight, ms);
      if (round > 0) rates[name] = [...(rates[name] ?? []), perSecond];
    }
  }
  return Object.fromEntries(Object.entries(rates).map(([name, sample]) => [name, median(sample)]));
}

/** The time of a bare commit of one row on the same server. */
async function bareCommit(url: string, count: number): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table if not exists bare (n int, text text)');
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    await client.query({
      name: 'bare',
      text: 'insert into bare values ($1, $2)',
      values: [n, 'x'.repeat(200)],
    });
    times.push(performance.now() - began);
  }
  await client.end();
  return times;
}

/** Durable messages from socket to socket, against a relay that keeps nothing and one that writes three statements each. */
export const messages: Measure = {
  name: 'messages',
  async run({ quick, product: shared }): Promise<Figure[]> {
    const product = await shared();
    const url = await joinPostgres(product.dataDir);
    if (!url) throw new Error('the database of the product was not found');
    const relay = await startRelay('none');
    const three = await startRelay('three', url);
    try {
      const secrets: string[] = [];
      for (let n = 0; n < buyers; n += 1) secrets.push(await enterBuyer(product, n));
      const rallies = {
        relay: await openRally(relayCourt(relay.url), buyers),
        product: await openRally(productCourt(product, secrets), buyers),
        three: await openRally(relayCourt(three.url), buyers),
      };
      const rate = await inTurn(rallies, quick ? 3 : 7, quick ? 1_000 : 2_000);
      const bare = await bareCommit(url, quick ? 300 : 1_000);
      const { latencies } = await rallies.product.play(1, quick ? 2_000 : 5_000);
      const bareAgain = await bareCommit(url, quick ? 300 : 1_000);
      for (const rally of Object.values(rallies)) rally.close();
      const [ours = 0, none = 1, begin = 1] = [rate.product, rate.relay, rate.three];
      const commit = median([...bare, ...bareAgain]);
      const [p50, p99] = [median(latencies), percentile(latencies, 0.99)];
      return [
        {
          what: 'durable messages, 256 in flight, against a relay without storage',
          wanted: '≥ 0.40 ×',
          measured: `${short(ours / none)} × (${short(ours)}/s of ${short(none)}/s)`,
          values: { ours, none },
          met: ours / none >= 0.4,
        },
        {
          what: '… against BEGIN and three statements',
          wanted: '≥ 5 ×',
          measured: `${short(ours / begin)} × (of ${short(begin)}/s)`,
          values: { begin },
          met: ours / begin >= 5,
        },
        {
          what: 'one message at a time, above a bare commit',
          wanted: 'p50 ≤ 1 ms above, p99 ≤ 10 ms',
          measured: `p50 ${short(p50)} ms (commit ${short(commit)} ms), p99 ${short(p99)} ms`,
          values: { p50, p99, commit },
          met: p50 - commit <= 1 && p99 <= 10,
        },
      ];
    } finally {
      relay.process.kill('SIGTERM');
      three.process.kill('SIGTERM');
    }
  },
};
