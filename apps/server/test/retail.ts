import { fileURLToPath } from 'node:url';
import { orders as contract, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { system } from '../src/kernel/actor.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { first, run } from '../src/kernel/tx.ts';
import { importFile } from '../src/modules/importing/index.ts';
import { type World, world } from './world.ts';

const data = fileURLToPath(new URL('../../../../shared/data/retail-shop/', import.meta.url));

/** The retail shop of the benchmark in a fresh world: 500 buyers, 50 products, 1,000 orders, its rules as settings. */
export interface Retail extends World {
  readonly retail: string;
  /** An order by its number, as its card shows it to the lead. */
  order(number: string): Promise<typeof contract.OrderCard.static>;
  /** Whether every order's ledger fits, asked as `guitai verify` does. */
  faults(): Promise<string[]>;
  stockOf(variantId: string): Promise<number | null>;
  setStock(variantId: string, stock: number): Promise<unknown>;
  methodOf(buyerId: string, kind: string): Promise<string | null>;
}

/** What the benchmark's policy says, in settings alone. */
const rules = {
  return: {
    states: ['delivered' as const],
    reasons: [{ code: 'no_reason', text: 'changed my mind' }],
    windowDays: null,
    onePerOrder: true,
    refundTo: 'original_or_gift_card' as const,
  },
  exchange: {
    states: ['delivered' as const],
    reasons: [{ code: 'other_variant', text: 'another variant' }],
    windowDays: null,
    onePerOrder: true,
    refundTo: 'any_balance' as const,
  },
};

export async function retailShop(): Promise<Retail> {
  const w = await world();
  const owner = await w.as('何雅琴');
  const shop = await owner.call(shops.createShop, {
    name: 'Retail',
    kind: 'imported',
    currency: 'USD',
    timezone: 'America/New_York',
    locale: 'en',
  });
  const making = system(w.team, 'test');
  for (const [mapping, file] of [
    ['users', 'users.json'],
    ['products', 'products.json'],
    ['orders', 'orders.json'],
  ]) {
    const done = await importFile(w.db, making, {
      shopId: shop.id,
      mapping: `retail-shop/${mapping}`,
      dryRun: false,
      path: data + file,
      fileName: file ?? '',
    });
    if (isRefusal(done)) throw new Error(`${mapping}: ${done.code}`);
  }
  await owner.call(shops.updateShopSettings, { shopId: shop.id, orderRules: rules });
  const ask = <R>(query: ReturnType<typeof sql>) => w.db.read(making, (tx) => first<R>(tx, query));
  return {
    ...w,
    retail: shop.id,
    async order(number) {
      const row = await ask<{ id: string }>(
        sql`select id from published.orders where shop_id = ${shop.id} and number = ${number}`,
      );
      return (await w.as('何雅琴')).call(contract.getOrder, { orderId: row?.id ?? '' });
    },
    faults: async () => {
      const found = [];
      for (const check of w.modules.flatMap((module) => module.checks))
        found.push(...(await w.db.read(making, (tx) => check.ask(tx))));
      return found;
    },
    stockOf: async (variantId) =>
      (
        await ask<{ stock: number | null }>(
          sql`select stock from published.variants where id = ${variantId}`,
        )
      )?.stock ?? null,
    setStock: (variantId, stock) =>
      w.db.write(making, (tx) =>
        run(tx, sql`update variants set stock = ${stock} where id = ${variantId}`),
      ),
    methodOf: async (buyerId, kind) =>
      (
        await ask<{ id: string }>(
          sql`select id from published.payment_methods where buyer_id = ${buyerId} and method ->> 'kind' = ${kind}`,
        )
      )?.id ?? null,
  };
}
