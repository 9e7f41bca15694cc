import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { OrderFactRecord } from './mirror.records.ts';

const recordset = (facts: readonly OrderFactRecord[]) => {
  const rows = facts.map(({ orderExternalId, topic, data, hash }) => ({
    order: orderExternalId,
    topic,
    data,
    hash: hash.toString('hex'),
  }));
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r("order" text, topic text, data jsonb, hash text)`;
};

/** Hashes (hex) of facts that are here already, by `order topic`. */
export async function knownFacts(
  tx: Tx,
  shopId: string,
  facts: readonly OrderFactRecord[],
): Promise<Map<string, string>> {
  const rows = await run<{ key: string; hash: string }>(
    tx,
    sql`select f.order_external_id || ' ' || f.topic as key, encode(f.source_hash, 'hex') as hash
        from order_records f join ${recordset(facts)} on f.order_external_id = r."order" and f.topic = r.topic
        where f.team_id = ${tx.team} and f.shop_id = ${shopId}`,
  );
  return new Map(rows.map((row) => [row.key, row.hash]));
}

/** Inserts or overwrites facts. */
export const writeFacts = (tx: Tx, shopId: string, facts: readonly OrderFactRecord[]) =>
  run(
    tx,
    sql`insert into order_records as f (team_id, shop_id, order_external_id, topic, data, source_hash)
        select ${tx.team}, ${shopId}, r."order", r.topic, r.data, decode(r.hash, 'hex') from ${recordset(facts)}
        on conflict (team_id, shop_id, order_external_id, topic) do update
          set data = excluded.data, source_hash = excluded.source_hash, mirrored_at = now()`,
  );
