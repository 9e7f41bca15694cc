import { tmpdir } from 'node:os';
import { joinPostgres } from '../../apps/server/src/adapters/embedded-postgres/index.ts';
import { drive } from '../lib/drive.ts';
import type { Figure, Measure } from '../lib/figure.ts';
import {
  type Amounts,
  buyerId,
  conversationId,
  conversationSql,
  drawCards,
  fill,
  perConversation,
} from '../lib/fill.ts';
import { hasPgbench, pgbench } from '../lib/pgbench.ts';
import type { Product } from '../lib/product.ts';
import { counterOf, type Statement } from '../lib/statement.ts';
import { median, percentile, short } from '../lib/stats.ts';

const connections = 10;
const full: Amounts = { conversations: 20_000, open: 10_000, orders: 100_000, long: 20_000 };
const small: Amounts = { conversations: 2_000, open: 1_000, orders: 10_000, long: 20_000 };

const among = (most: number): number => 1 + Math.floor(Math.random() * most);

interface Stored {
  readonly product: Product;
  readonly url: string;
  readonly statement: Statement;
  readonly amounts: Amounts;
  /** Length of one round of load. */
  readonly ms: number;
}

const ask = ({ product, ms }: Stored, path: () => string) =>
  drive(() => ({ url: `${product.address}/api${path()}` }), {
    headers: { cookie: product.cookie },
    connections,
    ms,
  });

/** The screen must hold what it is for, or its speed means nothing. */
function isWhole(text: string): void {
  const { messages, buyer, orders } = JSON.parse(text);
  if (messages.items.length !== perConversation || buyer === null || orders.items.length !== 5)
    throw new Error(`a counter came back without its parts: ${text.slice(0, 300)}`);
}

/** The same statement by the product and by pgbench in turn, so that a slow moment of the machine meets both. */
async function openConversations(stored: Stored, rounds: number): Promise<Figure[]> {
  const { url, product, statement, amounts, ms } = stored;
  const rates = { product: [] as number[], pgbench: [] as number[] };
  const latencies: number[] = [];
  const vary = {
    value: conversationId(2),
    sql: conversationSql('(:n)::bigint'),
    of: amounts.conversations,
  };
  const run = { team: product.team, connections, seconds: ms / 1_000, folder: tmpdir(), vary };
  const path = () => `/counter/${conversationId(among(amounts.conversations))}`;
  isWhole(
    await (
      await fetch(`${product.address}/api${path()}`, { headers: { cookie: product.cookie } })
    ).text(),
  );
  for (let round = 0; round <= rounds; round += 1) {
    const driven = await ask(stored, path);
    const bare = hasPgbench() ? await pgbench(url, statement, run) : Number.NaN;
    // The first round warms plans and caches on both sides.
    if (round === 0) continue;
    rates.product.push(driven.perSecond);
    rates.pgbench.push(bare);
    latencies.push(...driven.latencies);
  }
  const [ours, bare] = [median(rates.product), median(rates.pgbench)];
  const p95 = percentile(latencies, 0.95);
  const size = `${(amounts.conversations * perConversation).toLocaleString('en')} messages, ${amounts.orders.toLocaleString('en')} orders`;
  return [
    {
      what: `open a conversation, ${size}: against pgbench, same statement`,
      wanted: '≥ 0.60 ×',
      measured: hasPgbench()
        ? `${short(ours / bare)} × (${short(ours)}/s of ${short(bare)}/s)`
        : `${short(ours)}/s; this machine has no pgbench`,
      values: { ours, bare },
      met: ours / bare >= 0.6,
    },
    {
      what: `… through HTTP, ${connections} at once`,
      wanted: 'p95 ≤ 50 ms',
      measured: `p50 ${short(median(latencies))} ms, p95 ${short(p95)} ms`,
      values: { p95 },
      met: p95 <= 50,
    },
  ];
}

/** Latency of one list through HTTP. */
async function list(stored: Stored, what: string, path: () => string): Promise<Figure> {
  const { latencies } = await ask(stored, path);
  const p95 = percentile(latencies, 0.95);
  return {
    what,
    wanted: 'p95 ≤ 50 ms',
    measured: `p50 ${short(median(latencies))} ms, p95 ${short(p95)} ms`,
    values: { p95 },
    met: p95 <= 50,
  };
}

/** Reads a list of conversations to its end, page by page; the time of each page. */
async function walk({ product, amounts }: Stored): Promise<Figure> {
  const seen = new Set<string>();
  const times: number[] = [];
  let next: string | null = '';
  while (next !== null) {
    const began = performance.now();
    const cursor = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const reply = await fetch(`${product.address}/api/conversations?view=all&limit=100${cursor}`, {
      headers: { cookie: product.cookie },
    });
    const page = (await reply.json()) as { items: { id: string }[]; next: string | null };
    times.push(performance.now() - began);
    for (const { id } of page.items) seen.add(id);
    next = page.next;
  }
  const p95 = percentile(times, 0.95);
  return {
    what: `… to the end, page by page, one reader`,
    wanted: 'all of them, p95 ≤ 50 ms a page',
    measured: `${seen.size.toLocaleString('en')} in ${times.length} pages, p95 ${short(p95)} ms`,
    values: { p95, seen: seen.size },
    met: seen.size >= amounts.open && p95 <= 50,
  };
}

/** What the desk reads, with a big shop's past stored. */
export const counter: Measure = {
  name: 'counter',
  async run({ quick, say, product: shared }): Promise<Figure[]> {
    const product = await shared();
    const url = await joinPostgres(product.dataDir);
    if (!url) throw new Error('the database of the product was not found');
    const amounts = quick ? small : full;
    const { member, ...statement } = await counterOf(url, product, conversationId(2));
    const began = performance.now();
    await fill(url, product, member, amounts);
    say(`  filled in ${Math.round((performance.now() - began) / 1_000)} s`);
    const stored = { product, url, statement, amounts, ms: quick ? 1_000 : 3_000 };
    const brief = { ...stored, ms: quick ? 500 : 2_000 };
    const { open, conversations } = amounts;
    const anyone = () => `/counter/${conversationId(among(conversations))}`;
    // Warms the plans of each connection, as everywhere else.
    await ask({ ...stored, ms: 2_000 }, anyone);
    const unseen = await list(brief, '… whose orders nobody has looked at yet', anyone);
    await drawCards(url);
    return [
      ...(await openConversations(stored, quick ? 2 : 3)),
      unseen,
      await list(brief, '… one with 20,000 messages', () => `/counter/${conversationId(1)}`),
      await list(
        brief,
        "a buyer's orders",
        () => `/buyers/${buyerId(among(conversations))}/orders`,
      ),
      await list(brief, 'newest orders', () => '/orders'),
      await list(
        brief,
        `conversations, ${open.toLocaleString('en')} open, first page with counts`,
        () => '/conversations?view=all',
      ),
      await walk(stored),
    ];
  },
};
