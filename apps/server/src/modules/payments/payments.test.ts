import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { placed, type Till, till } from '../../../test/till.ts';
import { noFaults } from '../../adapters/payments-sandbox/index.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import * as orders from '../orders/index.ts';
import {
  hearCallback,
  notifyUrlOf,
  numberOf,
  openIntent,
  tendPayment,
  tendRefund,
} from './index.ts';

let w: ShopWorld;
let t: Till;
let variantId: string;

beforeAll(async () => {
  w = await freshShop();
  await w.write((tx) =>
    mirrorProducts(w.actor, tx, w.shop, [w.product('bowl', { priceMinor: 1_000, stock: 1_000 })]),
  );
  const [row] = await w.read((tx) => run<{ id: string }>(tx, sql`select id from variants`));
  variantId = row?.id ?? '';
  t = till(w.db, w.actor);
});
afterAll(() => t.close());

const order = (quantity = 1) =>
  placed(w.db, w.actor, { shopId: w.shop, buyerId: w.buyer, items: [{ variantId, quantity }] });

const facts = (orderId: string) => w.read((tx) => orders.orderFacts(tx, orderId));

const refund = (orderId: string, amountMinor: number) =>
  w.write(async (tx) => {
    const locked = await orders.lockOrder(tx, orderId);
    if (!locked) throw new Error('no order');
    const wish = { amountMinor, to: 'original', actId: newId(), cause: 'refund' } as const;
    return orders.bookRefund(w.actor, tx, locked, wish);
  });

const states = async () => {
  const rows = await w.read((tx) =>
    run<{ state: string }>(tx, sql`select state from payment_refunds order by created_at, id`),
  );
  return rows.map((row) => row.state);
};

describe('SHOP-04 paid through a gateway', () => {
  test('in parts: what is due shrinks with each, the last one makes it paid', async () => {
    const id = await order(3);
    await t.pay(id, w.shop, 1_000);
    expect(await facts(id)).toMatchObject({ status: 'placed', paidMinor: 1_000, dueMinor: 2_000 });
    await t.pay(id, w.shop, 2_000);
    expect(await facts(id)).toMatchObject({ status: 'paid', paidMinor: 3_000, dueMinor: 0 });
  });

  test('declined is not paid', async () => {
    const id = await order();
    await t.pay(id, w.shop, 1_000, 'declined');
    expect(await facts(id)).toMatchObject({ status: 'placed', paidMinor: 0 });
  });

  test('what never reached the gateway is told again under the same key, and can be paid', async () => {
    const id = await order();
    const intent = await w.write((tx) =>
      openIntent(tx, {
        shopId: w.shop,
        orderId: id,
        key: newId(),
        gateway: 'sandbox',
        amountMinor: 1_000,
        currency: 'CNY',
      }),
    );
    t.sandbox.faults = { ...noFaults, lost: 1 };
    await tendPayment(w.db, t.hands, w.actor.team, intent.id);
    t.sandbox.faults = noFaults;
    const again = await tendPayment(w.db, t.hands, w.actor.team, intent.id);
    expect(again.pay).not.toBeNull();
    await tendPayment(w.db, t.hands, w.actor.team, intent.id);
    const told = (await t.sandbox.book.all()).filter(({ key }) => key === numberOf(intent.id));
    expect(told.map(({ act }) => act)).toEqual(['payment']);
  });

  test('money an order does not wait for goes back the way it came', async () => {
    const id = await order();
    await t.pay(id, w.shop, 1_000);
    await t.pay(id, w.shop, 1_000);
    await t.settle();
    expect(await facts(id)).toMatchObject({ paidMinor: 1_000, refundedMinor: 0 });
    const back = (await t.sandbox.book.all()).filter((line) => line.act === 'refund');
    expect(back.map((line) => line.amountMinor)).toEqual([1_000]);
  });
});

describe('SHOP-06 refunded through a gateway', () => {
  test('told once and confirmed; the act’s part is done', async () => {
    const id = await order();
    await t.pay(id, w.shop, 1_000);
    const result = await refund(id, 400);
    expect(result).toMatchObject({ parts: [{ state: 'pending', methodKind: 'sandbox' }] });
    await t.settle();
    expect((await states()).at(-1)).toBe('confirmed');
    const rows = await w.read((tx) =>
      run(tx, sql`select state from order_refunds where order_id = ${id}`),
    );
    expect(rows).toEqual([{ state: 'done' }]);
  });

  test('a silent answer is asked after and never told again', async () => {
    const id = await order();
    await t.pay(id, w.shop, 1_000);
    t.sandbox.faults = { ...noFaults, failAfterSuccess: 1, silent: 1 };
    await refund(id, 300);
    const [open = ''] = await t.open();
    expect(await tendRefund(w.db, t.hands, w.actor.team, open)).toBe(false);
    expect((await states()).at(-1)).toBe('unknown');
    t.sandbox.faults = noFaults;
    expect(await tendRefund(w.db, t.hands, w.actor.team, open)).toBe(true);
    expect((await states()).at(-1)).toBe('confirmed');
    expect(Math.max(...t.sandbox.told.values())).toBe(1);
  });

  test('what never reached the gateway is told under the same key, after it said so twice', async () => {
    const id = await order();
    await t.pay(id, w.shop, 1_000);
    t.sandbox.faults = { ...noFaults, lost: 1 };
    await refund(id, 300);
    const [open = ''] = await t.open();
    await tendRefund(w.db, t.hands, w.actor.team, open);
    t.sandbox.faults = noFaults;
    await t.settle();
    expect((await states()).at(-1)).toBe('confirmed');
    expect(Math.max(...t.sandbox.told.values())).toBe(1);
  });

  test('declined: taken back from the order, which can be refunded again', async () => {
    const id = await order();
    await t.pay(id, w.shop, 1_000);
    t.sandbox.faults = { ...noFaults, decline: 1 };
    await refund(id, 1_000);
    await t.settle();
    t.sandbox.faults = noFaults;
    expect(await facts(id)).toMatchObject({ refundedMinor: 0 });
    expect(isRefusal(await refund(id, 1_000))).toBe(false);
    await t.settle();
    expect(await facts(id)).toMatchObject({ refundedMinor: 1_000 });
  });
});

describe('what gateways tell', () => {
  test('is believed only with its signature, and counts once', async () => {
    const id = await order();
    t.sandbox.faults = { ...noFaults, duplicate: 1 };
    await t.pay(id, w.shop, 1_000);
    t.sandbox.faults = noFaults;
    expect(await facts(id)).toMatchObject({ paidMinor: 1_000 });
    const [kept] = await w.read((tx) =>
      run<{ n: number }>(
        tx,
        sql`select count(*)::int as n from gateway_callbacks c join payment_intents i on replace(i.id::text, '-', '') = c.key where i.order_id = ${id}`,
      ),
    );
    expect(kept?.n).toBe(1);
    const to = { gateway: 'sandbox', teamId: w.actor.team, shopId: w.shop } as const;
    const forged = {
      headers: { 'sandbox-signature': 't=1,v1=00' },
      body: Buffer.from('{}'),
      at: new Date(),
    };
    expect(await hearCallback(w.db, t.hands, to, forged)).toBeNull();
    expect(notifyUrlOf(t.hands, w.actor.team, { gateway: 'sandbox', shopId: w.shop })).toContain(
      w.shop,
    );
  });

  test('adds up, in the ledger and at the gateways', async () => {
    const faults = await w.read(async (tx) => [
      ...((await orders.orders.checks[0]?.ask(tx)) ?? ['no check']),
      ...(await (await import('./check.store.ts')).findPaymentFaults(tx)),
    ]);
    expect(faults).toEqual([]);
  });
});
