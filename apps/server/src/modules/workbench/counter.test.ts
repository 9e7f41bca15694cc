import { buyers, care, channels, conversations, orders, workbench } from '@guitai/contract';
import { Value } from '@sinclair/typebox/value';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { startReactions } from '../../kernel/reactions.ts';

const open = async (
  w: AtCounter,
  person: Parameters<AtCounter['as']>[0],
  conversationId = w.conversation,
) => (await w.as(person)).call(workbench.openCounter, { conversationId });

describe('SHOP-01 the counter opens', () => {
  test('with the same parts as their own endpoints give, in one answer', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const { conversation: conversationId } = w;
    await agent.call(conversations.putDraft, { conversationId, kind: 'reply', text: '您好，' });
    await agent.call(orders.addOrderRemark, { orderId: w.order, flag: 'red', text: '只发顺丰' });
    await agent.call(care.verifyOrder, { conversationId, orderId: w.order });
    const counter = await agent.call(workbench.openCounter, { conversationId });

    expect(counter.conversation).toEqual(
      await agent.call(conversations.getConversation, { conversationId }),
    );
    const page = await agent.call(conversations.listMessages, { conversationId });
    expect(counter.messages).toEqual(page);
    expect(counter.buyer).toEqual(await agent.call(buyers.getBuyer, { buyerId: w.buyer }));
    expect(counter.drafts).toEqual({ reply: '您好，', note: '' });
    const own = await agent.call(orders.listBuyerOrders, { buyerId: w.buyer });
    const without = (items: readonly { can: string[] }[]) =>
      items.map((item) => ({ ...item, can: [] }));
    expect(without(counter.orders.items)).toEqual(without(own.items));
    expect(counter.orders).toMatchObject({ more: false, spend: own.spend, paymentMethods: [] });
    expect(Value.Check(workbench.Counter, counter)).toBe(true);
  });

  test('says what may be done with each order now', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const about = { conversationId: w.conversation, orderId: w.order };
    const can = async () => (await open(w, '林小满')).orders.items[0]?.can ?? [];
    expect(await can()).toEqual(
      expect.arrayContaining([
        'addOrderRemark',
        'verifyOrder',
        'verifyAddress',
        'remindPayment',
        'sendOrderCard',
      ]),
    );
    expect(await can()).not.toContain('withdrawOrderCheck');
    expect(await can()).not.toContain('sendTrackingCard');
    const asked = await agent.call(care.verifyOrder, about);
    await agent.call(care.remindPayment, about);
    const now = await can();
    expect(now).toContain('withdrawOrderCheck');
    expect(now).toContain('verifyAddress');
    expect(now).not.toContain('verifyOrder');
    expect(now).not.toContain('remindPayment');
    const checkId = (asked.card as { id: string }).id;
    await w.chat.call(channels.answerOrderCheck, { checkId, answer: 'confirmed' });
    expect(await can()).toContain('verifyOrder');
  });

  test('offers to send nothing to a buyer on the blocklist', async () => {
    const w = await atCounter();
    const running = startReactions(
      w.db,
      w.modules.flatMap((module) => module.reactions),
      undefined,
      w.team,
    );
    onTestFinished(() => running.stop());
    const lead = await w.as('周启明');
    await lead.call(buyers.setBuyerBlock, { buyerId: w.buyer, reason: '恶意退款' });
    await running.settled();
    const { orders: shown } = await open(w, '周启明');
    expect(shown.items[0]?.can).toContain('addOrderRemark');
    for (const act of ['verifyOrder', 'remindPayment', 'sendOrderCard'])
      expect(shown.items[0]?.can).not.toContain(act);
  });

  test('what it offers is carried out, what it does not offer is refused', async () => {
    const w = await atCounter();
    for (const person of ['何雅琴', '周启明', '林小满', '方予安'] as const) {
      const browser = await w.as(person);
      const orderId = await w.placed();
      const { orders: shown } = await open(w, person);
      const can = shown.items.find((item) => item.id === orderId)?.can ?? [];
      for (const act of [
        care.verifyOrder,
        care.verifyAddress,
        care.remindPayment,
        care.sendOrderCard,
      ]) {
        const outcome = outcomeOf(
          await browser.attempt(act, { conversationId: w.conversation, orderId }),
        );
        expect([person, act.id, outcome]).toEqual([
          person,
          act.id,
          can.includes(act.id) ? 'done' : 'access.denied',
        ]);
      }
    }
  });

  test('ACL-02 shows a conversation, orders and a buyer only as far as the reader sees them', async () => {
    const w = await atCounter();
    const lead = await w.as('周启明');
    await lead.call(conversations.assignConversation, {
      conversationId: w.conversation,
      memberId: w.member('周启明'),
    });
    const agent = await w.as('林小满');
    const hidden = await agent.attempt(workbench.openCounter, { conversationId: w.conversation });
    expect(outcomeOf(hidden)).toBe('conversation.not_found');
    const counter = await open(w, '方予安');
    expect(counter.orders.items[0]?.can).toEqual(
      expect.not.arrayContaining(['verifyOrder', 'addOrderRemark']),
    );
    expect(counter.buyer?.phone ?? '').not.toMatch(/\d{11}/);
    const unknown = await agent.attempt(workbench.openCounter, { conversationId: w.order });
    expect(outcomeOf(unknown)).toBe('conversation.not_found');
  });

  test('ACL-02 keeps to itself the order of a shop the reader does not work in', async () => {
    const w = await atCounter();
    const owner = await w.as('何雅琴');
    const { shops } = await import('@guitai/contract');
    const { access } = await import('@guitai/contract');
    const other = await owner.call(shops.createShop, {
      name: '另一家',
      kind: 'built-in',
      currency: 'CNY',
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
    });
    await owner.call(access.changeMemberRole, {
      memberId: w.member('周启明'),
      role: 'lead',
      shopIds: [other.id],
    });
    const lead = await w.as('周启明');
    const outcome = await lead.attempt(workbench.openCounter, { conversationId: w.conversation });
    expect(outcomeOf(outcome)).toBe('conversation.not_found');
  });

  test('SRCH-06 shows the newest fifty of many messages and where older ones begin', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    for (let n = 0; n < 60; n += 1)
      await agent.call(conversations.sendMessage, {
        conversationId: w.conversation,
        clientKey: `message-${n}`,
        text: `第 ${n} 句`,
      });
    const { messages } = await open(w, '林小满');
    expect(messages.items).toHaveLength(50);
    expect(messages.items.at(-1)?.text).toBe('第 59 句');
    expect(messages.before).toBe(messages.items[0]?.seq);
  });

  test('joins the orders of a buyer a colleague matched, without offering to send them', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const { conversation } = await w.newcomer();
    const { buyerId } = await agent.call(conversations.getConversation, {
      conversationId: conversation,
    });
    await agent.call(buyers.confirmBuyerMatch, {
      buyerId,
      matchedBuyerId: w.buyer,
      reason: '电话里核对过',
    });
    const counter = await open(w, '林小满', conversation);
    expect(counter.orders.items.map((item) => item.id)).toEqual([w.order]);
    expect(counter.orders.items[0]?.can).toContain('addOrderRemark');
    expect(counter.orders.items[0]?.can).not.toContain('sendOrderCard');
  });
});
