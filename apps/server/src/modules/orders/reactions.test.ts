import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { placed, type Till, till } from '../../../test/till.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { readIntent } from '../payments/index.ts';
import { bookConfirmed, orderFacts, payOrder } from './index.ts';

let w: ShopWorld;
let t: Till;
let id: string;

beforeAll(async () => {
  w = await freshShop();
  await w.write((tx) =>
    mirrorProducts(w.actor, tx, w.shop, [w.product('bowl', { priceMinor: 1_000 })]),
  );
  const [row] = await w.read((tx) => run<{ id: string }>(tx, sql`select id from variants`));
  t = till(w.db, w.actor);
  const items = [{ variantId: row?.id ?? '', quantity: 1 }];
  id = await placed(w.db, w.actor, { shopId: w.shop, buyerId: w.buyer, items });
});
afterAll(() => t.close());

/** Whoever asked the gateway books what it said beside the reaction, as the demo shop does. */
const bookAgain = async (intentId: string) => {
  const intent = await w.read((tx) => readIntent(tx, intentId));
  if (!intent) throw new Error('no payment');
  await w.write((tx) => bookConfirmed(w.actor, tx, { ...intent, intentId }));
};

test('PAY-01 money nobody waits for goes back once, however often it is heard of', async () => {
  const cash = { orderId: id, kind: 'cash', reference: 'till', amountMinor: 1_000 } as const;
  await w.write((tx) => payOrder(w.actor, tx, cash));
  const unwanted = await t.pay(id, w.shop, 1_000);
  await bookAgain(unwanted);
  await Promise.all([bookAgain(unwanted), bookAgain(unwanted)]);
  const refunds = await w.read((tx) =>
    run(tx, sql`select key, amount_minor::int as amount from payment_refunds`),
  );
  expect(refunds).toEqual([{ key: `unbooked:${unwanted}`, amount: 1_000 }]);
  const order = await w.read((tx) => orderFacts(tx, id));
  expect(order).toMatchObject({ status: 'paid', dueMinor: 0 });
});
