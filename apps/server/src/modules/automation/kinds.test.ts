import { access, automation, offers } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { definition, type Ruled, ruled, send, words } from '../../../test/ruled.ts';
import { worthOfCoupon } from './coupon.test-help.ts';

const gives = (templateId: string): automation.RuleAction => ({
  ...{ do: 'coupon', templateId, channels: ['chat'], variants: words('送您{coupon}') },
});

/** The kind of coupon is worth so much from now on, by the word of this person. */
async function changeKind(w: Ruled, who: '何雅琴' | '周启明', templateId: string, minor: number) {
  const person = await w.as(who);
  const { items } = await person.call(offers.listCouponTemplates, { shopId: w.shop });
  const kind = items.find(({ id }) => id === templateId);
  if (!kind) throw new Error('the kind of coupon is not there');
  const { name, terms, budgetMinor, maxCount, perBuyer, validFrom, validUntil, validDays } = kind;
  const bounds = { budgetMinor, maxCount, perBuyer, validFrom, validUntil, validDays };
  const to = { ...terms, amountMinor: minor };
  const change = { templateId, name, ...bounds, terms: to };
  return outcomeOf(await person.attempt(offers.changeCouponTemplate, change));
}

const given = async (w: Ruled) =>
  (await (await w.as('何雅琴')).call(offers.listCoupons, { shopId: w.shop })).items.map(
    ({ worthMinor }) => worthMinor,
  );

describe('AUT-11 a rule gives what its author knew of', () => {
  test('terms somebody else wrote since count as theirs: nobody gives in an owner’s name what is beyond the own authority', async () => {
    const w = await ruled();
    const templateId = await worthOfCoupon(w, 800);
    await w.rule('送券', { trigger: 'order.placed', actions: [gives(templateId)] });
    expect(await changeKind(w, '周启明', templateId, 60_000)).toBe('done');
    await w.placed();
    await w.care();
    expect(await given(w)).toEqual([]);
    expect(await w.log()).toMatchObject([{ state: 'failed', why: 'authority.beyond_limit' }]);
    expect(await changeKind(w, '周启明', templateId, 900)).toBe('done');
    await w.placed();
    await w.care();
    expect(await given(w)).toEqual([900]);
  });

  test('the author’s own change holds, and so does what the rule is written with anew', async () => {
    const w = await ruled();
    const templateId = await worthOfCoupon(w, 800);
    await w.rule('送券', { trigger: 'order.placed', actions: [gives(templateId)] });
    expect(await changeKind(w, '何雅琴', templateId, 60_000)).toBe('done');
    await w.placed();
    await w.care();
    expect(await given(w)).toEqual([60_000]);
  });
});

describe('AUT-11 a rule of a program', () => {
  test('stops when its key has run out, before it does anything more', async () => {
    const w = await ruled();
    const owner = await w.as('何雅琴');
    const { secret } = await owner.call(access.createApiKey, {
      ...{ name: '自动化', permissions: ['automation.manage', 'outreach.send'], shopIds: [w.shop] },
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const made = await w.app.inject({
      ...{ method: 'POST', url: `/api${automation.createRule.path.replace(':shopId', w.shop)}` },
      headers: { authorization: `Bearer ${secret}` },
      payload: { name: '谢', definition: definition({ actions: [send('您好 {buyer}')] }) },
    });
    const ruleId = made.json().id as string;
    await owner.call(automation.setRuleState, { ruleId, state: 'on' });
    w.later(120);
    await w.placed();
    await w.care();
    const rule = (await w.list()).find(({ id }) => id === ruleId);
    expect(rule).toMatchObject({ state: 'paused', stopped: { why: 'author_gone' }, waiting: 1 });
    expect((await w.log({ ruleId })).map(({ state }) => state)).toEqual(['planned']);
  });
});
