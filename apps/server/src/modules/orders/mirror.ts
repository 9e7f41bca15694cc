import { type Actor, actorRef } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { ensureNamedBuyers } from '../buyers/index.ts';
import { variantsByExternal } from '../catalog/index.ts';
import { ordersMirrored } from './events.ts';
import { entriesToReach, type Stand, totalsOf } from './ledger.rules.ts';
import { appendEntries, type PlacedEntry, readStands } from './ledger.store.ts';
import { knownMethods } from './method.store.ts';
import type { Mirrored, OrderRecord } from './mirror.records.ts';
import { fateOf, standsOfRecord, type Teller } from './mirror.rules.ts';
import * as store from './mirror.store.ts';
import { readOpenRefunds, type ToldPayment, writePayments } from './mirror-payments.store.ts';
import { withOpenRefunds } from './mirror-refunds.rules.ts';
import { numberKey } from './number.rules.ts';
import { adoptParcels } from './parcel.store.ts';
import { refundedOf } from './refund.rules.ts';

interface Pair {
  readonly id: string;
  readonly record: OrderRecord;
  readonly buyerId: string | null;
  readonly before: store.KnownOrder | null;
}

function rowOf({ id, record, buyerId }: Pair, stands: readonly Stand[]): store.OrderRow {
  const paidAt = record.payments.find((payment) => payment.direction === 'payment')?.at ?? null;
  return {
    id,
    buyer_id: buyerId,
    buyer_external_id: record.buyerExternalId,
    external_id: record.externalId,
    number: record.number,
    number_key: numberKey(record.number),
    url: record.url,
    status: record.status,
    source_status: record.sourceStatus,
    currency: record.currency,
    address: record.address,
    address_raw: record.addressRaw,
    buyer_note: record.buyerNote,
    attributes: record.attributes,
    placed_at: record.placedAt,
    paid_at: paidAt,
    source_hash: record.hash.toString('hex'),
    ...totalsOf(stands),
  };
}

async function linesOf(tx: Tx, shopId: string, pairs: readonly Pair[]): Promise<store.LineRow[]> {
  const products = pairs.flatMap(({ record }) =>
    record.lines.map((line) => line.productExternalId),
  );
  const variants = await variantsByExternal(tx, shopId, products);
  return pairs.flatMap(({ id, record }) =>
    record.lines.map((line, n) => {
      const variant = variants.get(`${line.productExternalId}/${line.variantExternalId}`);
      return {
        id: newId(),
        order_id: id,
        no: n + 1,
        product_id: variant?.productId ?? null,
        variant_id: variant?.variantId ?? null,
        product_external_id: line.productExternalId,
        variant_external_id: line.variantExternalId,
        sku: line.sku || variant?.sku || line.variantExternalId,
        title: line.title || variant?.title || line.productExternalId,
        options: line.options ?? variant?.options ?? {},
        picture_url: line.pictureUrl ?? variant?.pictureUrl ?? null,
        url: line.url ?? variant?.url ?? null,
        quantity: line.quantity,
        unit_minor: line.unitMinor,
        discount_minor: line.discountMinor,
        attributes: line.attributes,
      };
    }),
  );
}

type Methods = Awaited<ReturnType<typeof knownMethods>>;

const methodsOf = (tx: Tx, shopId: string, pairs: readonly Pair[]): Promise<Methods> =>
  knownMethods(
    tx,
    shopId,
    pairs.flatMap(({ record }) =>
      record.payments.flatMap((payment) => payment.methodExternalId ?? []),
    ),
  );

/** How a payment of a record was made. */
function meansOf({ buyerId }: Pair, paid: OrderRecord['payments'][number], methods: Methods) {
  const method = methods.get(`${buyerId}/${paid.methodExternalId}`);
  return {
    methodKind: paid.kind ?? method?.kind ?? ('other' as const),
    sourceKind: paid.sourceKind || (method?.sourceKind ?? ''),
    methodId: method?.id ?? null,
    at: paid.at,
  };
}

/** The payments of the records with what went back to each. */
const paymentsOf = (pairs: readonly Pair[], methods: Methods) =>
  pairs.flatMap((pair) => {
    const told = (direction: 'payment' | 'refund') =>
      pair.record.payments
        .filter((one) => one.direction === direction && one.amountMinor > 0)
        .map((one) => ({ ...meansOf(pair, one, methods), ...one }));
    const payments = new Map<string, Omit<ToldPayment, 'refundedMinor'>>();
    for (const { reference, amountMinor, ...means } of told('payment')) {
      const { methodKind, sourceKind, methodId, at } = means;
      const paidMinor = (payments.get(reference)?.paidMinor ?? 0) + amountMinor;
      const row = { orderId: pair.id, reference, paidMinor, methodKind, sourceKind, methodId, at };
      payments.set(reference, row);
    }
    return refundedOf([...payments.values()], told('refund'));
  });

/** The entries that bring the ledgers to where they should stand. */
async function entriesOf(
  tx: Tx,
  pairs: readonly Pair[],
  wanted: (pair: Pair) => Stand[],
  methods: Methods,
): Promise<PlacedEntry[]> {
  const stands = await readStands(
    tx,
    pairs.flatMap(({ before, id }) => (before ? [id] : [])),
  );
  return pairs.flatMap((pair) => {
    const { id, record } = pair;
    const { currency, payments } = record;
    return entriesToReach(wanted(pair), stands.get(id) ?? []).map((entry) => {
      const paid = payments.find(
        (one) => one.direction === entry.kind && one.reference === entry.reference,
      );
      const means = paid ? meansOf(pair, paid, methods) : null;
      return { ...entry, orderId: id, currency, means };
    });
  });
}

/** How a batch is mirrored: whose it is, and whether also what was read before is written again. */
export interface Mirroring {
  readonly source?: Teller;
  readonly again?: boolean;
}

/**
 * Brings a batch of a shop's orders, their lines, status and money up to the source. Orders the source has no say in stay as
 * they are and come back as `foreign`.
 */
export async function mirrorOrders(
  actor: Actor,
  tx: Tx,
  shopId: string,
  records: readonly OrderRecord[],
  { source = 'import', again = false }: Mirroring = {},
): Promise<Mirrored[]> {
  const known = await store.readKnown(
    tx,
    shopId,
    records.map((record) => record.externalId),
  );
  const results = records.map((record) =>
    fateOf(record, known.get(record.externalId), { source, again }),
  );
  await store.touch(
    tx,
    records.flatMap((record, n) =>
      results[n] === 'unchanged' ? (known.get(record.externalId)?.id ?? []) : [],
    ),
  );
  const fresh = records.filter((_, n) => results[n] === 'created' || results[n] === 'changed');
  if (fresh.length === 0) return results;
  const named = fresh.flatMap((record) => record.buyerExternalId ?? []);
  const buyers = await ensureNamedBuyers(actor, tx, shopId, named);
  const pairs = fresh.map((record): Pair => {
    const before = known.get(record.externalId) ?? null;
    const buyerId = buyers.get(record.buyerExternalId ?? '') ?? null;
    return { id: before?.id ?? newId(), record, buyerId, before };
  });
  const methods = await methodsOf(tx, shopId, pairs);
  const { payments, stands } = withOpenRefunds(
    paymentsOf(pairs, methods),
    await readOpenRefunds(
      tx,
      pairs.flatMap(({ id, before }) => (before ? [id] : [])),
    ),
  );
  const standsOf = ({ id, record }: Pair) => [...standsOfRecord(record), ...(stands.get(id) ?? [])];
  const rows = pairs.map((pair) => rowOf(pair, standsOf(pair)));
  await store.writeOrders(tx, shopId, source, rows);
  await store.writeLines(
    tx,
    pairs.map((pair) => pair.id),
    await linesOf(tx, shopId, pairs),
  );
  await store.writeStatuses(
    tx,
    actorRef(actor),
    pairs.filter(({ before, record }) => before?.status !== record.status),
  );
  await appendEntries(actor, tx, await entriesOf(tx, pairs, standsOf, methods));
  await writePayments(
    tx,
    pairs.map((pair) => pair.id),
    payments,
  );
  await adoptParcels(
    tx,
    shopId,
    pairs.map(({ record }) => record.externalId),
  );
  const orders = pairs.map(({ id, record, buyerId, before }) => ({
    id,
    status: record.status,
    was: before?.status ?? null,
    buyerId,
  }));
  emit(tx, ordersMirrored, {
    subject: shopId,
    reach: { shop: shopId },
    actor,
    data: { shopId, orders },
  });
  return results;
}
