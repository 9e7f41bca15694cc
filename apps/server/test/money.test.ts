import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '../src/adapters/payments-sandbox/faults.ts';
import { noFaults } from '../src/adapters/payments-sandbox/index.ts';
import { run } from '../src/kernel/tx.ts';
import { harbour } from './harbour.ts';
import { freshShop } from './shop.ts';
import { type Sea, storm, wreckage } from './storm.ts';

let sea: Sea;

const hostile = {
  slowMs: 4,
  duplicate: 0.2,
  reorder: 0.2,
  failAfterSuccess: 0.15,
  silent: 0.15,
  lost: 0.1,
  decline: 0.05,
};

beforeAll(async () => {
  const w = await freshShop();
  sea = await harbour({ db: w.db, actor: w.actor, shop: w.shop, count: 24 });
}, 60_000);
afterAll(() => sea?.till.close());

describe('SHOP-06 money in a storm (the bench has the large one)', () => {
  test('64 at once, a hostile gateway: never above what was paid, nothing paid out twice, every key one answer', async () => {
    sea.till.sandbox.faults = hostile;
    const damage = await storm(sea, { attempts: 500, atOnce: 64, chance: chanceOf(20_260_318) });
    sea.till.sandbox.faults = noFaults;
    await sea.till.settle();
    expect(damage).toMatchObject({ answeredTwice: 0, keysMixed: 0, seenAbove: 0 });
    expect(damage.done).toBeGreaterThan(50);
    expect(damage.refused['order.refund_above_paid'] ?? 0).toBeGreaterThan(0);
    expect(await wreckage(sea)).toEqual([]);
  }, 120_000);

  test('the checks can fail: planted faults are found', async () => {
    const id = sea.orders[0]?.id;
    const plant = (statement: ReturnType<typeof sql>) =>
      sea.db.write(sea.actor, (tx) => run(tx, statement));
    await expect(
      plant(sql`update order_payments set refunded_minor = paid_minor + 1 where order_id = ${id}`),
    ).rejects.toThrow(/check constraint/);
    await plant(sql`update orders set paid_minor = paid_minor + 1 where id = ${id}`);
    await sea.till.sandbox.refund({
      key: 'a payout nobody asked for',
      payment: { key: 'unknown', reference: null, amountMinor: 1 },
      amountMinor: 1,
      currency: 'CNY',
      reason: '',
      notifyUrl: null,
    });
    const found = await wreckage(sea);
    expect(found.some((fault) => /ledger/.test(fault))).toBe(true);
    expect(found.some((fault) => /went back/.test(fault))).toBe(true);
  });
});
