import pg from 'pg';
import { joinPostgres } from '../../apps/server/src/adapters/embedded-postgres/index.ts';
import { type Chained, chainHash } from '../../apps/server/src/modules/audit/chain.rules.ts';
import type { Figure, Measure } from '../lib/figure.ts';
import type { Product } from '../lib/product.ts';
import { median, short } from '../lib/stats.ts';

interface Verdict {
  readonly entries: number;
  readonly intact: boolean;
  readonly firstBroken: { readonly seq: number; readonly why: string } | null;
}

const refundOf = (seq: number, shop: string): Chained => ({
  seq,
  at: new Date(Date.UTC(2026, 0, 1) + seq * 30_000).toISOString(),
  actor_kind: 'system',
  actor_id: null,
  action: 'order.refunded',
  subject_kind: 'order',
  subject_id: `0190e000-0000-7000-8000-${seq.toString(16).padStart(12, '0')}`,
  outcome: 'done',
  reason: 'damaged',
  before: null,
  after: JSON.stringify({ amountMinor: 1_000 + (seq % 500), state: 'done', method: 'wechat_pay' }),
  shop_id: shop,
  address: '203.0.113.7',
  device: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0',
});

/** Continues the team's chain by so many refunds, as the product would have written them. */
async function lengthen(
  client: pg.Client,
  { team, shop }: Product,
  count: number,
): Promise<number> {
  const head = await client.query<{ seq: string; hash: Buffer }>(
    'select seq, hash from audit_heads where team_id = $1',
    [team],
  );
  let seq = Number(head.rows[0]?.seq ?? 0);
  let hash = head.rows[0]?.hash ?? Buffer.alloc(0);
  for (let written = 0; written < count; ) {
    const rows = [];
    for (; rows.length < 5_000 && written < count; written += 1) {
      seq += 1;
      const entry = refundOf(seq, shop);
      hash = chainHash(hash, team, entry);
      rows.push({ ...entry, team_id: team, hash: `\\x${hash.toString('hex')}` });
    }
    await client.query(
      'insert into audit_entries select * from json_populate_recordset(null::audit_entries, $1::json)',
      [JSON.stringify(rows)],
    );
  }
  await client.query('update audit_heads set seq = $2, hash = $3 where team_id = $1', [
    team,
    seq,
    hash,
  ]);
  return seq;
}

/** Tampering as somebody with the database's own password would do it, and how it is undone. */
const plants = [
  {
    what: 'an amount edited',
    sql: `update audit_entries set after = replace(after, '"amountMinor":', '"amountMinor":9') where team_id = $1 and seq = $2`,
  },
  { what: 'a row removed', sql: 'delete from audit_entries where team_id = $1 and seq = $2' },
  {
    what: 'two rows exchanged',
    sql: `update audit_entries a set after = b.after, at = b.at, subject_id = b.subject_id from audit_entries b
          where a.team_id = $1 and b.team_id = $1 and a.seq in ($2::bigint, $2::bigint + 1) and b.seq = 2 * $2::bigint + 1 - a.seq`,
  },
];

/** Plants each fault, looks whether the walk stops at it, and mends it. */
async function tamper(client: pg.Client, product: Product, last: number, count: number) {
  let found = 0;
  for (const [n, { sql }] of plants.entries()) {
    const seq = last - Math.floor(count / (n + 2));
    await client.query(sql, [product.team, seq]);
    const { firstBroken } = await verify(product);
    if (firstBroken && Math.abs(firstBroken.seq - seq) <= 1) found += 1;
    await restore(client, product, seq);
  }
  return found;
}

async function verify({ address, cookie }: Product): Promise<Verdict> {
  const reply = await fetch(`${address}/api/audit-chain`, { headers: { cookie } });
  if (!reply.ok) throw new Error(`the chain was not verified: ${await reply.text()}`);
  return (await reply.json()) as Verdict;
}

async function walk(client: pg.Client, product: Product, count: number): Promise<Figure> {
  const last = await lengthen(client, product, count);
  const times: number[] = [];
  let intact = true;
  for (let n = 0; n < 3; n += 1) {
    const began = performance.now();
    intact &&= (await verify(product)).intact;
    times.push(performance.now() - began);
  }
  const found = await tamper(client, product, last, count);
  intact &&= (await verify(product)).intact;
  const seconds = median(times) / 1_000 / (count / 100_000);
  return {
    what: `audit chain of ${count.toLocaleString('en')} entries verified, per 100,000`,
    wanted: '≤ 10 s, tampering found',
    measured: `${short(seconds)} s, ${found} of ${plants.length} found`,
    values: { seconds, found },
    met: seconds <= 10 && found === plants.length && intact,
  };
}

/** G15: the whole chain read again, and whether tampering is found. */
export const audit: Measure = {
  name: 'audit',
  slow: true,
  async run({ quick, product: shared }): Promise<Figure[]> {
    const product = await shared();
    const url = await joinPostgres(product.dataDir);
    if (!url) throw new Error('the database of the product was not found');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return [await walk(client, product, quick ? 20_000 : 100_000)];
    } finally {
      await client.end();
    }
  },
};

/** Puts the two rows at a place back as they were. */
async function restore(client: pg.Client, { team, shop }: Product, seq: number): Promise<void> {
  const before = await client.query<{ hash: Buffer }>(
    'select hash from audit_entries where team_id = $1 and seq = $2',
    [team, seq - 1],
  );
  let hash = before.rows[0]?.hash ?? Buffer.alloc(0);
  const rows = [];
  for (const at of [seq, seq + 1]) {
    const entry = refundOf(at, shop);
    hash = chainHash(hash, team, entry);
    rows.push({ ...entry, team_id: team, hash: `\\x${hash.toString('hex')}` });
  }
  await client.query(
    'delete from audit_entries where team_id = $1 and seq in ($2::bigint, $2::bigint + 1)',
    [team, seq],
  );
  await client.query(
    'insert into audit_entries select * from json_populate_recordset(null::audit_entries, $1::json)',
    [JSON.stringify(rows)],
  );
}
