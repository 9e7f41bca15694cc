import { type cards, care, channels, orders, type Static, scripts } from '@guitai/contract';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AtCounter, address, atCounter } from '../../../test/counter.ts';
import { clientKey } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { payOrder, settleAct, settleRefund } from '../orders/index.ts';
import { reactions } from './reactions.ts';

type ActCard = Static<typeof cards.ActCard>;

const elsewhere = { ...address, street: '文三路 90 号', district: '临安区' };

/** Lets care follow the log, as a worker does. */
function following(w: AtCounter) {
  const running = startReactions(w.db, reactions, undefined, w.team);
  onTestFinished(() => running.stop());
  return running;
}

async function actCards(w: AtCounter): Promise<ActCard[]> {
  const chat = await w.chat.call(channels.getChat);
  return chat.messages.flatMap(({ card }) => (card?.type === 'act' ? [card] : []));
}

describe('SHOP-06 what is done to an order stands in the chat', () => {
  test('another address: one card in the buyer’s language, without the address; cards of before are true again', async () => {
    const w = await atCounter();
    const running = following(w);
    const agent = await w.as('林小满');
    const about = { orderId: w.order, conversationId: w.conversation };
    await agent.call(care.sendOrderCard, about);
    await agent.call(care.verifyAddress, about);
    const acted = await agent.call(orders.changeOrderAddress, { ...about, address: elsewhere });
    expect(acted).toMatchObject({ state: 'done', act: { kind: 'address_changed' } });
    await running.settled();
    const [card, ...more] = await actCards(w);
    expect(more).toEqual([]);
    expect(card).toMatchObject({ id: acted.act?.id, state: 'done', title: '收货地址已修改' });
    expect(card?.lines).toEqual([{ label: '新地址所在地', value: '浙江省 杭州市 临安区' }]);
    const chat = await w.chat.call(channels.getChat);
    expect(JSON.stringify(chat)).not.toContain('文三路');
    expect(chat.messages.find((m) => m.card?.type === 'act')?.author.name).toBe('林小满');
    expect(chat.messages.find((m) => m.card?.type === 'addressCheck')?.card).toMatchObject({
      state: 'outdated',
    });
  });

  test('postage: the order’s card follows, the act names before and after', async () => {
    const w = await atCounter();
    const running = following(w);
    const lead = await w.as('何雅琴');
    const about = { orderId: w.order, conversationId: w.conversation };
    await lead.call(care.sendOrderCard, about);
    await lead.call(orders.changeOrderPostage, { ...about, postageMinor: 800 });
    await running.settled();
    expect((await actCards(w))[0]?.lines).toEqual([
      { label: '原', value: '¥0.00' },
      { label: '改为', value: '¥8.00' },
      { label: '订单总额', value: '¥242.00' },
    ]);
    const chat = await w.chat.call(channels.getChat);
    expect(chat.messages.find((m) => m.card?.type === 'order')?.card).toMatchObject({
      order: { postageMinor: 800, totalMinor: 24_200 },
    });
  });

  test('SCR-02 an order card a script sent follows the order too', async () => {
    const w = await atCounter();
    const running = following(w);
    const lead = await w.as('何雅琴');
    const content = { variants: [{ parts: [{ kind: 'order' as const }] }] };
    const script = await lead.call(scripts.createScript, {
      ...{ scope: 'team', title: '您的订单', content, publish: true },
    });
    await lead.call(scripts.sendScriptPart, {
      ...{ conversationId: w.conversation, scriptId: script.id, orderId: w.order },
      ...{ clientKey: clientKey(), useKey: clientKey(), version: 1, variant: 0, part: 0 },
    });
    await running.settled();
    const about = { orderId: w.order, conversationId: w.conversation };
    await lead.call(orders.changeOrderPostage, { ...about, postageMinor: 800 });
    running.hint(w.team);
    await running.settled();
    const chat = await w.chat.call(channels.getChat);
    expect(chat.messages.find((m) => m.card?.type === 'order')?.card).toMatchObject({
      order: { postageMinor: 800, totalMinor: 24_200 },
    });
  });

  test('what the team thinks of it stays with the team: words, suspicion and proof are on no card', async () => {
    const w = await atCounter();
    const running = following(w);
    await w.doing((tx) =>
      payOrder(system(w.team, 'test'), tx, {
        orderId: w.order,
        kind: 'wechat_pay',
        reference: 'p',
      }),
    );
    const owner = await w.as('何雅琴');
    await owner.call(orders.changeOrderAddress, { orderId: w.order, address: elsewhere });
    const { act } = await owner.call(orders.refundOrder, {
      orderId: w.order,
      amountMinor: 500,
      reasonCode: 'agreed',
      reason: '买家态度很差',
      evidence: ['https://example.com/secret.png'],
    });
    expect(act?.params).toMatchObject({ alert: 'address_and_refund', note: '买家态度很差' });
    await running.settled();
    const seen = JSON.stringify(await w.chat.call(channels.getChat));
    for (const word of ['态度', 'address_and_refund', 'secret.png'])
      expect(seen).not.toContain(word);
  });

  test('money that waits moves on in the same card when the gateway has answered', async () => {
    const w = await atCounter();
    const running = following(w);
    const making = system(w.team, 'test');
    await w.doing((tx) =>
      payOrder(making, tx, { orderId: w.order, kind: 'wechat_pay', reference: 'p-1' }),
    );
    const owner = await w.as('何雅琴');
    const acted = await owner.call(orders.refundOrder, {
      orderId: w.order,
      amountMinor: 1_000,
      reasonCode: 'agreed',
    });
    expect(acted).toMatchObject({ state: 'pending', act: { amountMinor: 1_000 } });
    await running.settled();
    expect((await actCards(w))[0]).toMatchObject({ state: 'pending', title: '退款' });
    const id = acted.act?.id ?? '';
    expect(await w.doing((tx) => settleAct(making, tx, id, 'done'))).toBe(false);
    await w.doing((tx) => settleRefund(tx, { id: w.order }, { actId: id }));
    expect(await w.doing((tx) => settleAct(making, tx, id, 'done'))).toBe(true);
    expect(await w.doing((tx) => settleAct(making, tx, id, 'failed'))).toBe(false);
    await running.settled();
    expect((await actCards(w)).map((card) => card.state)).toEqual(['done']);
  });
});
