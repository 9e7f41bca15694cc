import { automation, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { quiet } from '../../kernel/log.ts';
import { run } from '../../kernel/tx.ts';
import { roundOfAll } from '../notices/index.ts';
import { giveToTeam } from './given.ts';
import { presets } from './presets.ts';

const doing = (w: World, query: ReturnType<typeof sql>) =>
  w.db.write(system(w.team, 'test'), (tx) => run(tx, query));

const rulesOf = async (w: World, shopId: string) =>
  (await (await w.as('何雅琴')).call(automation.listRules, { shopId })).items;

const round = (w: World) =>
  roundOfAll({ work: 'test', ofTeam: giveToTeam }, { db: w.db, log: quiet }, [
    'no team at all',
    w.team,
  ]);

/** A shop of before order care: it was never given anything. */
async function older(w: World): Promise<string> {
  const { id } = await (await w.as('何雅琴')).call(shops.createShop, {
    ...{ name: '老店', currency: 'CNY', timezone: 'Asia/Shanghai' },
    ...{ locale: 'zh-CN', kind: 'built-in' },
  });
  await doing(w, sql`delete from automation_rules where shop_id = ${id}`);
  await doing(w, sql`delete from automation_given where shop_id = ${id}`);
  return id;
}

describe('CMP-01 ready-made rules after an upgrade', () => {
  it('come to a shop that is older than they are, off, whatever fails in another team', async () => {
    const w = await world();
    const shop = await older(w);
    expect(await round(w)).toEqual(['no team at all']);
    const rules = await rulesOf(w, shop);
    expect(rules.map(({ preset }) => preset)).toEqual([...presets]);
    expect(new Set(rules.map(({ state }) => state))).toEqual(new Set(['off']));
    const [invite] = rules.filter(({ preset }) => preset === 'review_invite');
    const on = { ruleId: invite?.id ?? '', state: 'on' } as const;
    expect(await (await w.as('何雅琴')).call(automation.setRuleState, on)).toMatchObject({
      state: 'on',
    });
  });

  it('a shop that has some of them gets only those that are new, its own words stay', async () => {
    const w = await world();
    const shop = await older(w);
    await round(w);
    const [paid] = (await rulesOf(w, shop)).filter(({ preset }) => preset === 'paid');
    if (!paid) throw new Error('no rule');
    const { id: ruleId, definition, version: expectedVersion } = paid;
    const change = { ruleId, name: '收款', definition, expectedVersion };
    await (await w.as('何雅琴')).call(automation.updateRule, change);
    for (const table of [sql`automation_rules`, sql`automation_given`])
      await doing(
        w,
        sql`delete from ${table} where shop_id = ${shop} and preset = 'review_invite'`,
      );
    await round(w);
    const rules = await rulesOf(w, shop);
    expect(rules).toHaveLength(presets.length);
    expect(rules.find(({ preset }) => preset === 'paid')?.name).toBe('收款');
  });

  it('one that was taken away never comes again: not by a round, not with a rule of the own making', async () => {
    const w = await world();
    const shop = await older(w);
    await round(w);
    const [invite] = (await rulesOf(w, shop)).filter(({ preset }) => preset === 'review_invite');
    await doing(w, sql`delete from automation_rules where id = ${invite?.id}`);
    await round(w);
    await (await w.as('何雅琴')).call(automation.createRule, {
      shopId: shop,
      name: '自己的',
      definition: { ...(invite?.definition as automation.RuleDefinition), repeatMinutes: null },
    });
    const now = (await rulesOf(w, shop)).map(({ preset }) => preset);
    expect(now).not.toContain('review_invite');
    expect(now).toHaveLength(presets.length);
  });
});
