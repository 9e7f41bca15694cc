import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyersByAccount, mirrorBuyers } from '../buyers/index.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { mirrorOrders, mirrorParcels } from '../orders/index.ts';
import { factsOf, type SampleOrderFacts } from './content/order.rules.ts';
import { orders, type SampleOrder } from './content/orders.ts';
import { buyers, type SampleBuyer } from './content/people.ts';
import { products } from './content/products.ts';
import { buyerRecord, orderRecord, parcelRecords, productRecord } from './records.rules.ts';
import { orderIds, productIds } from './sample.store.ts';
import { externalIdOf } from './shoppers.ts';

/** An order of the sample, as told and as it now stands in the database. */
export interface LoadedOrder {
  readonly id: string;
  readonly order: SampleOrder;
  readonly facts: SampleOrderFacts;
}

/** What hangs on the shop, by the keys of the sample's content. */
export interface Goods {
  readonly buyers: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, string>;
  /** In the order in which they are told: a buyer's newest first. */
  readonly orders: readonly LoadedOrder[];
}

const buyerOf = new Map<string, SampleBuyer>(buyers.map((buyer) => [buyer.key, buyer]));

function tell(actor: TeamActor) {
  const at = now();
  return orders.map((order, seed) => {
    const buyer = buyerOf.get(order.buyer);
    if (!buyer) throw new Error(`nobody in the sample is called ${order.buyer}`);
    return { order, buyer, facts: factsOf(seed, order, buyer, actor.locale, at) };
  });
}

/** Brings shelf, buyers, orders and parcels of the sample into its shop. */
export async function loadGoods(actor: TeamActor, tx: Tx, shopId: string): Promise<Goods> {
  const { locale } = actor;
  const told = tell(actor);
  await mirrorProducts(
    actor,
    tx,
    shopId,
    products.map((product) => productRecord(product, locale)),
  );
  await mirrorBuyers(actor, tx, shopId, buyers.map(buyerRecord));
  await mirrorOrders(
    actor,
    tx,
    shopId,
    told.map(({ order, facts, buyer }) => orderRecord(order, facts, buyer)),
  );
  await mirrorParcels(
    actor,
    tx,
    shopId,
    told.flatMap(({ facts }) => parcelRecords(facts)),
  );

  const accounts = await buyersByAccount(tx, shopId, buyers.map(externalIdOf));
  const numbers = await orderIds(tx, shopId);
  return {
    buyers: new Map(buyers.map((buyer) => [buyer.key, accounts.get(externalIdOf(buyer)) ?? ''])),
    products: await productIds(tx, shopId),
    orders: told.map(({ order, facts }) => ({ id: numbers.get(facts.number) ?? '', order, facts })),
  };
}
