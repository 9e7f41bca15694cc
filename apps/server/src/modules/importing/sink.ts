import type { Actor, TeamActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type BuyerRecord, mirrorBuyers } from '../buyers/index.ts';
import { mirrorProducts, type ProductRecord } from '../catalog/index.ts';
import { mirrorTexts, type TextRecord } from '../knowledge/index.ts';
import {
  linkLines,
  type MethodRecord,
  mirrorMethods,
  mirrorOrderFacts,
  mirrorOrders,
  mirrorParcels,
  type OrderFactRecord,
  type OrderRecord,
  type ParcelRecord,
} from '../orders/index.ts';
import { type ToldReview, takeReviews } from '../reviews/index.ts';
import type { Mapped } from './map/record.rules.ts';
import type { Kind } from './map/targets.ts';
import * as records from './records.ts';

/** `handled`: acted on here since, so that the file no longer says how it is. `foreign`: did not come out of a file at all. */
export type Mirrored = 'created' | 'changed' | 'unchanged' | 'handled' | 'foreign';

/** What a shop decides about the reading of its files. */
export interface Home {
  readonly shopId: string;
  readonly currency: string;
  /** ISO 3166 code in which phone numbers without a country are read. */
  readonly country: string;
}

/** Where mapped records go: made into the modules' records, and handed over batch by batch. */
export interface Sink<R = unknown> {
  /** Tells two records of one thing: the shop's own id. */
  keyOf(record: R): string;
  hashOf(record: R): string;
  make(mapped: Mapped, home: Home): R;
  write(actor: Actor, tx: Tx, shopId: string, batch: readonly R[]): Promise<Mirrored[]>;
  /** Once the file is through; opens its own transactions and may be repeated. */
  finish?(db: Db, actor: TeamActor, shopId: string): Promise<unknown>;
}

interface Named {
  readonly externalId: string;
  readonly hash: Buffer;
}

const named = <R extends Named>() => ({
  keyOf: (record: R) => record.externalId,
  hashOf: (record: R) => record.hash.toString('base64'),
});

interface BuyerWithMethods extends BuyerRecord {
  readonly methods: readonly MethodRecord[];
}

const products: Sink<ProductRecord> = {
  ...named<ProductRecord>(),
  make: (mapped, home) => records.productOf(mapped, home.currency),
  write: mirrorProducts,
  finish: linkLines,
};

const buyers: Sink<BuyerWithMethods> = {
  ...named<BuyerWithMethods>(),
  make: (mapped, home) => ({
    ...records.buyerOf(mapped, home.country),
    methods: records.methodsOf(mapped, home.currency),
  }),
  async write(actor, tx, shopId, batch) {
    const results = await mirrorBuyers(actor, tx, shopId, batch);
    const fresh = batch.filter((_, n) => results[n] !== 'unchanged');
    await mirrorMethods(
      tx,
      shopId,
      fresh.flatMap((buyer) => buyer.methods),
    );
    return results;
  },
};

const orders: Sink<OrderRecord> = {
  ...named<OrderRecord>(),
  make: (mapped, home) => records.orderOf(mapped, home.currency),
  write: mirrorOrders,
};

const parcels: Sink<ParcelRecord> = {
  ...named<ParcelRecord>(),
  make: records.parcelOf,
  write: mirrorParcels,
};

const knowledge: Sink<TextRecord> = {
  ...named<TextRecord>(),
  make: records.textRecordOf,
  write: (_actor, tx, shopId, batch) => mirrorTexts(tx, shopId, batch),
};

const reviews: Sink<ToldReview> = {
  keyOf: (told) => told.externalId,
  hashOf: (told) => records.hashOf(told).toString('base64'),
  make: records.reviewOf,
  write: async (actor, tx, shopId, batch) =>
    (await takeReviews(actor, tx, shopId, batch, 'import')).map(({ result }) => result),
};

const orderRecords: Sink<OrderFactRecord> = {
  keyOf: (fact) => `${fact.orderExternalId} ${fact.topic}`,
  hashOf: (fact) => fact.hash.toString('base64'),
  make: records.orderFactOf,
  write: (_actor, tx, shopId, batch) => mirrorOrderFacts(tx, shopId, batch),
};

/** One for each kind of record. */
export const sinks: Readonly<Record<Kind, Sink>> = {
  products,
  buyers,
  orders,
  parcels,
  knowledge,
  reviews,
  orderRecords,
} as Readonly<Record<Kind, Sink<never>>> as never;
