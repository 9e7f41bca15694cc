import { sql } from 'kysely';
import type { SystemActor } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { run } from '../src/kernel/tx.ts';
import { mirrorProducts } from '../src/modules/catalog/index.ts';
import * as orders from '../src/modules/orders/index.ts';
import type { Sea } from './storm.ts';
import { placed, till } from './till.ts';

interface Ground {
  readonly db: Db;
  readonly actor: SystemActor;
  readonly shop: string;
  /** Known in the shop as `b-1`. */
  readonly buyer: string;
  readonly count: number;
}

const variant = (no: number, priceMinor: number) => ({
  externalId: `storm-${no}`,
  sku: `STORM-${no}`,
  options: { size: String(no) },
  priceMinor,
  stock: null,
  available: true,
  pictureUrl: null,
  attributes: {},
});

async function stockUp({ db, actor, shop }: Ground) {
  await db.write(actor, (tx) =>
    mirrorProducts(actor, tx, shop, [
      {
        externalId: 'storm',
        title: 'storm',
        status: 'on_sale',
        currency: 'CNY',
        description: '',
        aliases: [],
        pictures: [],
        url: null,
        attributes: {},
        variants: [variant(1, 9_000), variant(2, 10_000)],
        hash: Buffer.from('storm'),
      },
    ]),
  );
  await db.write(actor, (tx) =>
    orders.mirrorMethods(tx, shop, [
      {
        buyerExternalId: 'b-1',
        externalId: 'storm-gift',
        kind: 'gift_card',
        sourceKind: '',
        label: 'gift card',
        balanceMinor: 100_000_000,
        currency: 'CNY',
        attributes: {},
      },
    ]),
  );
  return db.read(actor, async (tx) => {
    const variants = await run<{ id: string }>(
      tx,
      sql`select id from variants where external_id like 'storm-%' order by external_id`,
    );
    const [card] = await run<{ id: string }>(
      tx,
      sql`select id from payment_methods where external_id = 'storm-gift'`,
    );
    const [a = '', b = ''] = variants.map((row) => row.id);
    return { variants: [a, b] as const, giftCard: card?.id ?? '' };
  });
}

/** Orders paid in two parts, by gift card and at the gateway, eight at a time; and the till they were paid at. */
export async function harbour(ground: Ground): Promise<Sea> {
  const { db, actor, shop, buyer, count } = ground;
  const { variants, giftCard } = await stockUp(ground);
  const till_ = till(db, actor);
  const made: string[] = [];
  const make = async () => {
    while (made.length < count) {
      const slot = made.push('') - 1;
      const items = [{ variantId: variants[0], quantity: 1 }];
      const orderId = await placed(db, actor, { shopId: shop, buyerId: buyer, items });
      const part = await db.write(actor, (tx) =>
        orders.payOrder(actor, tx, {
          orderId,
          kind: 'gift_card',
          reference: 'gift',
          methodId: giftCard,
          amountMinor: 3_000,
        }),
      );
      if (isRefusal(part)) throw new Error(part.code);
      await till_.pay(orderId, shop, 6_000);
      made[slot] = orderId;
    }
  };
  await Promise.all(Array.from({ length: 8 }, make));
  return { db, actor, shop, orders: made, variants, giftCard, till: till_ };
}
