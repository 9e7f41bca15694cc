import { audit, care, channels, conversations, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AtCounter, address, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { run } from '../../kernel/tx.ts';
import { setBuyerBlock } from '../buyers/index.ts';
import { payOrder } from '../orders/index.ts';
import { reactions } from './reactions.ts';

const newAddress = { ...address, street: '青山湖 12 号', district: '临安区' };

const stateOf = (message: { card: unknown }) => (message.card as { state: string }).state;
const idOf = (message: { card: unknown }) => (message.card as { id: string }).id;

async function lastCard(w: AtCounter, conversation = w.conversation) {
  const agent = await w.as('林小满');
  const page = await agent.call(conversations.listMessages, { conversationId: conversation });
  const found = page.items.findLast((message) => message.kind === 'card');
  if (!found) throw new Error('there is no card');
  return found;
}

/** Lets care follow the log, as a worker does. */
function following(w: AtCounter) {
  const running = startReactions(w.db, reactions, undefined, w.team);
  onTestFinished(() => running.stop());
  return running;
}

describe('SHOP-05 verify order', () => {
  test('puts the order before the buyer, who confirms; the answer is written on the order', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const asked = await agent.call(care.verifyOrder, {
      conversationId: w.conversation,
      orderId: w.order,
    });
    expect(asked).toMatchObject({
      kind: 'card',
      author: { kind: 'member', name: '林小满' },
      card: {
        type: 'orderCheck',
        state: 'asked',
        order: {
          id: w.order,
          totalMinor: 23_400,
          items: [{ sku: 'QZ-PL-28', quantity: 2, unitMinor: 11_700 }],
        },
      },
    });
    expect((await agent.call(orders.getOrder, { orderId: w.order })).checks.order).toMatchObject({
      state: 'asked',
    });

    const answered = await w.chat.call(channels.answerOrderCheck, {
      checkId: idOf(asked),
      answer: 'confirmed',
    });
    expect(stateOf(answered.message)).toBe('confirmed');
    const order = await agent.call(orders.getOrder, { orderId: w.order });
    expect(order.checks.order).toMatchObject({ state: 'confirmed' });
    expect(order.timeline.map((step) => step.code)).toContain('order_confirmed');
    expect(stateOf(await lastCard(w))).toBe('confirmed');
    const entries = await (await w.as('何雅琴')).call(audit.listAuditEntries, {
      action: 'order_check.',
    });
    expect(entries.items.map((entry) => entry.action)).toEqual([
      'order_check.answered',
      'order_check.asked',
    ]);
    expect(entries.items[0]?.actor.kind).toBe('buyer');
  });

  test('takes the wish for a change in the buyer’s words, and the conversation waits again', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const asked = await agent.call(care.verifyOrder, {
      conversationId: w.conversation,
      orderId: w.order,
    });
    await agent.call(conversations.sendMessage, {
      conversationId: w.conversation,
      clientKey: 'please-check',
      text: '请核对',
    });
    expect(
      (await agent.call(conversations.getConversation, { conversationId: w.conversation }))
        .waitingSince,
    ).toBeNull();
    const wish = '换成 24 cm 的可以吗';
    await w.chat.call(channels.answerOrderCheck, {
      checkId: idOf(asked),
      answer: 'change_wanted',
      text: wish,
    });
    const conversation = await agent.call(conversations.getConversation, {
      conversationId: w.conversation,
    });
    expect(conversation).toMatchObject({ lastText: wish, lastAuthorKind: 'buyer' });
    expect(conversation.waitingSince).not.toBeNull();
    const order = await agent.call(orders.getOrder, { orderId: w.order });
    expect(order.checks.order).toMatchObject({ state: 'change_wanted', answer: wish });
  });

  test('refuses a second question while one is open; a withdrawn one may be asked again', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const about = { conversationId: w.conversation, orderId: w.order };
    const asked = await agent.call(care.verifyOrder, about);
    const again = await agent.attempt(care.verifyOrder, about);
    expect(outcomeOf(again)).toBe('order_check.pending');
    expect(outcomeOf(await agent.attempt(care.verifyAddress, about))).toBe('done');
    const withdrawn = await agent.call(care.withdrawOrderCheck, { checkId: idOf(asked) });
    expect(stateOf(withdrawn)).toBe('withdrawn');
    expect(outcomeOf(await agent.attempt(care.withdrawOrderCheck, { checkId: idOf(asked) }))).toBe(
      'order_check.settled',
    );
    const late = await w.chat.attempt(channels.answerOrderCheck, {
      checkId: idOf(asked),
      answer: 'confirmed',
    });
    expect(outcomeOf(late)).toBe('order_check.settled');
    expect(outcomeOf(await agent.attempt(care.verifyOrder, about))).toBe('done');
  });

  test('of 50 clicks at once puts one question', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const about = { conversationId: w.conversation, orderId: w.order };
    const tries = await Promise.all(
      Array.from({ length: 50 }, () => agent.attempt(care.verifyOrder, about)),
    );
    const outcomes = tries.map(outcomeOf);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['done', 'order_check.pending']));
  });

  test('the same answer twice changes nothing, another one comes too late', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const asked = await agent.call(care.verifyOrder, {
      conversationId: w.conversation,
      orderId: w.order,
    });
    const checkId = idOf(asked);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        w.chat.attempt(channels.answerOrderCheck, { checkId, answer: 'confirmed' }),
      ),
    );
    expect(new Set(answers.map(outcomeOf))).toEqual(new Set(['done']));
    const entries = await (await w.as('何雅琴')).call(audit.listAuditEntries, {
      action: 'order_check.answered',
    });
    expect(entries.items).toHaveLength(1);
    const other = await w.chat.attempt(channels.answerOrderCheck, {
      checkId,
      answer: 'change_wanted',
      text: '不对',
    });
    expect(outcomeOf(other)).toBe('order_check.settled');
    const empty = await agent.call(care.verifyOrder, {
      conversationId: w.conversation,
      orderId: await w.placed(),
    });
    const wordless = await w.chat.attempt(channels.answerOrderCheck, {
      checkId: idOf(empty),
      answer: 'change_wanted',
    });
    expect(outcomeOf(wordless)).toBe('order_check.answer_empty');
  });
});

describe('SHOP-05 an order that changes meanwhile', () => {
  /** The order comes again from its source with another quantity. */
  const change = (w: AtCounter) =>
    w.doing((tx) =>
      run(
        tx,
        sql`update orders set goods_minor = 11700, total_minor = 11700, version = version + 1 where id = ${w.order}`,
      ),
    );

  test('cannot be confirmed any more; asking again replaces the old question', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const about = { conversationId: w.conversation, orderId: w.order };
    const asked = await agent.call(care.verifyOrder, about);
    await change(w);
    const late = await w.chat.attempt(channels.answerOrderCheck, {
      checkId: idOf(asked),
      answer: 'confirmed',
    });
    expect(outcomeOf(late)).toBe('order_check.outdated');
    const fresh = await agent.call(care.verifyOrder, about);
    expect(fresh.card).toMatchObject({ state: 'asked', order: { totalMinor: 11_700 } });
    const page = await agent.call(conversations.listMessages, { conversationId: w.conversation });
    expect(page.items.filter((one) => one.kind === 'card').map(stateOf)).toEqual([
      'outdated',
      'asked',
    ]);
  });

  test('shows its card as outdated by itself when it is shipped', async () => {
    const w = await atCounter();
    const running = following(w);
    const agent = await w.as('林小满');
    const making = system(w.team, 'test');
    await w.doing((tx) =>
      payOrder(making, tx, { orderId: w.order, kind: 'sandbox', reference: 'p' }),
    );
    const asked = await agent.call(care.verifyOrder, {
      conversationId: w.conversation,
      orderId: w.order,
    });
    await running.settled();
    expect(stateOf(await lastCard(w))).toBe('asked');
    await agent.call(orders.shipOrder, { orderId: w.order, carrier: 'SF', number: 'SF1' });
    await running.settled();
    const page = await agent.call(conversations.listMessages, { conversationId: w.conversation });
    expect(page.items.filter(({ id }) => id === asked.id).map(stateOf)).toEqual(['outdated']);
    expect((await agent.call(orders.getOrder, { orderId: w.order })).checks.order?.state).toBe(
      'outdated',
    );
  });

  test('a payment alone does not outdate the question', async () => {
    const w = await atCounter();
    const running = following(w);
    const agent = await w.as('林小满');
    const asked = await agent.call(care.verifyOrder, {
      conversationId: w.conversation,
      orderId: w.order,
    });
    const making = system(w.team, 'test');
    await w.doing((tx) =>
      payOrder(making, tx, { orderId: w.order, kind: 'sandbox', reference: 'r-1' }),
    );
    await running.settled();
    const answered = await w.chat.call(channels.answerOrderCheck, {
      checkId: idOf(asked),
      answer: 'confirmed',
    });
    expect(stateOf(answered.message)).toBe('confirmed');
  });
});

describe('SHOP-05 verify address', () => {
  test('covers the address on both sides’ card and shows it whole to the buyer alone', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const asked = await agent.call(care.verifyAddress, {
      conversationId: w.conversation,
      orderId: w.order,
    });
    expect(asked.card).toMatchObject({
      type: 'addressCheck',
      address: { phone: '138****4614', city: '杭州市', masked: true },
    });
    const everything = JSON.stringify(asked) + JSON.stringify(await w.chat.call(channels.getChat));
    expect(everything).not.toContain('13800004614');
    expect(everything).not.toContain('听松苑');
    const whole = await w.chat.call(channels.getCheckedAddress, { checkId: idOf(asked) });
    expect(whole).toEqual({ address, proposed: null });
    const { chat: stranger } = await w.newcomer(await w.identity('b-2', '李建国'));
    expect(
      outcomeOf(await stranger.attempt(channels.getCheckedAddress, { checkId: idOf(asked) })),
    ).toBe('order_check.not_found');
    expect(
      outcomeOf(
        await stranger.attempt(channels.answerOrderCheck, {
          checkId: idOf(asked),
          answer: 'confirmed',
        }),
      ),
    ).toBe('order_check.not_found');
  });

  test('a correction becomes a proposed change, not the change; a colleague accepts it', async () => {
    const w = await atCounter();
    const running = following(w);
    const agent = await w.as('林小满');
    const about = { conversationId: w.conversation, orderId: w.order };
    const asked = await agent.call(care.verifyAddress, about);
    const answered = await w.chat.call(channels.answerOrderCheck, {
      checkId: idOf(asked),
      answer: 'change_wanted',
      text: '寄到爸妈家',
      address: newAddress,
    });
    expect(answered.message.card).toMatchObject({
      state: 'change_wanted',
      proposed: { district: '临安区', masked: true },
    });
    const order = await agent.call(orders.getOrder, { orderId: w.order });
    expect(order.address?.district).toBe('余杭区');
    expect(order.addressChange).toMatchObject({
      state: 'proposed',
      note: '寄到爸妈家',
      byKind: 'buyer',
    });
    const changed = await agent.call(orders.acceptAddressChange, {
      orderId: w.order,
      addressChangeId: order.addressChange?.id ?? '',
    });
    expect(changed.address?.district).toBe('临安区');
    const again = await agent.call(care.verifyAddress, about);
    await w.doing((tx) =>
      run(
        tx,
        sql`update orders set address = jsonb_set(address::jsonb, '{city}', '"宁波市"')::json where id = ${w.order}`,
      ),
    );
    await running.settled();
    const late = await w.chat.attempt(channels.answerOrderCheck, {
      checkId: idOf(again),
      answer: 'confirmed',
    });
    expect(outcomeOf(late)).toBe('order_check.outdated');
  });
});

describe('SHOP-05 who may ask, and whom', () => {
  test('an order of another buyer is not sent, nor one whose buyer is only matched', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const { conversation } = await w.newcomer(await w.identity('b-2', '李建国'));
    const foreign = await agent.attempt(care.verifyOrder, {
      conversationId: conversation,
      orderId: w.order,
    });
    expect(outcomeOf(foreign)).toBe('care.foreign_order');
    const { conversation: unknown } = await w.newcomer();
    const { buyerId } = await agent.call(conversations.getConversation, {
      conversationId: unknown,
    });
    const { confirmBuyerMatch } = (await import('@guitai/contract')).buyers;
    await agent.call(confirmBuyerMatch, {
      buyerId,
      matchedBuyerId: w.buyer,
      reason: '电话里核对过',
    });
    const matched = await agent.attempt(care.sendOrderCard, {
      conversationId: unknown,
      orderId: w.order,
    });
    expect(outcomeOf(matched)).toBe('care.buyer_unproven');
  });

  test('an observer may not, a colleague’s conversation does not exist for an agent, a blocked buyer gets nothing', async () => {
    const w = await atCounter();
    const about = { conversationId: w.conversation, orderId: w.order };
    const observer = await w.as('方予安');
    for (const act of [
      care.verifyOrder,
      care.verifyAddress,
      care.remindPayment,
      care.sendOrderCard,
    ])
      expect(outcomeOf(await observer.attempt(act, about))).toBe('access.denied');
    const lead = await w.as('周启明');
    await lead.call(conversations.assignConversation, {
      conversationId: w.conversation,
      memberId: w.member('周启明'),
    });
    const agent = await w.as('林小满');
    expect(outcomeOf(await agent.attempt(care.verifyOrder, about))).toBe('conversation.not_found');
    const asked = await lead.call(care.verifyOrder, about);
    expect(outcomeOf(await agent.attempt(care.withdrawOrderCheck, { checkId: idOf(asked) }))).toBe(
      'order_check.not_found',
    );
    const boss = w.actor('何雅琴');
    await w.db.write(boss, (tx) =>
      setBuyerBlock(boss, tx, { buyerId: w.buyer, reason: '恶意退款' }),
    );
    for (const act of [care.verifyAddress, care.remindPayment, care.sendOrderCard])
      expect(outcomeOf(await lead.attempt(act, about))).toBe('care.buyer_blocked');
  });
});
