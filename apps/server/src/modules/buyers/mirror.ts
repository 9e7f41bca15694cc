import type { AddressShape } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyersMirrored } from './events.ts';
import { buyersByAccount } from './facts.store.ts';
import * as store from './mirror.store.ts';
import { readPhone } from './phone.rules.ts';

/** A buyer as a shop's file tells of one. */
export interface BuyerRecord {
  readonly externalId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly country: string;
  readonly email: string | null;
  readonly level: string | null;
  readonly locale: string | null;
  /** Null: the file says nothing of addresses; those there are stay. */
  readonly addresses: readonly (AddressShape & { readonly raw: string | null })[] | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Changes when anything in the record does. */
  readonly hash: Buffer;
}

export type Mirrored = 'created' | 'changed' | 'unchanged';

const phoneColumns = (record: BuyerRecord) => {
  if (record.phone === null) return { phone: null, phone_country: null, phone_valid: null };
  const read = readPhone(record.phone, record.country);
  return {
    phone: read?.number ?? record.phone,
    phone_country: read?.country ?? record.country,
    phone_valid: read?.valid ?? false,
  };
};

const unknown = (externalId: string): BuyerRecord => ({
  externalId,
  name: '',
  phone: null,
  country: '',
  email: null,
  level: null,
  locale: null,
  addresses: [],
  attributes: {},
  hash: Buffer.alloc(0),
});

const rowOf = (record: BuyerRecord, id: string, accountId: string): store.MirrorRow => ({
  id,
  account_id: accountId,
  external_id: record.externalId,
  name: record.name,
  email: record.email?.toLowerCase() ?? null,
  level: record.level,
  locale: record.locale,
  attributes: record.attributes,
  source_hash: record.hash.toString('hex'),
  ...phoneColumns(record),
});

/**
 * Brings a batch of a shop's buyers up to the source. A buyer is found by the shop's own id alone: two buyers with one
 * phone number stay two. Tags, remarks, blocklisting and what members wrote are not the source's and stay.
 */
export async function mirrorBuyers(
  actor: Actor,
  tx: Tx,
  shopId: string,
  records: readonly BuyerRecord[],
): Promise<Mirrored[]> {
  const known = await store.readAccounts(
    tx,
    shopId,
    records.map((record) => record.externalId),
  );
  const results = records.map((record): Mirrored => {
    const before = known.get(record.externalId);
    if (!before) return 'created';
    return before.hash === record.hash.toString('hex') ? 'unchanged' : 'changed';
  });
  const rows = records.map((record) => {
    const before = known.get(record.externalId);
    return rowOf(record, before?.buyerId ?? newId(), before?.accountId ?? newId());
  });
  const of = (wanted: Mirrored) => rows.filter((_, n) => results[n] === wanted);
  await store.insertMirrored(tx, shopId, of('created'));
  await store.updateMirrored(tx, of('changed'));
  await store.touch(
    tx,
    of('unchanged').map((row) => row.id),
  );
  const touched = rows.filter((_, n) => results[n] !== 'unchanged');
  const told = rows.filter((_, n) => results[n] !== 'unchanged' && records[n]?.addresses);
  await store.replaceAddresses(
    tx,
    told.map((row) => row.id),
    records.flatMap((record, n) =>
      results[n] === 'unchanged'
        ? []
        : (record.addresses ?? []).map((address, at) => ({
            ...address,
            id: newId(),
            buyer_id: rows[n]?.id ?? '',
            main: at === 0,
          })),
    ),
  );
  if (touched.length > 0) {
    const data = { shopId, buyerIds: touched.map((row) => row.id) };
    emit(tx, buyersMirrored, { subject: shopId, reach: { shop: shopId }, actor, data });
  }
  return results;
}

/**
 * Buyers a shop names without telling of them (orders before buyers): found, or made with nothing but the shop's id, to be
 * filled in once the shop tells. Resolves to buyer ids by the shop's ids.
 */
export async function ensureNamedBuyers(
  actor: Actor,
  tx: Tx,
  shopId: string,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  const known = await buyersByAccount(tx, shopId, externalIds);
  const missing = [...new Set(externalIds)].filter((externalId) => !known.has(externalId));
  if (missing.length === 0) return known;
  const rows = missing.map((externalId) => rowOf(unknown(externalId), newId(), newId()));
  const made = await store.insertNamed(tx, shopId, rows);
  for (const { external_id, buyer_id } of made) known.set(external_id, buyer_id);
  const data = { shopId, buyerIds: made.map((row) => row.buyer_id) };
  emit(tx, buyersMirrored, { subject: shopId, reach: { shop: shopId }, actor, data });
  return known;
}
