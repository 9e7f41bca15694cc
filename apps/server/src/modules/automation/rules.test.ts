import { access, automation, conversations } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { definition, type Ruled, ruled, send } from '../../../test/ruled.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';

const orderRules = async (w: Ruled) =>
  (await w.log()).map(({ ruleName, state }) => `${ruleName} ${state}`);
const tagsOf = async (w: Ruled) =>
  (
    await w.doing((tx) =>
      run<{ tags: string[] }>(
        tx,
        sql`select tags from published.buyer_facts where id = ${w.buyer}`,
      ),
    )
  )[0]?.tags;
const tag = (add: string): automation.RuleAction => ({ do: 'tag', add: [add], remove: [] });
const say = (w: Ruled, text: string) => w.writes(text);

describe('AUT-01 rules run in their order on one look', () => {
  test('a match that stops lets no later rule hear of it; the order is what the shop says', async () => {
    const w = await ruled();
    const first = await w.rule('先', { actions: [tag('一')], stopOnMatch: true });
    const second = await w.rule('后', { actions: [tag('二')] });
    await w.placed();
    await w.rules();
    expect(await tagsOf(w)).toEqual(['一']);
    const [last] = (await w.log({ ruleId: second })) ?? [];
    expect(last).toMatchObject({ state: 'skipped', why: 'stopped' });

    const ids = (await w.list()).map(({ id }) => id).filter((id) => id !== second);
    const order = ids.flatMap((id) => (id === first ? [second, first] : [id]));
    await (await w.as('何雅琴')).call(automation.moveRules, { shopId: w.shop, ruleIds: order });
    await w.placed();
    await w.rules();
    expect([...((await tagsOf(w)) ?? [])].sort()).toEqual(['一', '二']);
  });

  test('nested questions are asked of order, buyer and parcel together', async () => {
    const w = await ruled();
    const dear = { fact: 'order.totalMinor', is: 'at_least', value: 20_000 } as const;
    const wanted = {
      match: 'all' as const,
      of: [
        dear,
        {
          match: 'any' as const,
          of: [
            { fact: 'buyer.tags', is: 'has', value: 'VIP' } as const,
            {
              match: 'all' as const,
              of: [{ fact: 'order.status', is: 'is', value: 'placed' } as const],
            },
          ],
        },
      ],
    };
    await w.rule('贵', { conditions: wanted });
    await w.placed(2);
    await w.placed(1);
    await w.rules();
    expect((await orderRules(w)).sort()).toEqual(['贵 done', '贵 not_matched']);
  });

  test('a question that cannot be asked, an unknown word and a stranger are refused', async () => {
    const w = await ruled();
    const owner = await w.as('何雅琴');
    const attempt = async (part: Partial<automation.RuleDefinition>) =>
      outcomeOf(
        await owner.attempt(automation.createRule, {
          ...{ shopId: w.shop, name: 'x', definition: definition(part) },
        }),
      );
    const of = [{ fact: 'order.totalMinor', is: 'contains', value: 'x' } as const];
    expect(await attempt({ conditions: { match: 'all', of } })).toBe('rule.condition_unfit');
    expect(await attempt({ actions: [send('您好 {名字}')] })).toBe('rule.text_unknown_variable');
    expect(await attempt({ actions: [send(' ')] })).toBe('rule.needs_text');
    expect(await attempt({ trigger: 'schedule' })).toBe('rule.needs_schedule');
    expect(await attempt({ actions: [{ do: 'assign', memberId: newId() }] })).toBe(
      'rule.needs_member',
    );
    const urgent = { trigger: 'conversation.opened', actions: [{ do: 'urgent' }] } as const;
    expect(await attempt({ ...urgent, actions: [...urgent.actions] })).toBe('rule.needs_order');
  });
});

describe('AUT-02 delays', () => {
  const unanswered = (actions: automation.RuleAction[]) =>
    ({ trigger: 'conversation.unanswered', delayMinutes: 30, actions }) as const;

  test('30 minutes without an answer: a note, once; not when somebody answered meanwhile', async () => {
    const w = await ruled();
    await w.rule('久等', unanswered([{ do: 'note', text: '等了半小时' }]));
    const agent = await w.as('林小满');
    await agent.call(conversations.takeConversation, { conversationId: w.conversation });
    await agent.call(conversations.sendMessage, {
      ...{ conversationId: w.conversation, clientKey: newId(), text: '在的' },
    });
    await say(w, '在吗？');
    await w.rules();
    w.later(29);
    await w.rules();
    expect(await w.log()).toMatchObject([{ state: 'planned' }]);
    w.later(2);
    await w.rules();
    await w.rules();
    const notes = async () =>
      (
        await (
          await w.as('林小满')
        ).call(conversations.listMessages, {
          conversationId: w.conversation,
        })
      ).items.filter(({ kind }) => kind === 'note');
    expect(await notes()).toMatchObject([{ text: '等了半小时' }]);

    await agent.call(conversations.sendMessage, {
      ...{ conversationId: w.conversation, clientKey: newId(), text: '久等了' },
    });
    await say(w, '那我再问一个');
    await w.rules();
    await agent.call(conversations.sendMessage, {
      ...{ conversationId: w.conversation, clientKey: newId(), text: '请说' },
    });
    w.later(31);
    await w.rules();
    expect(await notes()).toHaveLength(1);
    expect((await w.log())[0]).toMatchObject({ state: 'skipped', why: 'over' });
  });
});

describe('AUT-03 once in an episode', () => {
  const asks = {
    match: 'all' as const,
    of: [{ fact: 'message.text', is: 'contains', value: '发票' } as const],
  };

  test('the second message of a conversation is looked at too, the second match is not answered', async () => {
    const w = await ruled();
    await w.rule('发票', { trigger: 'conversation.buyer_wrote', conditions: asks });
    await say(w, '你好');
    await say(w, '能开发票吗');
    await say(w, '发票抬头是公司');
    await w.rules();
    expect((await w.log()).map(({ state, why }) => `${state} ${why}`.trim()).sort()).toEqual([
      'done',
      'not_matched',
      'skipped once',
    ]);
  });

  test('with a repeat again, but not within the interval', async () => {
    const w = await ruled();
    const often = {
      trigger: 'conversation.buyer_wrote',
      conditions: asks,
      repeatMinutes: 60,
    } as const;
    await w.rule('发票', often);
    for (const wait of [0, 30, 40]) {
      w.later(wait);
      await say(w, '发票');
      await w.rules();
    }
    expect((await w.log()).filter(({ state }) => state === 'done')).toHaveLength(2);
  });
});

describe('AUT-05 rules that follow from one another', () => {
  test('a rule does not answer itself; a circle is told by name, and the rule paused with a notice', async () => {
    const w = await ruled();
    const agent =
      (
        await w.doing((tx) =>
          run<{ id: string }>(
            tx,
            sql`select id from published.members where team_id = ${w.team} and role = 'agent'`,
          ),
        )
      )[0]?.id ?? '';
    const assigned = { trigger: 'conversation.assigned', repeatMinutes: 10 } as const;
    const toAgent = await w.rule('甲', {
      ...assigned,
      conditions: { match: 'all', of: [{ fact: 'conversation.assigned', is: 'is', value: false }] },
      actions: [{ do: 'assign', memberId: agent }],
    });
    await w.rule('乙', {
      ...assigned,
      conditions: { match: 'all', of: [{ fact: 'conversation.assigned', is: 'is', value: true }] },
      actions: [{ do: 'assign', memberId: null }],
    });
    const owner = await w.as('周启明');
    await owner.call(conversations.takeConversation, { conversationId: w.conversation });
    for (let n = 0; n < 6; n += 1) await w.rules();
    const stopped = (await w.list()).filter((one) => one.stopped);
    expect(stopped.map(({ name, state }) => `${name} ${state}`)).toEqual(['乙 paused']);
    expect(stopped[0]?.stopped).toMatchObject({ why: 'loop', detail: '乙 → 甲 → 乙' });
    expect((await w.log({ ruleId: toAgent })).filter(({ state }) => state === 'done')).toHaveLength(
      1,
    );
    const notices = await w.doing((tx) =>
      run<{ kind: string }>(
        tx,
        sql`select kind from notices where team_id = ${w.team} and kind = 'rule_stopped'`,
      ),
    );
    expect(notices).toHaveLength(1);
  });
});

describe('AUT-06 AUT-08 what is told and kept', () => {
  test('a webhook action names the message that set it off, not the latest; the run names its version', async () => {
    const w = await ruled();
    const id = await w.rule('告诉', {
      trigger: 'conversation.buyer_wrote',
      actions: [{ do: 'webhook', name: 'erp' }],
    });
    const first = await say(w, '第一句');
    await say(w, '第二句');
    await w.rules();
    const told = await w.doing((tx) =>
      run<{ data: { messageId: string; calls: string[]; version: number } }>(
        tx,
        sql`select data from events where team_id = ${w.team} and type = 'rule.ran' order by seq`,
      ),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.data).toMatchObject({
      calls: ['erp'],
      version: 1,
      messageId: first.message.id,
    });

    const owner = await w.as('何雅琴');
    const changed = {
      name: '告诉',
      definition: definition({ trigger: 'conversation.buyer_wrote' }),
    };
    const twice = { ruleId: id, ...changed, expectedVersion: 1 };
    expect(await owner.call(automation.updateRule, twice)).toMatchObject({ version: 2 });
    expect(outcomeOf(await owner.attempt(automation.updateRule, twice))).toBe(
      'rule.changed_meanwhile',
    );
    expect((await w.log({ ruleId: id })).find(({ state }) => state === 'done')).toMatchObject({
      version: 1,
    });
    expect((await owner.call(automation.listRuleVersions, { ruleId: id })).items).toHaveLength(2);
    expect(await w.log({ q: '王晓' })).not.toHaveLength(0);
    expect(await w.log({ q: '李四' })).toHaveLength(0);
  });

  test('an action that is refused stops those behind it and is named; what it began is taken back', async () => {
    const w = await ruled();
    const later: automation.RuleAction = tag('之后');
    const stranger: automation.RuleAction = { do: 'urgent' };
    await w.rule('加急', { actions: [stranger, stranger, later] });
    await w.placed();
    await w.rules();
    const [row] = await w.log();
    expect(row).toMatchObject({ state: 'failed' });
    expect(row?.actions.map(({ result }) => result)).toEqual(['done', 'refused', 'not_reached']);
    expect(await tagsOf(w)).toEqual([]);
  });
});

describe('AUT-07 a trial', () => {
  test('says who matches, why others do not, and in which words; nothing is done', async () => {
    const w = await ruled();
    await w.placed(1);
    const owner = await w.as('何雅琴');
    const of = [{ fact: 'order.totalMinor', is: 'above', value: 20_000 } as const];
    const tried = await owner.call(automation.tryRule, {
      shopId: w.shop,
      definition: definition({
        conditions: { match: 'all', of },
        actions: [send('{buyer}，订单 {order} 共 {amount}')],
      }),
    });
    expect(tried).toMatchObject({ looked: 2, matched: 1 });
    expect(tried.rows[0]?.actions[0]?.detail).toMatch(/^王晓敏，订单 \S+ 共 ¥234\.00$/);
    expect(tried.rows[1]).toMatchObject({
      matches: false,
      failing: [{ fact: 'order.totalMinor', found: '11700' }],
    });
    await w.rules();
    expect(await w.log()).toEqual([]);
  });
});

describe('AUT rights', () => {
  test('who manages rules has none do what they may not do themselves', async () => {
    const w = await ruled();
    const owner = await w.as('何雅琴');
    const made = await owner.call(access.createApiKey, {
      ...{ name: '规则同步', shopIds: null, expiresAt: null },
      permissions: ['automation.read', 'automation.manage', 'buyers.edit'],
    });
    const input = (actions: automation.RuleAction[]) => ({
      method: 'POST' as const,
      path: `/api/shops/${w.shop}/rules`,
      headers: { authorization: `Bearer ${made.secret}` },
      body: { name: '代办', definition: definition({ actions }) },
    });
    const wish = async (...actions: automation.RuleAction[]) =>
      (await w.browser().raw(input(actions))).status;
    expect(await wish(tag('一'))).toBe(200);
    expect(await wish(tag('一'), send('您好'))).toBe(403);
    expect(await wish({ do: 'note', text: '记下' })).toBe(403);
    expect(await wish({ do: 'assign', memberId: null })).toBe(403);
    expect(await wish({ do: 'urgent' })).toBe(403);
    expect(await wish({ do: 'webhook', name: 'ran' })).toBe(200);
  });

  test('who may only look changes nothing; another shop’s rules are not there', async () => {
    const w = await ruled();
    const agent = await w.as('林小满');
    const [rule] = await w.list();
    const ruleId = rule?.id ?? '';
    expect(outcomeOf(await agent.attempt(automation.setRuleState, { ruleId, state: 'on' }))).toBe(
      'access.denied',
    );
    expect((await agent.call(automation.listRules, { shopId: w.shop })).items[0]?.can).toEqual([]);
    const other = await ruled();
    expect(
      outcomeOf(
        await (await other.as('何雅琴')).attempt(automation.setRuleState, { ruleId, state: 'on' }),
      ),
    ).toBe('rule.not_found');
  });
});
