import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { TextRecord } from './mirror.ts';

/** Hashes (hex) of texts that are here, by the shop's own ids; locked until the batch is done. */
export async function readHashes(
  tx: Tx,
  shopId: string,
  externalIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await run<{ external_id: string; hash: string | null }>(
    tx,
    sql`select external_id, encode(source_hash, 'hex') as hash from knowledge_texts
        where team_id = ${tx.team} and shop_id = ${shopId} and external_id = any(${[...externalIds]}::text[])
        order by id for update`,
  );
  return new Map(rows.map((row) => [row.external_id, row.hash]));
}

/** Inserts or overwrites texts. */
export async function writeTexts(
  tx: Tx,
  shopId: string,
  records: readonly TextRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((record) => ({
    ...record,
    id: newId(),
    hash: record.hash.toString('hex'),
  }));
  await run(
    tx,
    sql`insert into knowledge_texts (team_id, id, shop_id, external_id, product_external_id, topic, title, body, attributes,
          source_hash, mirrored_at)
        select ${tx.team}, r.id, ${shopId}, r."externalId", r."productExternalId", r.topic, r.title, r.body, r.attributes,
          decode(r.hash, 'hex'), now()
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "externalId" text, "productExternalId" text,
          topic text, title text, body text, attributes jsonb, hash text)
        on conflict (team_id, shop_id, external_id) do update set product_external_id = excluded.product_external_id,
          topic = excluded.topic, title = excluded.title, body = excluded.body, attributes = excluded.attributes,
          source_hash = excluded.source_hash, mirrored_at = now(), updated_at = now()`,
  );
}
