import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { placed, type Till, till } from '../../../test/till.ts';
import { noFaults } from '../../adapters/payments-sandbox/index.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { bookRefund, lockOrder, orders, payOrder } from './index.ts';
import { listPayments } from './payments.ts';
import { settleRefundByHand } from './refund-by-hand.ts';

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
  const items = [{ variantId: row?.id ?? '', quantity: 3 }];
  id = await placed(w.db, w.actor, { shopId: w.shop, buyerId: w.buyer, items });
  await w.write((tx) =>
    payOrder(w.actor, tx, { orderId: id, kind: 'cash', reference: 'till', amountMinor: 1_000 }),
  );
  await t.pay(id, w.shop, 2_000);
});
afterAll(() => t.close());

const refund = async (amountMinor: number) => {
  const done = await w.write(async (tx) => {
    const order = await lockOrder(tx, id);
    if (!order) throw new Error('no order');
    const wish = { amountMinor, to: 'original', actId: newId(), cause: 'refund' } as const;
    return bookRefund(w.actor, tx, order, wish);
  });
  if (isRefusal(done)) throw new Error(done.code);
};

async function list(part: { state?: 'open' | 'done'; limit?: number; cursor?: string } = {}) {
  const page = await w.read((tx) => listPayments(w.member('lead'), tx, part));
  if (isRefusal(page)) throw new Error(page.code);
  return page;
}

describe('PAY-01 the list of payments', () => {
  test('what nobody knows first, then what waits, then the newest; page by page the same', async () => {
    await refund(500);
    await t.settle();
    t.sandbox.faults = { ...noFaults, failAfterSuccess: 1, silent: 1 };
    await refund(300);
    const { tendRefund } = await import('../payments/index.ts');
    for (const open of await t.open()) await tendRefund(w.db, t.hands, w.actor.team, open);
    t.sandbox.faults = noFaults;
    await refund(1_400);
    const all = await list();
    const seen = all.items.map((row) => [row.state, row.direction, row.amountMinor]);
    expect(seen[0]).toEqual(['unknown', 'refund', 300]);
    expect(new Set(seen.slice(1, 3).map(String))).toEqual(
      new Set(['pending,refund,200', 'pending,refund,1200']),
    );
    expect(seen.slice(3)).toEqual([
      ['done', 'refund', 500],
      ['done', 'payment', 2_000],
      ['done', 'payment', 1_000],
    ]);
    const rows = [];
    let cursor: string | undefined;
    do {
      const page = await list(cursor ? { limit: 1, cursor } : { limit: 1 });
      rows.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(rows).toEqual(all.items);
    expect((await list({ state: 'open' })).items).toHaveLength(3);
  });

  test('cash is given back by hand, and says so once', async () => {
    const row = (await list({ state: 'open' })).items.find(({ carrier }) => carrier === 'hand');
    expect(row?.can).toEqual(['settleRefundByHand']);
    const seen = await w.read((tx) => listPayments(w.member('agent'), tx, { state: 'open' }));
    expect(isRefusal(seen) ? null : seen.items.flatMap((one) => one.can)).toEqual([]);
    const settle = (key: string, role: 'lead' | 'agent' = 'lead') =>
      w.write((tx) =>
        settleRefundByHand(w.member(role), tx, {
          orderId: id,
          key,
          state: 'done',
          note: 'paid at the till',
        }),
      );
    expect(await settle(row?.id ?? '', 'agent')).toMatchObject({ code: 'order.not_found' });
    expect(isRefusal(await settle(row?.id ?? ''))).toBe(false);
    expect(await settle(row?.id ?? '')).toMatchObject({ code: 'payment.not_by_hand' });
    expect(await settle('nothing')).toMatchObject({ code: 'payment.refund_not_found' });
    await t.settle();
    expect((await list({ state: 'open' })).items).toEqual([]);
    for (const check of orders.checks) expect(await w.read((tx) => check.ask(tx))).toEqual([]);
  });

  test('what stands otherwise at the gateway is found', async () => {
    await w.write((tx) =>
      run(tx, sql`update payment_refunds set state = 'failed' where state = 'confirmed'`),
    );
    const check = orders.checks.find(({ name }) => name === 'orders.payments');
    expect((await w.read((tx) => check?.ask(tx) ?? Promise.resolve([]))).length).toBeGreaterThan(0);
  });
});
