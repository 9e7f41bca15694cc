import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { productsMirrored } from './events.ts';
import { indexEntry } from './index.rules.ts';
import * as store from './mirror.store.ts';
import { speaker } from './speak.ts';
import { refreshAvailable } from './stock.store.ts';

export interface VariantRecord {
  readonly externalId: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: number;
  readonly stock: number | null;
  readonly available: boolean;
  readonly pictureUrl: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A product as a shop's file tells of one. */
export interface ProductRecord {
  readonly externalId: string;
  readonly title: string;
  readonly status: 'on_sale' | 'off_sale' | 'out_of_stock';
  readonly currency: string;
  readonly description: string;
  readonly aliases: readonly string[];
  readonly pictures: readonly string[];
  readonly url: string | null;
  readonly variants: readonly VariantRecord[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Changes when anything in the record does. */
  readonly hash: Buffer;
}

export type Mirrored = 'created' | 'changed' | 'unchanged';

const searchable = (record: ProductRecord) => ({
  title: record.title,
  more: [
    ...record.aliases,
    ...record.variants.flatMap((variant) => Object.values(variant.options)),
  ],
  codes: [
    record.externalId,
    ...record.variants.flatMap(({ externalId, sku }) => [externalId, sku]),
  ],
});

/** Brings a batch of a shop's products, their variants and their place in the search up to the source. */
export async function mirrorProducts(
  actor: Actor,
  tx: Tx,
  shopId: string,
  records: readonly ProductRecord[],
): Promise<Mirrored[]> {
  const known = await store.readKnown(
    tx,
    shopId,
    records.map((record) => record.externalId),
  );
  const results = records.map((record): Mirrored => {
    const before = known.get(record.externalId);
    if (!before) return 'created';
    return before.hash === record.hash.toString('hex') ? 'unchanged' : 'changed';
  });
  const ids = records.map((record) => known.get(record.externalId)?.id ?? newId());
  const pairs = records.map((record, n) => ({ record, id: ids[n] ?? '', result: results[n] }));
  await store.touch(
    tx,
    pairs.flatMap((p) => (p.result === 'unchanged' ? [p.id] : [])),
  );
  const touched = pairs.filter((pair) => pair.result !== 'unchanged');
  if (touched.length === 0) return results;
  await store.writeProducts(tx, shopId, touched);
  await store.writeVariants(tx, shopId, touched);
  const speak = await speaker();
  const entries = touched.map(({ record, id }) => ({
    id,
    ...indexEntry(tx.team ?? '', searchable(record), speak),
  }));
  await store.writeEntries(tx, shopId, entries);
  const productIds = touched.map((pair) => pair.id);
  await refreshAvailable(tx, productIds);
  const data = { shopId, productIds };
  emit(tx, productsMirrored, { subject: shopId, reach: { shop: shopId }, actor, data });
  return results;
}
