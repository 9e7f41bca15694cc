import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../../test/records.ts';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import * as module from './index.ts';

let w: ShopWorld;
let methods: Record<string, string>;

beforeAll(async () => {
  w = await freshShop();
  await w.write((tx) =>
    module.mirrorMethods(
      tx,
      w.shop,
      [
        { externalId: 'gift', kind: 'gift_card' as const, balanceMinor: 5_000 },
        { externalId: 'small', kind: 'e_card' as const, balanceMinor: 10 },
        { externalId: 'card', kind: 'credit_card' as const, balanceMinor: null },
      ].map((one) => ({
        ...one,
        buyerExternalId: 'b-1',
        sourceKind: '',
        label: one.externalId,
        currency: 'CNY',
        attributes: {},
      })),
    ),
  );
  const rows = await w.read((tx) =>
    run<{ id: string; external_id: string }>(tx, sql`select id, external_id from payment_methods`),
  );
  methods = Object.fromEntries(rows.map((row) => [row.external_id, row.id]));
});

let count = 0;

/** An imported order of 100.00, paid as told: amounts by method. */
async function order(paid: readonly (readonly [method: string, amountMinor: number])[]) {
  count += 1;
  const externalId = `o-${count}`;
  const total = paid.reduce((sum, [, amount]) => sum + amount, 0);
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
        productExternalId: 'x',
        variantExternalId: '',
        sku: '',
        title: '',
        options: null,
        pictureUrl: null,
        url: null,
        quantity: 1,
        unitMinor: total,
        discountMinor: 0,
        attributes: {},
      },
    ],
    discountMinor: 0,
    postageMinor: 0,
    totalMinor: null,
    payments: paid.map(([methodExternalId, amountMinor], n) => ({
      direction: 'payment' as const,
      kind: null,
      sourceKind: '',
      methodExternalId,
      reference: String(n),
      amountMinor,
      at: null,
    })),
    address: null,
    addressRaw: null,
    buyerNote: '',
    placedAt: '2026-03-18T06:02:00Z',
    attributes: {},
  };
  const record = { ...made, hash: hashOf(made) };
  await w.write((tx) => module.mirrorOrders(w.actor, tx, w.shop, [record]));
  const [row] = await w.read((tx) =>
    run<{ id: string }>(tx, sql`select id from orders where external_id = ${externalId}`),
  );
  return row?.id ?? '';
}

const onOrder = <T>(orderId: string, work: (tx: Tx, facts: module.OrderFacts) => Promise<T>) =>
  w.write(async (tx) => {
    const facts = await module.lockOrder(tx, orderId);
    if (!facts) throw new Error('no order');
    return work(tx, facts);
  });

const refund = (orderId: string, amountMinor: number, part: Partial<module.RefundWish> = {}) =>
  onOrder(orderId, (tx, facts) =>
    module.bookRefund(w.actor, tx, facts, {
      amountMinor,
      to: 'original',
      actId: newId(),
      cause: 'refund',
      ...part,
    }),
  );

const balance = async (name: string) => {
  const [row] = await w.read((tx) =>
    run<{ b: number }>(
      tx,
      sql`select balance_minor as b from payment_methods where id = ${methods[name]}`,
    ),
  );
  return row?.b;
};

const faults = () => w.read((tx) => module.orders.checks[0]?.ask(tx) ?? Promise.resolve(['none']));
const sums = async (orderId: string) => {
  const facts = await w.read((tx) => module.orderFacts(tx, orderId));
  return {
    paid: facts?.paidMinor,
    refunded: facts?.refundedMinor,
    due: facts?.dueMinor,
    total: facts?.totalMinor,
  };
};

describe('SHOP-06 money that goes back', () => {
  test('balances are given back at once, other means are pending, each up to what it paid', async () => {
    const id = await order([
      ['card', 6_000],
      ['gift', 4_000],
    ]);
    const before = (await balance('gift')) ?? 0;
    const result = await refund(id, 5_000);
    if (isRefusal(result)) throw new Error(result.code);
    expect(result.parts.map((part) => [part.label, part.amountMinor, part.state])).toEqual([
      ['gift', 4_000, 'done'],
      ['card', 1_000, 'pending'],
    ]);
    expect(await balance('gift')).toBe(before + 4_000);
    expect(await sums(id)).toMatchObject({ paid: 10_000, refunded: 5_000 });
    expect(await refund(id, 5_001)).toMatchObject({
      code: 'order.refund_above_paid',
      params: { leftMinor: 5_000 },
    });
    expect(await refund(id, 5_001, { cause: 'goodwill' })).toMatchObject({
      code: 'order.refund_above_paid',
    });
    expect(isRefusal(await refund(id, 5_000, { cause: 'goodwill' }))).toBe(false);
    expect(await faults()).toEqual([]);
  });

  test('64 attempts at once never give back more than was paid', async () => {
    const id = await order([
      ['card', 5_000],
      ['gift', 5_000],
    ]);
    const results = await Promise.all(Array.from({ length: 64 }, () => refund(id, 600)));
    expect(results.filter((result) => !isRefusal(result))).toHaveLength(16);
    expect(await sums(id)).toMatchObject({ refunded: 9_600 });
    expect(await faults()).toEqual([]);
  });

  test('to a balance of the buyer, not to a stranger’s nor to a card', async () => {
    const id = await order([['card', 3_000]]);
    const before = (await balance('gift')) ?? 0;
    const to = (name: string) => ({ to: { methodId: methods[name] ?? '' } });
    expect(await refund(id, 100, { to: { methodId: newId() } })).toMatchObject({
      code: 'order.method_foreign',
    });
    const other = await order([['gift', 3_000]]);
    expect(await refund(other, 100, to('card'))).toMatchObject({
      code: 'order.method_cannot_bear',
    });
    expect(await refund(id, 100, to('gift'))).toMatchObject({
      parts: [{ methodId: methods.gift, state: 'done', amountMinor: 100 }],
    });
    expect(await balance('gift')).toBe(before + 100);
    expect(await faults()).toEqual([]);
  });

  test('what the gateway refuses is taken back; what was settled stays', async () => {
    const id = await order([
      ['card', 6_000],
      ['gift', 4_000],
    ]);
    const actId = newId();
    await refund(id, 9_000, { actId });
    expect(await w.read((tx) => module.moneyStateOf(tx, actId))).toBe('pending');
    const back = await onOrder(id, (tx, facts) =>
      module.takeBack(w.actor, tx, facts, { actId, failure: 'no' }),
    );
    expect(back).toBe(5_000);
    expect(await sums(id)).toMatchObject({ refunded: 4_000 });
    expect(await w.read((tx) => module.moneyStateOf(tx, actId))).toBe('failed');
    const again = await onOrder(id, (tx, facts) =>
      module.takeBack(w.actor, tx, facts, { actId, failure: 'no' }),
    );
    expect(again).toBe(0);
    expect(await faults()).toEqual([]);
  });
});

describe('SHOP-05 charges, prices and another method', () => {
  test('a balance pays a charge at once and never more than it holds', async () => {
    const id = await order([['card', 1_000]]);
    const charge = (name: string | null, amountMinor: number) =>
      onOrder(id, (tx, facts) =>
        module.bookCharge(w.actor, tx, facts, {
          amountMinor,
          methodId: name === null ? null : (methods[name] ?? ''),
          actId: newId(),
        }),
      );
    expect(await charge('small', 11)).toMatchObject({ code: 'order.method_cannot_bear' });
    expect(await charge('small', 10)).toMatchObject({ parts: [{ state: 'done' }] });
    expect(await balance('small')).toBe(0);
    expect(await charge(null, 300)).toMatchObject({ parts: [{ state: 'pending' }] });
    expect(await sums(id)).toMatchObject({ paid: 1_010, due: 300 });
    const paid = await w.write((tx) =>
      module.payOrder(w.actor, tx, {
        orderId: id,
        kind: 'cash',
        reference: 'cash',
        amountMinor: 300,
      }),
    );
    expect(paid).toMatchObject({ amountMinor: 300 });
    expect(await sums(id)).toMatchObject({ paid: 1_310, due: 0 });
    expect(await faults()).toEqual([]);
  });

  test('a lower price is refunded in the same act or the act does not happen', async () => {
    const id = await order([['gift', 2_000]]);
    const lower = (alsoRefund: boolean) =>
      onOrder(id, async (tx, facts) => {
        const set = await module.setAmounts(w.actor, tx, facts, {
          discountMinor: 500,
          couponMinor: 200,
        });
        expect(set).toEqual({ totalMinor: 1_500, overpaidMinor: 500, missingMinor: 0 });
        if (!alsoRefund) return;
        await module.bookRefund(w.actor, tx, facts, {
          amountMinor: set.overpaidMinor,
          to: 'original',
          actId: newId(),
          cause: 'refund',
        });
      });
    await expect(lower(false)).rejects.toThrow(/more is kept/);
    await lower(true);
    expect(await sums(id)).toMatchObject({ total: 1_500, paid: 2_000, refunded: 500 });
    expect(await faults()).toEqual([]);
  });

  test('the whole payment moves to another method, unless it was split or partly refunded', async () => {
    const id = await order([['card', 1_500]]);
    const before = (await balance('gift')) ?? 0;
    const move = (of: string, name: string) =>
      onOrder(of, (tx, facts) =>
        module.moveToMethod(w.actor, tx, facts, { methodId: methods[name] ?? '', actId: newId() }),
      );
    expect(await move(id, 'small')).toMatchObject({ code: 'order.method_cannot_bear' });
    expect(await sums(id)).toMatchObject({ refunded: 0 });
    expect(await move(id, 'gift')).toMatchObject({ charged: { parts: [{ state: 'done' }] } });
    expect(await balance('gift')).toBe(before - 1_500);
    expect(await sums(id)).toMatchObject({ paid: 3_000, refunded: 1_500 });
    const split = await order([
      ['card', 100],
      ['gift', 100],
    ]);
    expect(await move(split, 'gift')).toMatchObject({ code: 'order.payment_split' });
    const touched = await order([['card', 100]]);
    await refund(touched, 1);
    expect(await move(touched, 'gift')).toMatchObject({ code: 'order.payment_split' });
    expect(await faults()).toEqual([]);
  });
});
