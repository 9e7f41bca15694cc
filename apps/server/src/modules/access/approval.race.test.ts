import { access, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { run } from '../../kernel/tx.ts';

const placed = (w: AtCounter, count: number) =>
  Promise.all(Array.from({ length: count }, () => w.placed(2)));

const discounts = async (w: AtCounter): Promise<number> => {
  const [row] = await w.doing((tx) =>
    run<{ sum: string }>(
      tx,
      sql`select coalesce(sum(discount_minor), 0)::text as sum from orders where team_id = ${w.team}`,
    ),
  );
  return Number(row?.sum);
};

describe('ACL-03 through the acts themselves', () => {
  test('64 discounts at once over 64 orders of one buyer give what the agent may give, and not a cent more', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const all = await placed(w, 64);
    const outcomes = await Promise.all(
      all.map((orderId) =>
        agent.attempt(orders.changeOrderDiscount, { orderId, discountMinor: 1_000 }),
      ),
    );
    const done = outcomes.filter((one) => one.ok).length;
    expect(done).toBe(4); // 40 yuan for one buyer in a day
    expect(await discounts(w)).toBe(4_000);
    expect(new Set(outcomes.map(outcomeOf))).toEqual(
      new Set(['done', 'authority.approval_needed']),
    );
  });

  test('a lead who approves many at once gives what a lead may give; the rest goes up', async () => {
    const w = await atCounter();
    const [agent, lead] = await Promise.all([w.as('林小满'), w.as('周启明')]);
    const all = await placed(w, 12);
    const asked = await Promise.all(
      all.map((orderId) =>
        agent.call(orders.changeOrderDiscount, {
          orderId,
          discountMinor: 5_000,
          approvalNote: '',
        }),
      ),
    );
    const decided = await Promise.all(
      asked.map(({ approval }) =>
        lead.call(access.grantApproval, { approvalId: approval?.id ?? '' }),
      ),
    );
    const outcomes = decided.map((one) => one.outcome).sort();
    expect(outcomes).toEqual([...Array(8).fill('done'), ...Array(4).fill('handed_up')]); // 400 yuan
    expect(await discounts(w)).toBe(40_000);
  });
});
