import { aftersales } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Ruled, ruled, send } from '../../../test/ruled.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { inside, run } from '../../kernel/tx.ts';
import { payOrder } from '../orders/index.ts';
import { listRuleRuns } from './log.ts';
import { decidePage } from './page.ts';
import { purgeRuns } from './work.ts';

const day = 24 * 60;

/** What the log shows, also when the session of a browser would have ended long ago. */
const found = async (w: Ruled, q: string) => {
  const actor = w.actor('何雅琴');
  const page = await w.db.read(actor, (tx) => listRuleRuns(actor, tx, { shopId: w.shop, q }));
  if (isRefusal(page)) throw new Error(page.code);
  return page.items;
};

describe('AUT-08 what a run was', () => {
  test('rule, version, facts, actions and result are found for ninety days, and no longer', async () => {
    const w = await ruled();
    const of = [{ fact: 'order.totalMinor', is: 'above', value: 1 } as const];
    await w.rule('通知', { conditions: { match: 'all', of }, actions: [send('好')] });
    await w.placed();
    await w.rules();
    const [row] = await w.log();
    const number = row?.orderNumber ?? '';
    const purged = () => purgeRuns(system(w.team, 'automation.purge'), w.db);
    w.later(89 * day);
    await purged();
    expect(await found(w, number)).toMatchObject([
      {
        ...{ ruleName: '通知', version: 1, state: 'done', facts: { 'order.totalMinor': 23_400 } },
        actions: [{ do: 'send', result: 'done', variant: 'A' }],
      },
    ]);
    w.later(2 * day);
    await purged();
    expect(await found(w, number)).toEqual([]);
    const kept = await w.doing((tx) =>
      run(tx, sql`select facts, actions from automation_runs where team_id = ${w.team}`),
    );
    expect(kept).toEqual([{ facts: {}, actions: [] }]);
  });
});

describe('AUT-02 what sets a rule off', () => {
  test('a time of day in the shop: once, for what there is then', async () => {
    const w = await ruled();
    const orders = [w.order, await w.placed()].sort();
    await w.rules();
    const soon = new Date(clock.now() + (8 * 60 + 30) * 60_000).toISOString().slice(11, 16);
    const schedule = { at: soon, weekdays: [1, 2, 3, 4, 5, 6, 7], of: 'orders' } as const;
    await w.rule('巡检', {
      trigger: 'schedule',
      schedule: { ...schedule, weekdays: [...schedule.weekdays] },
    });
    await w.rules();
    expect(await w.log()).toEqual([]);
    for (const minutes of [31, 1, 60]) {
      w.later(minutes);
      await w.rules();
    }
    const log = await w.log();
    expect(log.map(({ orderId }) => orderId).sort()).toEqual(orders);
    expect(new Set(log.map(({ state }) => state))).toEqual(new Set(['done']));
  });

  test('a refund that is asked for', async () => {
    const w = await ruled();
    await w.rule('退款', { trigger: 'order.refund_asked' });
    const orderId = await w.placed();
    const robot = system(w.team, 'test');
    await w.doing((tx) => payOrder(robot, tx, { orderId, kind: 'sandbox', reference: 'p' }));
    const owner = await w.as('何雅琴');
    await owner.call(aftersales.openCase, { orderId, kind: 'refund', reasonCode: 'damaged' });
    await w.rules();
    expect(await w.log()).toMatchObject([{ trigger: 'order.refund_asked', state: 'done' }]);
  });
});

describe('AUT-01 one snapshot', () => {
  test('twenty rules about an order ask the database no more than two do: they are weighed in memory', async () => {
    const asked = async (rules: number) => {
      const w = await ruled();
      const of = [
        { fact: 'order.totalMinor', is: 'above', value: 99_999_999 } as const,
        { fact: 'buyer.tags', is: 'has', value: '没有' } as const,
      ];
      for (let n = 0; n < rules; n += 1)
        await w.rule(`规则 ${n}`, { conditions: { match: 'all', of } });
      await w.placed();
      // Planned by the log; decided here, where the statements are counted.
      await w.heard();
      let statements = 0;
      const actor = system(w.team, 'automation.work');
      const decided = await w.db.write(actor, async (tx) => {
        const { client } = inside(tx);
        const query = client.query.bind(client) as (...given: unknown[]) => unknown;
        Object.assign(client, {
          query: (...given: unknown[]) => {
            statements += 1;
            return query(...given);
          },
        });
        try {
          return await decidePage(actor, tx, 100);
        } finally {
          Object.assign(client, { query });
        }
      });
      expect(decided).toBe(rules);
      return statements;
    };
    expect(await asked(20)).toBe(await asked(2));
  });
});
