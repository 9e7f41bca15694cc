import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../../test/records.ts';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import * as module from './index.ts';

let w: ShopWorld;
let variantId: string;

beforeAll(async () => {
  w = await freshShop();
  await w.write((tx) => mirrorProducts(w.actor, tx, w.shop, [w.product('bowl')]));
  const [row] = await w.read((tx) => run<{ id: string }>(tx, sql`select id from variants`));
  variantId = row?.id ?? '';
});

type Payment = module.OrderRecord['payments'][number];

const moved = (
  direction: Payment['direction'],
  reference: string,
  amountMinor: number,
): Payment => ({
  direction,
  kind: 'wechat_pay',
  sourceKind: '',
  methodExternalId: null,
  reference,
  amountMinor,
  at: null,
});

/** An order of 100.00 with one payment, as a file or a platform tells of it. */
function told(externalId: string, part: Partial<module.OrderRecord> = {}): module.OrderRecord {
  const made = {
    externalId,
    number: externalId,
    url: null,
    status: 'paid' as const,
    sourceStatus: '',
    currency: 'CNY',
    buyerExternalId: 'b-1',
    lines: [
      {
        productExternalId: 'bowl',
        variantExternalId: 'bowl-1',
        sku: 'S',
        title: '碗',
        options: {},
        pictureUrl: null,
        url: null,
        quantity: 1,
        unitMinor: 10_000,
        discountMinor: 0,
        attributes: {},
      },
    ],
    discountMinor: 0,
    postageMinor: 0,
    totalMinor: null,
    payments: [moved('payment', 'p-1', 10_000)],
    address: null,
    addressRaw: null,
    buyerNote: '',
    placedAt: '2026-03-18T06:02:00Z',
    attributes: {},
    ...part,
  };
  return { ...made, hash: hashOf(made) };
}

const mirror = (record: module.OrderRecord, how: module.Mirroring = {}) =>
  w.write((tx) => module.mirrorOrders(w.actor, tx, w.shop, [record], how));

const rowOf = async (externalId: string) => {
  const [row] = await w.read((tx) =>
    run<{ id: string; source: string; status: string; total: number; refunded: number }>(
      tx,
      sql`select id, source, status, total_minor as total, refunded_minor as refunded from orders where external_id = ${externalId}`,
    ),
  );
  if (!row) throw new Error('no order');
  return row;
};

const faults = () => w.read((tx) => module.orders.checks[0]?.ask(tx) ?? Promise.resolve(['none']));

describe('SHOP-03 who has a say in an order', () => {
  test('neither a file nor a platform writes over an order that was placed here', async () => {
    const placed = await w.write((tx) =>
      module.placeOrder(w.actor, tx, {
        shopId: w.shop,
        buyerId: w.buyer,
        items: [{ variantId, quantity: 1 }],
        address: null,
        note: '',
      }),
    );
    if (isRefusal(placed)) throw new Error(placed.code);
    const before = await w.read((tx) => module.orderFacts(tx, placed.orderId));
    const number = before?.number ?? '';
    expect(await mirror(told(number))).toEqual(['foreign']);
    expect(await mirror(told(number), { source: 'connector', again: true })).toEqual(['foreign']);
    expect(await w.read((tx) => module.orderFacts(tx, placed.orderId))).toEqual(before);
    expect(await rowOf(number)).toMatchObject({ source: 'own', status: 'placed', total: 100 });
  });

  test('a file does not write over an order of a platform; a platform takes over one of a file', async () => {
    expect(await mirror(told('w-1'))).toEqual(['created']);
    const platform = { source: 'connector' } as const;
    expect(await mirror(told('w-1', { buyerNote: '轻放' }), platform)).toEqual(['changed']);
    expect(await mirror(told('w-1', { status: 'completed' }))).toEqual(['foreign']);
    expect(await rowOf('w-1')).toMatchObject({ source: 'connector', status: 'paid' });
    expect(await mirror(told('w-1', { status: 'completed' }), platform)).toEqual(['changed']);
    expect(await faults()).toEqual([]);
  });
});

describe('SHOP-06 a refund on its way while its order is mirrored', () => {
  const platform = { source: 'connector' } as const;
  const on = <T>(orderId: string, work: (tx: Tx, facts: module.OrderFacts) => Promise<T>) =>
    w.write(async (tx) => {
      const facts = await module.lockOrder(tx, orderId);
      if (!facts) throw new Error('no order');
      return work(tx, facts);
    });

  /** An order of a platform, of which somebody here gives something back that has not reached it yet. */
  async function refunding(externalId: string, amountMinor: number) {
    await mirror(told(externalId), platform);
    const { id } = await rowOf(externalId);
    const actId = newId();
    const booked = await on(id, (tx, facts) =>
      module.bookRefund(w.actor, tx, facts, {
        amountMinor,
        to: 'original',
        actId,
        cause: 'goodwill',
      }),
    );
    if (isRefusal(booked)) throw new Error(booked.code);
    const takeBack = () =>
      on(id, (tx, facts) => module.takeBack(w.actor, tx, facts, { actId, failure: 'no' }));
    const settle = () => on(id, (tx, facts) => module.settleRefund(tx, facts, { actId }));
    return { takeBack, settle };
  }

  test('is not forgotten: turned down it goes back to where it came from, never below zero', async () => {
    const { takeBack } = await refunding('r-1', 4_000);
    await mirror(told('r-1', { buyerNote: '请快' }), platform);
    expect(await rowOf('r-1')).toMatchObject({ refunded: 4_000 });
    expect(await faults()).toEqual([]);
    const [held] = await w.read((tx) => module.mirroredOrders(tx, w.shop, ['r-1']));
    expect(held?.facts.refundedMinor).toBe(0);
    expect(await takeBack()).toBe(4_000);
    expect(await rowOf('r-1')).toMatchObject({ refunded: 0 });
    expect(await faults()).toEqual([]);
  });

  test('told by the platform before it is settled, it is counted within what was paid, and once in the end', async () => {
    const { settle } = await refunding('r-2', 6_000);
    const after = told('r-2', {
      payments: [moved('payment', 'p-1', 10_000), moved('refund', 'x-1', 6_000)],
    });
    await mirror(after, platform);
    expect(await rowOf('r-2')).toMatchObject({ refunded: 10_000 });
    expect(await faults()).toEqual([]);
    await settle();
    await mirror(after, { ...platform, again: true });
    expect(await rowOf('r-2')).toMatchObject({ refunded: 6_000 });
    expect(await faults()).toEqual([]);
  });
});
