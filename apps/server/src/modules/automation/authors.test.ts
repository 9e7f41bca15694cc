import { access, automation, conversations, notices, offers } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { definition, type Ruled, ruled, send } from '../../../test/ruled.ts';
import { system } from '../../kernel/actor.ts';
import { findCouponFaults } from '../offers/checks.ts';
import { worthOfCoupon } from './coupon.test-help.ts';
import { decidePage } from './page.ts';

const memberId = async (w: Ruled, name: string): Promise<string> => {
  const { items } = await (await w.as('何雅琴')).call(access.listMembers, {});
  return items.find((one) => one.name === name)?.id ?? '';
};

const byLead = async (w: Ruled, part: Partial<automation.RuleDefinition>) => {
  const lead = await w.as('周启明');
  const input = { shopId: w.shop, name: '主管的规则', definition: definition(part) };
  const { id: ruleId } = await lead.call(automation.createRule, input);
  await lead.call(automation.setRuleState, { ruleId, state: 'on' });
  return ruleId;
};

const ruleIs = async (w: Ruled, id: string) => (await w.list()).find((one) => one.id === id);

describe('AUT-11 a rule acts for somebody', () => {
  test('who wrote it leaves: it stops, those who may take it over are told, and taken over it goes on', async () => {
    const w = await ruled();
    const owner = await w.as('何雅琴');
    const ruleId = await byLead(w, { actions: [send('您好 {buyer}')] });
    expect(await ruleIs(w, ruleId)).toMatchObject({
      author: { kind: 'member', name: '周启明' },
      state: 'on',
    });
    await owner.call(access.deactivateMember, { memberId: await memberId(w, '周启明') });
    await w.rules();
    const stopped = await ruleIs(w, ruleId);
    expect(stopped).toMatchObject({ state: 'paused', stopped: { why: 'author_gone' } });
    expect(stopped?.can).toContain('adoptRule');
    expect(stopped?.can).not.toContain('setRuleState');
    const told = await owner.call(notices.listNotices, {});
    expect(told.items).toMatchObject([{ kind: 'rule_stopped', params: { why: 'author_gone' } }]);
    const back = await owner.attempt(automation.setRuleState, { ruleId, state: 'on' });
    expect(outcomeOf(back)).toBe('rule.needs_author');
    const adopted = await owner.call(automation.adoptRule, { ruleId });
    expect(adopted).toMatchObject({ state: 'on', stopped: null, author: { name: '何雅琴' } });
  });

  test('who wrote it loses the right: it stops; who lacks a right of it cannot take it over, another shop’s and another team’s people find none', async () => {
    const w = await ruled();
    const owner = await w.as('何雅琴');
    const ruleId = await byLead(w, { actions: [{ do: 'urgent' }] });
    await owner.call(access.changeMemberRole, {
      ...{ memberId: await memberId(w, '周启明'), role: 'agent', shopIds: [w.shop] },
    });
    await w.rules();
    expect(await ruleIs(w, ruleId)).toMatchObject({
      state: 'paused',
      stopped: { why: 'author_lost', detail: '周启明' },
    });
    const agent = await w.as('林小满');
    expect(outcomeOf(await agent.attempt(automation.adoptRule, { ruleId }))).toBe('access.denied');
    const stranger = await (await ruled()).as('何雅琴');
    expect(outcomeOf(await stranger.attempt(automation.adoptRule, { ruleId }))).toBe(
      'rule.not_found',
    );
  });

  test('somebody it hands work to leaves: it stops and says who; another’s leaving is none of its business', async () => {
    const w = await ruled();
    const owner = await w.as('何雅琴');
    const [agent, lead] = [await memberId(w, '林小满'), await memberId(w, '周启明')];
    const ruleId = await w.rule('交给小满', { actions: [{ do: 'notify', memberIds: [agent] }] });
    await owner.call(access.deactivateMember, { memberId: lead });
    await w.rules();
    expect(await ruleIs(w, ruleId)).toMatchObject({ state: 'on' });
    await owner.call(access.deactivateMember, { memberId: agent });
    await w.rules();
    expect(await ruleIs(w, ruleId)).toMatchObject({
      state: 'paused',
      stopped: { why: 'member_gone', detail: '林小满' },
    });
  });
});

describe('AUT-04 a rule gives a coupon', () => {
  const gives = (templateId: string, text = '{buyer}，送您{coupon}'): automation.RuleAction => ({
    ...{ do: 'coupon', templateId, channels: ['chat'] },
    variants: [{ name: 'A', texts: { 'zh-CN': text, 'zh-TW': '', en: '' } }],
  });

  test('once for the rule, the buyer and the occasion, within its author’s authority, with the coupon in the message', async () => {
    const w = await ruled();
    const templateId = await worthOfCoupon(w, 800);
    await w.rule('送券', { trigger: 'order.placed', actions: [gives(templateId)] });
    await w.placed();
    await w.care();
    await w.care();
    const owner = await w.as('何雅琴');
    const { items } = await owner.call(offers.listCoupons, { shopId: w.shop });
    expect(items).toMatchObject([{ state: 'issued', worthMinor: 800, buyerId: w.buyer }]);
    const messages = await owner.call(conversations.listMessages, {
      conversationId: w.conversation,
    });
    const card = messages.items.find((one) => one.card?.type === 'info')?.card;
    expect(card).toMatchObject({ kind: 'coupon', id: items[0]?.id });
    expect(JSON.stringify(card)).toContain('送您¥8 优惠券');
    expect((await w.log())[0]).toMatchObject({
      state: 'done',
      actions: [{ do: 'coupon', result: 'done' }],
    });
  });

  test('what dies in the middle has given nothing; asked again it gives once', async () => {
    const w = await ruled();
    const templateId = await worthOfCoupon(w, 800);
    const late = { trigger: 'order.placed', delayMinutes: 1 } as const;
    await w.rule('送券', { ...late, actions: [gives(templateId)] });
    await w.placed();
    await w.rules();
    w.later(2);
    const actor = system(w.team, 'automation.work');
    const killed = w.db.write(actor, async (tx) => {
      expect(await decidePage(actor, tx, 250)).toBe(1);
      throw new Error('killed before the end');
    });
    await expect(killed).rejects.toThrow('killed');
    const owner = await w.as('何雅琴');
    const given = async () =>
      (await owner.call(offers.listCoupons, { shopId: w.shop })).items.length;
    expect(await given()).toBe(0);
    await w.rules();
    await w.rules();
    expect(await given()).toBe(1);
    expect(await w.doing(findCouponFaults)).toEqual([]);
  });

  test('nobody writes a rule that gives more than they may give by hand; a used-up budget gives nothing and says so', async () => {
    const w = await ruled();
    const large = await worthOfCoupon(w, 60_000);
    const lead = await w.as('周启明');
    const input = {
      shopId: w.shop,
      name: '大额',
      definition: definition({ actions: [gives(large)] }),
    };
    expect(outcomeOf(await lead.attempt(automation.createRule, input))).toBe('rule.coupon_beyond');
    const foreign = definition({ actions: [gives(w.shop)] });
    const none = await lead.attempt(automation.createRule, { ...input, definition: foreign });
    expect(outcomeOf(none)).toBe('coupon.template_not_found');
    const small = await worthOfCoupon(w, 500, 700);
    await w.rule('送一张', { trigger: 'order.placed', actions: [gives(small)] });
    await w.placed();
    await w.placed();
    await w.care();
    expect((await w.log()).map(({ state, why }) => `${state} ${why}`).sort()).toEqual([
      'done ',
      'failed coupon.budget_over',
    ]);
  });
});
