import { promises as contract, conversations, orders, payments } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { hour, promised, soon } from '../../../test/promised.ts';

const { agent, lead, product, stocked, settled, served, say, read } = await promised();

describe('A19 what keeps a promise', () => {
  test('an answer is kept by the next word to that buyer, not by the promise itself nor by a note', async () => {
    const { conversationId } = await served();
    const message = await say(conversationId, '我问下仓库，稍后告诉您');
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: message.text,
      messageId: message.id,
      event: 'answered',
      dueAt: soon(1),
    });
    await agent.call(conversations.addNote, {
      conversationId,
      text: '仓库没人接',
      clientKey: crypto.randomUUID(),
    });
    await settled();
    expect((await read(made.id)).state).toBe('open');
    await say(conversationId, '仓库说今天能发');
    await settled();
    expect((await read(made.id)).state).toBe('kept');
  });

  test('to tell when it is back: the clock starts with the goods, and telling keeps it', async () => {
    await stocked(0);
    await settled();
    const { conversationId } = await served().catch(async () => {
      await stocked(1);
      const one = await served();
      await stocked(0);
      return one;
    });
    await settled();
    const wish = {
      conversationId,
      sentence: '到货通知您',
      event: 'restocked',
      dueAt: null,
    } as const;
    expect(outcomeOf(await agent.attempt(contract.makePromise, wish))).toBe(
      'promise.product_needed',
    );
    const made = await agent.call(contract.makePromise, { ...wish, productId: product });
    expect(made).toMatchObject({ dueAt: null, productTitle: '竹制餐盘' });
    await stocked(50);
    await settled();
    const ready = await read(made.id);
    expect(ready).toMatchObject({
      state: 'open',
      readyAt: expect.any(String),
      dueAt: expect.any(String),
    });
    expect(Date.parse(ready.dueAt ?? '') - Date.parse(ready.readyAt ?? '')).toBe(24 * hour);
    await say(conversationId, '您要的餐盘到货了');
    await settled();
    expect((await read(made.id)).state).toBe('kept');
    const already = await agent.attempt(contract.makePromise, { ...wish, productId: product });
    expect(outcomeOf(already)).toBe('promise.happened');
  });

  test('a price that falls is what was waited for; one that rises is not', async () => {
    const { conversationId } = await served();
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: '降价了我通知您',
      event: 'price',
      dueAt: null,
      productId: product,
    });
    await stocked(50, 25_000);
    await settled();
    expect((await read(made.id)).readyAt).toBeNull();
    await stocked(50, 20_000);
    await settled();
    expect((await read(made.id)).readyAt).not.toBeNull();
  });

  test('money back: what was refunded before counts for nothing', async () => {
    const { conversationId, orderId } = await served();
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: '24小时内退款',
      event: 'refunded',
      dueAt: soon(24),
      orderId,
    });
    await lead.call(orders.refundOrder, { orderId, amountMinor: 500, reasonCode: 'other' });
    await settled();
    expect((await read(made.id)).state).toBe('open');
    const { items } = await lead.call(payments.listPayments, { orderId });
    const key = items.find((one) => one.can.includes('settleRefundByHand'))?.id ?? '';
    await lead.call(payments.settleRefundByHand, { orderId, key, state: 'done', note: '转账 1' });
    await settled();
    expect((await read(made.id)).state).toBe('kept');
  });
});
