import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { run } from '../../kernel/tx.ts';
import * as module from './index.ts';
import { mirrored, order } from './mirrored.test-help.ts';

const { w, actor, write, mirror, get, idOf, card } = await mirrored();

describe('money of a mirror', () => {
  test('a corrected file corrects the ledger by entries, and nothing is ever changed or deleted', async () => {
    await mirror(order('fix'));
    const orderId = await idOf('fix');
    const refund = {
      direction: 'refund' as const,
      kind: 'wechat_pay' as const,
      sourceKind: '微信',
      methodExternalId: null,
      reference: '2',
      amountMinor: 10000,
      at: null,
    };
    await mirror(
      order('fix', {
        discountMinor: 3000,
        payments: [
          { ...(order('x').payments[0] as module.PaymentRecord), amountMinor: 44600 },
          refund,
        ],
      }),
    );
    expect((await get(orderId)).totals).toMatchObject({
      discountMinor: 3000,
      totalMinor: 44600,
      paidMinor: 44600,
      refundedMinor: 10000,
    });
    await mirror(order('fix'));
    const back = await get(orderId);
    expect(back.totals).toEqual(card.totals);
    expect(back.payments).toHaveLength(1);
    const entries = await w.db.read(actor, (tx) =>
      run(tx, sql`select 1 from order_entries where order_id = ${orderId}`),
    );
    expect(entries.length).toBeGreaterThan(8);
    expect(
      await w.db.read(actor, (tx) => module.orders.checks[0]?.ask(tx) ?? Promise.resolve(['none'])),
    ).toEqual([]);
    await expect(write((tx) => run(tx, sql`delete from order_entries`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      write((tx) => run(tx, sql`update order_entries set amount_minor = 1`)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      write((tx) =>
        run(tx, sql`update orders set refunded_minor = paid_minor + 1 where id = ${orderId}`),
      ),
    ).rejects.toThrow(/check constraint/);
  });

  test('the check finds an order whose row was tampered with', async () => {
    await mirror(order('tampered'));
    await write((tx) =>
      run(
        tx,
        sql`update orders set goods_minor = goods_minor + 1, total_minor = total_minor + 1 where external_id = 'tampered'`,
      ),
    );
    const faults = await w.db.read(
      actor,
      (tx) => module.orders.checks[0]?.ask(tx) ?? Promise.resolve([]),
    );
    expect(faults).toEqual(['the ledger of order tampered does not fit the order']);
    await write((tx) =>
      run(
        tx,
        sql`update orders set goods_minor = goods_minor - 1, total_minor = total_minor - 1 where external_id = 'tampered'`,
      ),
    );
  });
});
