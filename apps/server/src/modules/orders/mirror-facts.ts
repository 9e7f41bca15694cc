import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { buyersByAccount } from '../buyers/index.ts';
import { writeMethods } from './method.store.ts';
import type { MethodRecord, Mirrored, OrderFactRecord } from './mirror.records.ts';

/** Brings the means of payment of a batch of buyers up to the source; methods of buyers nobody knows are left out. */
export async function mirrorMethods(
  tx: Tx,
  shopId: string,
  methods: readonly MethodRecord[],
): Promise<void> {
  const buyers = await buyersByAccount(
    tx,
    shopId,
    methods.map((method) => method.buyerExternalId),
  );
  await writeMethods(
    tx,
    shopId,
    methods.flatMap((method) => {
      const buyerId = buyers.get(method.buyerExternalId);
      return buyerId === undefined ? [] : [{ ...method, buyerId }];
    }),
  );
}

/** Keeps facts about orders by the shop's own order id, also of orders that are not here (yet). */
export async function mirrorOrderFacts(
  tx: Tx,
  shopId: string,
  facts: readonly OrderFactRecord[],
): Promise<Mirrored[]> {
  const rows = facts.map(({ orderExternalId, topic, data, hash }) => ({
    order: orderExternalId,
    topic,
    data,
    hash: hash.toString('hex'),
  }));
  const recordset = sql`json_to_recordset(${JSON.stringify(rows)}::json) as r("order" text, topic text, data jsonb, hash text)`;
  const known = await run<{ key: string; hash: string }>(
    tx,
    sql`select f.order_external_id || ' ' || f.topic as key, encode(f.source_hash, 'hex') as hash
        from order_records f join ${recordset} on f.order_external_id = r."order" and f.topic = r.topic
        where f.team_id = ${tx.team} and f.shop_id = ${shopId}`,
  );
  await run(
    tx,
    sql`insert into order_records as f (team_id, shop_id, order_external_id, topic, data, source_hash)
        select ${tx.team}, ${shopId}, r."order", r.topic, r.data, decode(r.hash, 'hex') from ${recordset}
        on conflict (team_id, shop_id, order_external_id, topic) do update
          set data = excluded.data, source_hash = excluded.source_hash, mirrored_at = now()`,
  );
  const before = new Map(known.map((row) => [row.key, row.hash]));
  return rows.map((row): Mirrored => {
    const was = before.get(`${row.order} ${row.topic}`);
    return was === undefined ? 'created' : was === row.hash ? 'unchanged' : 'changed';
  });
}
