import pg from 'pg';
import type { Actor } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { inside, type Tx } from '../src/kernel/tx.ts';
import { testDatabase } from './database.ts';

/** Lets the database learn what tables hold, as it does by itself some time after they were filled. */
export async function analyze(...tables: string[]): Promise<void> {
  const { url } = await testDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`analyze ${tables.join(', ')}`);
  await client.end();
}

interface Asked {
  readonly text: string;
  readonly values: unknown[];
}

interface Plan {
  readonly 'Plan Rows': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly 'Node Type': string;
  readonly Plans?: readonly Plan[];
}

/** How one statement was carried out. */
export interface Read {
  readonly text: string;
  /** Pages of the database it touched, in memory or not: the same on every machine. */
  readonly blocks: number;
  readonly plan: string;
}

function asAsked(given: readonly unknown[]): Asked {
  const [first, values] = given as [string | Asked, unknown[] | undefined];
  return typeof first === 'string'
    ? { text: first, values: values ?? [] }
    : { text: first.text, values: first.values ?? [] };
}

/** Does the work as it is done, then asks the database how many pages each of its reading statements takes. */
export function readsOf(db: Db, actor: Actor, work: (tx: Tx) => Promise<unknown>): Promise<Read[]> {
  return db.read(actor as never, async (tx) => {
    const { client } = inside(tx);
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<{ rows: object[] }>;
    const asked: Asked[] = [];
    Object.assign(client, {
      query: (...given: unknown[]) => {
        asked.push(asAsked(given));
        return query(...given);
      },
    });
    try {
      await work(tx);
    } finally {
      Object.assign(client, { query });
    }
    const reads: Read[] = [];
    for (const { text, values } of asked.filter((one) => /^\s*(select|with)\b/i.test(one.text))) {
      const { rows } = await query(`explain (analyze, buffers, format json) ${text}`, values);
      const [{ Plan: plan }] = (rows[0] as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN'];
      const blocks = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      reads.push({ text, blocks, plan: JSON.stringify(plan, null, 1) });
    }
    return reads;
  }) as Promise<Read[]>;
}
