import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { clickThrough, openCounterWithOrders } from '../lib/acts.ts';
import type { Figure, Measure } from '../lib/figure.ts';
import {
  databaseProcesses,
  type Product,
  proportionalMemory,
  startProduct,
} from '../lib/product.ts';
import { openSocket } from '../lib/rally.ts';
import { median, percentile, short } from '../lib/stats.ts';
import { enterBuyer, liveUrl } from './messages.ts';

const agents = 300;
const perSecond = 50;
const mb = (bytes: number): number => Math.round(bytes / 1_000_000);

async function inBatches<T, R>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += size)
    done.push(...(await Promise.all(items.slice(at, at + size).map(work))));
  return done;
}

const openDesk = (product: Product, cursor?: object): Promise<WebSocket> =>
  openSocket(
    liveUrl(product),
    { t: 'hello', as: 'key', token: product.key, ...(cursor ? { cursor } : {}) },
    /"t":"at"/,
  );

async function metric(product: Product, name: string): Promise<number> {
  const text = await (await fetch(`${product.address}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** Fifty messages a second from random buyers; the ms until each of the desks that listen closely has it. */
async function chatter(
  senders: readonly WebSocket[],
  desks: readonly WebSocket[],
  ms: number,
): Promise<number[]> {
  const sent = new Map<string, number>();
  const latencies: number[] = [];
  const hear = (data: unknown) => {
    const key = /"clientKey":"(crowd-[^"]+)"/.exec(String(data))?.[1];
    const began = key === undefined ? undefined : sent.get(key);
    if (began !== undefined) latencies.push(performance.now() - began);
  };
  for (const desk of desks) desk.on('message', hear);
  const end = performance.now() + ms;
  let count = 0;
  for (let next = performance.now(); next < end; next += 1_000 / perSecond) {
    await sleep(Math.max(0, next - performance.now()));
    count += 1;
    const key = `crowd-${process.pid}-${count}-${Math.round(next)}`;
    sent.set(key, performance.now());
    senders[Math.floor(Math.random() * senders.length)]?.send(
      JSON.stringify({ t: 'send', key, kind: 'text', text: `第 ${count} 句，什么时候发货呀` }),
    );
  }
  await sleep(1_000);
  for (const desk of desks) desk.off('message', hear);
  return latencies;
}

/** A thousand desks go away, miss a hundred messages, and come back at once. */
async function comeBack(
  product: Product,
  sender: WebSocket,
): Promise<{ ms: number; faults: number; missed: number }> {
  const missed = 100;
  const poll = await fetch(`${product.address}/api/live/events?wait=0`, {
    headers: { authorization: `Bearer ${product.key}` },
  });
  const cursor = (await poll.json()) as { epoch: string; seq: number };
  for (let n = 0; n < missed; n += 1)
    sender.send(
      JSON.stringify({
        t: 'send',
        key: `away-${Date.now()}-${n}`,
        kind: 'text',
        text: `离开时的第 ${n} 句`,
      }),
    );
  await sleep(1_500);
  const heard: number[][] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 1_000 }, (_, n) => {
      const seqs: number[] = [];
      heard[n] = seqs;
      const ws = new WebSocket(liveUrl(product), {
        perMessageDeflate: false,
        skipUTF8Validation: true,
      });
      return new Promise<void>((done, fail) => {
        ws.on('open', () =>
          ws.send(
            JSON.stringify({
              t: 'hello',
              as: 'key',
              token: product.key,
              cursor: { epoch: cursor.epoch, seq: cursor.seq },
            }),
          ),
        );
        ws.on('message', (data) => {
          // The head tells it all: a thousand desks are one process here, not a thousand machines.
          const text = (data as Buffer).toString('latin1', 0, 40);
          if (text.startsWith('{"t":"event","seq":'))
            seqs.push(Number.parseInt(text.slice(19), 10));
          else if (text.startsWith('{"t":"at"')) {
            done();
            setTimeout(() => ws.terminate(), 500);
          }
        });
        ws.on('error', fail);
      });
    }),
  );
  const ms = performance.now() - began;
  const faults = heard.filter(
    (seqs) => seqs.length < missed || seqs.some((seq, n) => n > 0 && seq <= (seqs[n - 1] ?? 0)),
  ).length;
  return { ms, faults, missed };
}

/** A shop at its busiest hour: 300 agents, 3,000 buyers, and everybody coming back at once. */
export const crowd: Measure = {
  name: 'crowd',
  async run({ quick }): Promise<Figure[]> {
    const buyers = quick ? 600 : 3_000;
    const many = quick ? 1_500 : 5_000;
    const product = await startProduct({ GUITAI_TRUST_PROXY: 'yes' });
    try {
      const secrets = await inBatches(
        Array.from({ length: buyers }, (_, n) => n),
        32,
        (n) => enterBuyer(product, n),
      );
      await sleep(1_000);
      const pid = product.process.pid ?? 0;
      const empty = proportionalMemory(pid);
      const senders = await inBatches(secrets, 50, (token) =>
        openSocket(
          liveUrl(product),
          { t: 'hello', as: 'visitor', site: product.site, token },
          /"t":"at"/,
        ),
      );
      const desks = await inBatches(Array.from({ length: agents }), 50, () => openDesk(product));
      await metric(product, 'nodejs_eventloop_lag_p99_seconds');
      const latencies = await chatter(senders, desks.slice(0, 5), quick ? 6_000 : 10_000);
      const delay = (await metric(product, 'nodejs_eventloop_lag_p99_seconds')) * 1_000;
      const whole =
        proportionalMemory(pid) +
        databaseProcesses(product.dataDir).reduce((sum, p) => sum + proportionalMemory(p), 0);
      const more = await inBatches(
        Array.from({ length: Math.max(0, many - buyers - agents) }),
        50,
        () => openDesk(product),
      );
      await sleep(2_000);
      const each = (proportionalMemory(pid) - empty) / (buyers + agents + more.length);
      for (const socket of more) socket.terminate();
      const served = await openCounterWithOrders(product);
      const rounds = quick ? 48 : 90;
      const [acts] = await Promise.all([
        clickThrough(product, served, desks[0] as WebSocket, rounds),
        chatter(senders, [], quick ? 4_000 : 8_000),
      ]);
      for (const { socket } of served) socket.terminate();
      for (const socket of [...desks, ...senders.slice(1)]) socket.terminate();
      await sleep(500);
      const back = await comeBack(product, senders[0] as WebSocket);
      const [p50, p99] = [median(latencies), percentile(latencies, 0.99)];
      return [
        {
          what: `buyer → agent at 50/s, ${agents} agents and ${buyers} buyers`,
          wanted: 'p50 ≤ 10 ms, p99 ≤ 100 ms',
          measured: `p50 ${short(p50)} ms, p99 ${short(p99)} ms (${latencies.length} deliveries)`,
          values: { p50, p99 },
          met: p50 <= 10 && p99 <= 100,
        },
        {
          what: '… an act on an order, from the click to its card on both sides',
          wanted: 'p95 ≤ 150 ms',
          measured: `p50 ${short(median(acts))} ms, p95 ${short(percentile(acts, 0.95))} ms (${acts.length} acts)`,
          values: { p50: median(acts), p95: percentile(acts, 0.95) },
          met: percentile(acts, 0.95) <= 150,
        },
        {
          what: '… event-loop delay p99',
          wanted: '≤ 20 ms',
          measured: `${short(delay)} ms`,
          values: { delay },
          met: delay <= 20,
        },
        {
          what: `… memory, app + database`,
          wanted: '≤ 600 MB',
          measured: `${mb(whole)} MB`,
          values: { whole },
          met: whole <= 600_000_000,
        },
        {
          what: `memory per connection at ${buyers + agents + more.length}`,
          wanted: '≤ 12 kB',
          measured: `${short(each / 1_000)} kB`,
          values: { each },
          met: each <= 12_000,
        },
        {
          what: `1,000 desks reconnect and catch up ${back.missed} messages each`,
          wanted: '≤ 0.5 s, nothing missed',
          measured: `${short(back.ms / 1_000)} s, ${back.faults} with faults`,
          values: { ms: back.ms, faults: back.faults },
          met: back.ms <= 500 && back.faults === 0,
        },
      ];
    } finally {
      await product.stop();
    }
  },
};
