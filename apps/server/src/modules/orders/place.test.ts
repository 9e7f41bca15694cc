import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { orders } from './index.ts';
import { payOrder } from './pay.ts';
import { placeOrder } from './place.ts';

let w: ShopWorld;
let variantId: string;

beforeAll(async () => {
  w = await freshShop();
  await w.write((tx) =>
    mirrorProducts(w.actor, tx, w.shop, [w.product('bowl', { priceMinor: 1250, stock: 10 })]),
  );
  const [row] = await w.read((tx) => run<{ id: string }>(tx, sql`select id from variants`));
  variantId = row?.id ?? '';
});

const place = (quantity: number) =>
  w.write((tx) =>
    placeOrder(w.actor, tx, {
      shopId: w.shop,
      buyerId: w.buyer,
      items: [{ variantId, quantity }],
      address: null,
      note: '',
    }),
  );

const faults = () => w.read((tx) => orders.checks[0]?.ask(tx) ?? Promise.resolve(['no check']));

describe('placing orders', () => {
  test('40 buyers want one of 10: ten have it, thirty are told, nothing is oversold', async () => {
    const results = await Promise.all(Array.from({ length: 40 }, () => place(1)));
    expect(results.filter((result) => !isRefusal(result))).toHaveLength(10);
    const codes = results.flatMap((result) => (isRefusal(result) ? [result.code] : []));
    expect(new Set(codes)).toEqual(new Set(['product.sold_out']));
    const [left] = await w.read((tx) =>
      run<{ stock: number }>(tx, sql`select stock from variants`),
    );
    expect(left?.stock).toBe(0);
    const numbers = results.flatMap((result) => (isRefusal(result) ? [] : [result.number]));
    expect(new Set(numbers).size).toBe(10);
    expect(await faults()).toEqual([]);
  });

  test('things priced in two currencies are not summed into one order', async () => {
    const before = await w.read((tx) => run(tx, sql`select id, stock from variants order by id`));
    await w.write((tx) =>
      mirrorProducts(w.actor, tx, w.shop, [
        w.product('cheap', { priceMinor: 100, stock: 5 }, { currency: 'JPY' }),
        w.product('dear', { priceMinor: 90_000, stock: 5 }, { currency: 'USD' }),
      ]),
    );
    const fresh = await w.read((tx) =>
      run<{ id: string }>(
        tx,
        sql`select id from variants where external_id in ('cheap-1', 'dear-1') order by external_id`,
      ),
    );
    const items = fresh.map(({ id }) => ({ variantId: id, quantity: 1 }));
    const cart = { shopId: w.shop, buyerId: w.buyer, items, address: null, note: '' };
    const mixed = await w.write((tx) => placeOrder(w.actor, tx, cart));
    expect(isRefusal(mixed) && mixed.code).toBe('product.not_for_sale');
    const stock = await w.read((tx) =>
      run(tx, sql`select distinct stock from variants where external_id in ('cheap-1', 'dear-1')`),
    );
    expect(stock).toEqual([{ stock: 5 }]);
    await w.write((tx) =>
      run(tx, sql`delete from products where external_id in ('cheap', 'dear')`),
    );
    expect(await w.read((tx) => run(tx, sql`select id, stock from variants order by id`))).toEqual(
      before,
    );
  });

  test('twenty payments of one order at once book one', async () => {
    await w.write((tx) => run(tx, sql`update variants set stock = 5`));
    const placed = await place(2);
    if (isRefusal(placed)) throw new Error(placed.code);
    const pay = (n: number) =>
      w.write((tx) =>
        payOrder(w.actor, tx, { orderId: placed.orderId, kind: 'sandbox', reference: `p${n}` }),
      );
    const paid = await Promise.all(Array.from({ length: 20 }, (_, n) => pay(n)));
    expect(paid.filter((result) => !isRefusal(result))).toEqual([
      { amountMinor: 2500, currency: 'CNY', status: 'paid' },
    ]);
    const [row] = await w.read((tx) =>
      run<{ paid_minor: number; sum: number }>(
        tx,
        sql`select paid_minor, (select sum(amount_minor)::bigint from order_entries e where e.order_id = o.id and kind = 'payment') as sum
            from orders o where id = ${placed.orderId}`,
      ),
    );
    expect(row).toEqual({ paid_minor: 2500, sum: 2500 });
    expect(await faults()).toEqual([]);
  });

  test('a variant of another shop or not for sale is refused and nothing is taken', async () => {
    await w.write((tx) => run(tx, sql`update variants set stock = 5, available = false`));
    expect(await place(1)).toMatchObject({ code: 'product.not_for_sale' });
    const elsewhere = await freshShop();
    const result = await elsewhere.write((tx) =>
      placeOrder(elsewhere.actor, tx, {
        shopId: elsewhere.shop,
        buyerId: elsewhere.buyer,
        items: [{ variantId, quantity: 1 }],
        address: null,
        note: '',
      }),
    );
    expect(result).toMatchObject({ code: 'variant.not_found' });
  });
});
