import { audit, care, conversations, orders, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { run } from '../../kernel/tx.ts';
import { payOrder } from '../orders/index.ts';
import { reactions } from './reactions.ts';

const about = (w: AtCounter) => ({ conversationId: w.conversation, orderId: w.order });

const pay = (w: AtCounter) => {
  const paying = system(w.team, 'test');
  return w.db.write(paying, (tx) =>
    payOrder(paying, tx, { orderId: w.order, kind: 'sandbox', reference: 'r-1' }),
  );
};

async function reminders(w: AtCounter) {
  const page = await (await w.as('林小满')).call(conversations.listMessages, {
    conversationId: w.conversation,
  });
  return page.items.filter((message) => message.card?.type === 'paymentReminder');
}

describe('CMP-06 payment reminder', () => {
  test('goes to the chat once, stands on the order and in the record', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const sent = await agent.call(care.remindPayment, about(w));
    expect(sent).toMatchObject({
      card: { type: 'paymentReminder', state: 'due', order: { id: w.order, totalMinor: 23_400 } },
    });
    const order = await agent.call(orders.getOrder, { orderId: w.order });
    expect(order.remindedAt).not.toBeNull();
    const entries = await (await w.as('何雅琴')).call(audit.listAuditEntries, {
      action: 'reminder.sent',
    });
    expect(entries.items[0]).toMatchObject({ subject: { kind: 'order', id: w.order } });
  });

  test('never twice within the shop’s interval; the refusal says how long to wait', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const owner = await w.as('何雅琴');
    await owner.call(shops.updateShopSettings, { shopId: w.shop, reminderIntervalMinutes: 30 });
    await agent.call(care.remindPayment, about(w));
    const again = await agent.attempt(care.remindPayment, about(w));
    expect(outcomeOf(again)).toBe('reminder.too_soon');
    expect(again.ok || again.problem.message).toMatch(/1 min ago.*in 30 min/);
    await w.doing((tx) =>
      run(
        tx,
        sql`update orders set reminded_at = reminded_at - interval '31 minutes' where id = ${w.order}`,
      ),
    );
    expect(outcomeOf(await agent.attempt(care.remindPayment, about(w)))).toBe('done');
  });

  test('of 50 clicks at once sends one', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const tries = await Promise.all(
      Array.from({ length: 50 }, () => agent.attempt(care.remindPayment, about(w))),
    );
    const outcomes = tries.map(outcomeOf);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['done', 'reminder.too_soon']));
    expect(await reminders(w)).toHaveLength(1);
  });

  test('never for an order paid meanwhile, whichever comes first', async () => {
    const w = await atCounter();
    await pay(w);
    const agent = await w.as('林小满');
    const late = await agent.attempt(care.remindPayment, about(w));
    expect(outcomeOf(late)).toBe('reminder.not_due');
    expect(await reminders(w)).toHaveLength(0);

    for (let round = 0; round < 5; round += 1) {
      const orderId = await w.placed();
      const raced = { ...w, order: orderId };
      const [paid, reminded] = await Promise.all([
        pay(raced),
        agent.attempt(care.remindPayment, about(raced)),
      ]);
      expect(paid).toMatchObject({ amountMinor: 23_400 });
      // Either the reminder came before the payment, or it did not go out.
      expect(['done', 'reminder.not_due']).toContain(outcomeOf(reminded));
      const order = await agent.call(orders.getOrder, { orderId });
      expect(order.remindedAt !== null).toBe(outcomeOf(reminded) === 'done');
      if (order.remindedAt && order.paidAt) expect(order.remindedAt <= order.paidAt).toBe(true);
    }
  });

  test('A4 in the shop’s own words, the wording one chooses, in the buyer’s language; paid after it is its result until given back', async () => {
    const w = await atCounter();
    const [agent, owner] = [await w.as('林小满'), await w.as('何雅琴')];
    const texts = (text: string) => ({ 'zh-CN': text, 'zh-TW': '', en: '' });
    const wordings = {
      shopId: w.shop,
      items: [
        { name: 'A', texts: texts('{buyer|您}好，订单 {order} 待付 {due}。') },
        { name: 'B', texts: texts('{product|商品}还给您留着。') },
      ],
    };
    const put = (who: typeof owner, items = wordings.items) =>
      who.attempt(care.putReminderTexts, { shopId: w.shop, items });
    expect(outcomeOf(await put(agent))).toBe('access.denied');
    const strange = [{ name: 'A', texts: texts('{电话}') }];
    expect(outcomeOf(await put(owner, strange))).toBe('rule.text_unknown_variable');
    expect(outcomeOf(await put(owner))).toBe('done');

    await agent.call(care.remindPayment, { ...about(w), variant: 'B' });
    const page = await agent.call(conversations.listMessages, { conversationId: w.conversation });
    const said = page.items.filter(
      ({ author, kind }) => author.kind === 'member' && kind !== 'line',
    );
    expect(said.map(({ kind, text }) => text || kind)).toEqual(['竹制餐盘还给您留着。', 'card']);
    const results = async () =>
      (await owner.call(care.getReminderTexts, { shopId: w.shop })).results;
    expect(await results()).toEqual([{ variant: 'B', sent: 1, converted: 0 }]);
    await pay(w);
    expect(await results()).toEqual([{ variant: 'B', sent: 1, converted: 1 }]);
    const own = await agent.call(care.getOrderReminders, { orderId: w.order });
    expect(own.items).toMatchObject([{ variant: 'B', converted: true }]);
    const back = { orderId: w.order, reasonCode: 'other' };
    await owner.call(orders.cancelOrder, back);
    expect(await results()).toEqual([{ variant: 'B', sent: 1, converted: 0 }]);
  });

  test('its card says by itself that the order is paid', async () => {
    const w = await atCounter();
    const running = startReactions(w.db, reactions, undefined, w.team);
    onTestFinished(() => running.stop());
    const agent = await w.as('林小满');
    await agent.call(care.remindPayment, about(w));
    await pay(w);
    await running.settled();
    expect((await reminders(w))[0]?.card).toMatchObject({ state: 'paid' });
  });
});
