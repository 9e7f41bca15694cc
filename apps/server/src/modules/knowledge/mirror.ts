import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';

/** A text as a shop's file tells of it. */
export interface TextRecord {
  readonly externalId: string;
  readonly productExternalId: string | null;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly hash: Buffer;
}

export type Mirrored = 'created' | 'changed' | 'unchanged';

/** Brings a batch of a shop's texts up to the source. */
export async function mirrorTexts(
  tx: Tx,
  shopId: string,
  records: readonly TextRecord[],
): Promise<Mirrored[]> {
  const known = await run<{ external_id: string; hash: string | null }>(
    tx,
    sql`select external_id, encode(source_hash, 'hex') as hash from knowledge_texts
        where team_id = ${tx.team} and shop_id = ${shopId}
          and external_id = any(${records.map((record) => record.externalId)}::text[]) order by id for update`,
  );
  const hashes = new Map(known.map((row) => [row.external_id, row.hash]));
  const results = records.map(({ externalId, hash }): Mirrored => {
    if (!hashes.has(externalId)) return 'created';
    return hashes.get(externalId) === hash.toString('hex') ? 'unchanged' : 'changed';
  });
  const rows = records
    .filter((_, n) => results[n] !== 'unchanged')
    .map((record) => ({ ...record, id: newId(), hash: record.hash.toString('hex') }));
  if (rows.length === 0) return results;
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
  return results;
}
