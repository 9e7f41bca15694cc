import { orders } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { world } from '../../../test/world.ts';
import { newId } from '../../kernel/ids.ts';
import { mirrored, order } from './mirrored.test-help.ts';

const { agent, mirror, buyer, card } = await mirrored();

describe('lists', () => {
  test.each(['#W2026-071', 'w2026071', 'W2026', 'SF1234567890'])(
    '%s finds the order',
    async (q) => {
      expect((await agent.call(orders.listOrders, { q })).items.map((one) => one.number)).toContain(
        '#W2026-071',
      );
    },
  );

  test.each(["'", '%', '_', '#', '\\', '🙂'])(
    'SRCH-04 %s finds nothing and does not fail',
    async (q) => {
      expect((await agent.call(orders.listOrders, { q })).items).toEqual([]);
    },
  );

  test('SRCH-05 pages skip and repeat nothing while orders come in', async () => {
    await mirror(
      ...Array.from({ length: 60 }, (_, n) =>
        order(`list-${n}`, {
          status: 'completed',
          placedAt: new Date(Date.UTC(2025, 0, 1, 0, n)).toISOString(),
        }),
      ),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    let extra = 0;
    do {
      const page = await agent.call(orders.listOrders, {
        status: 'completed',
        limit: 13,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((one) => one.number));
      cursor = page.next ?? undefined;
      extra += 1;
      await mirror(
        order(`new-${extra}`, { status: 'completed', placedAt: '2026-01-01T00:00:00Z' }),
      );
    } while (cursor);
    expect(seen.filter((number) => number.startsWith('list-'))).toHaveLength(60);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("a buyer's orders with spend by currency, also those of a matched buyer", async () => {
    const all = await agent.call(orders.listBuyerOrders, { buyerId: buyer, limit: 5 });
    expect(all.items).toHaveLength(5);
    expect(all.next).not.toBeNull();
    expect(all.spend).toMatchObject([{ currency: 'CNY', refundedMinor: 0 }]);
    expect(outcomeOf(await agent.attempt(orders.listBuyerOrders, { buyerId: newId() }))).toBe(
      'buyer.not_found',
    );
  });

  test('another team sees none of it', async () => {
    const other = await world();
    const theirs = await other.as('何雅琴');
    expect(outcomeOf(await theirs.attempt(orders.getOrder, { orderId: card.id }))).toBe(
      'order.not_found',
    );
    expect(outcomeOf(await theirs.attempt(orders.getTracking, { orderId: card.id }))).toBe(
      'order.not_found',
    );
    expect(
      outcomeOf(
        await theirs.attempt(orders.addOrderRemark, { orderId: card.id, flag: 'red', text: 'x' }),
      ),
    ).toBe('order.not_found');
    expect((await theirs.call(orders.listOrders, { q: 'W2026' })).items).toEqual([]);
  });
});
