import { orders } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { productRecord, variantRecord } from '../../../test/records.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { payOrder, placeOrder } from './index.ts';
import { findLedgerFaults } from './ledger.store.ts';

type Counter = Awaited<ReturnType<typeof atCounter>>;

const variant = (externalId: string, priceMinor: number, stock: number) =>
  variantRecord({ externalId, options: { 颜色: externalId }, priceMinor, stock });

/** A cup in two colours, twenty each. */
async function twoColours(w: Counter) {
  const variants = [variant('red', 1_000, 20), variant('blue', 1_000, 20)];
  const record = productRecord({ externalId: 'cup', title: '杯子', variants });
  await w.doing((tx) => mirrorProducts(system(w.team, 'test'), tx, w.shop, [record]));
  const rows = await w.doing((tx) =>
    run<{ id: string; sku: string }>(
      tx,
      sql`select id, sku from variants where shop_id = ${w.shop} and sku in ('red', 'blue')`,
    ),
  );
  return Object.fromEntries(rows.map(({ id, sku }) => [sku, id])) as { red: string; blue: string };
}

const place = async (w: Counter, items: { variantId: string; quantity: number }[]) => {
  const cart = { shopId: w.shop, buyerId: w.buyer, items, address: null, note: '' };
  const placed = await w.doing((tx) => placeOrder(system(w.team, 'test'), tx, cart));
  if (!('orderId' in placed)) throw new Error('no order');
  return placed.orderId;
};

const stockOf = async (w: Counter, id: string) => {
  const rows = await w.doing((tx) =>
    run<{ stock: number }>(tx, sql`select stock from variants where id = ${id}`),
  );
  return rows[0]?.stock;
};

describe('SHOP-06 acts at the same time', () => {
  test('changing red to blue and blue to red in many orders at once ends, and no piece is lost', async () => {
    const w = await atCounter();
    const { red, blue } = await twoColours(w);
    const owner = await w.as('何雅琴');
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        place(w, [{ variantId: n % 2 ? red : blue, quantity: 1 }]),
      ),
    );
    const outcomes = await Promise.all(
      made.map((orderId, n) =>
        owner.attempt(orders.changeOrderItems, {
          orderId,
          changes: [{ lineNo: 1, variantId: n % 2 ? blue : red }],
        }),
      ),
    );
    expect(new Set(outcomes.map(outcomeOf))).toEqual(new Set(['done']));
    expect([await stockOf(w, red), await stockOf(w, blue)]).toEqual([14, 14]);
  });

  test('several lines in one act, each with its own variant; one that fails leaves all as they were', async () => {
    const w = await atCounter();
    const { red, blue } = await twoColours(w);
    const owner = await w.as('何雅琴');
    const orderId = await place(w, [
      { variantId: red, quantity: 2 },
      { variantId: blue, quantity: 1 },
    ]);
    const before = await owner.call(orders.getOrder, { orderId });
    const lacking = await owner.attempt(orders.changeOrderItems, {
      orderId,
      changes: [
        { lineNo: 1, variantId: blue, quantity: 1 },
        { lineNo: 2, variantId: red, quantity: 500 },
      ],
    });
    expect(outcomeOf(lacking)).toBe('product.sold_out');
    expect(await owner.call(orders.getOrder, { orderId })).toEqual(before);
    expect([await stockOf(w, red), await stockOf(w, blue)]).toEqual([18, 19]);
    const acted = await owner.call(orders.changeOrderItems, {
      orderId,
      changes: [
        { lineNo: 1, variantId: blue, quantity: 3 },
        { lineNo: 2, variantId: red },
      ],
    });
    expect(acted.order.lines.map((line) => [line.sku, line.quantity, line.options])).toEqual([
      ['blue', 3, { 颜色: 'blue' }],
      ['red', 1, { 颜色: 'red' }],
    ]);
    expect(acted.order.totals.totalMinor).toBe(4_000);
    expect([await stockOf(w, red), await stockOf(w, blue)]).toEqual([19, 17]);
  });

  test('cancel and ship at once: one of them wins', async () => {
    const w = await atCounter();
    const owner = await w.as('何雅琴');
    await w.doing((tx) =>
      payOrder(system(w.team, 'test'), tx, { orderId: w.order, kind: 'sandbox', reference: 'p' }),
    );
    const outcomes = await Promise.all([
      owner.attempt(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' }),
      owner.attempt(orders.shipOrder, { orderId: w.order, carrier: 'sf', number: 'SF1' }),
    ]);
    expect(outcomes.map(outcomeOf).sort()).toEqual(['done', 'order.act_not_allowed']);
    expect(await w.doing((tx) => findLedgerFaults(tx))).toEqual([]);
  });
});
