import type { Tx } from '../../kernel/tx.ts';
import { adoptTexts } from './adopt.ts';
import { readHashes, writeTexts } from './mirror.store.ts';

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
  const hashes = await readHashes(
    tx,
    shopId,
    records.map((record) => record.externalId),
  );
  const results = records.map(({ externalId, hash }): Mirrored => {
    if (!hashes.has(externalId)) return 'created';
    return hashes.get(externalId) === hash.toString('hex') ? 'unchanged' : 'changed';
  });
  const fresh = records.filter((_, n) => results[n] !== 'unchanged');
  await writeTexts(tx, shopId, fresh);
  await adoptTexts(tx, shopId, fresh);
  return results;
}
