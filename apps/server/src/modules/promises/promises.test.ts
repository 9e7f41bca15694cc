import {
  access,
  channels,
  promises as contract,
  conversations,
  notices,
  orders,
  shops,
} from '@guitai/contract';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { hour, promised, soon } from '../../../test/promised.ts';
import { clock } from '../../kernel/clock.ts';
import { run } from '../../kernel/tx.ts';

const { w, agent, lead, actor, settled, served, say, ring, read } = await promised();
const real = clock.now;

afterEach(() => {
  clock.now = real;
});

describe('A19 a promise', () => {
  test('is put off only before its time and only with a word to the buyer, which answers nothing', async () => {
    const { conversationId, chat } = await served();
    const made = await agent.call(contract.makePromise, {
      ...{ conversationId, sentence: '一小时内回复您', event: 'answered', dueAt: soon(1) },
    });
    expect(made.can).toContain('extendPromise');
    const later = { promiseId: made.id, dueAt: soon(5), text: '抱歉，今晚六点前回复您' };
    expect(
      outcomeOf(await agent.attempt(contract.extendPromise, { ...later, dueAt: soon(0.5) })),
    ).toBe('promise.not_later');
    const put = await agent.call(contract.extendPromise, later);
    expect(put).toMatchObject({ state: 'open', dueAt: later.dueAt, extensions: 1 });
    const { messages } = await chat.call(channels.getChat);
    expect(messages.at(-1)?.text).toBe(later.text);
    await settled();
    expect((await read(made.id)).state).toBe('open');
    await ring(made, 'broken');
    expect((await read(made.id)).state).toBe('open');
    clock.now = () => real() + 6 * hour;
    await ring(put, 'broken');
    expect(
      outcomeOf(await agent.attempt(contract.extendPromise, { ...later, dueAt: soon(9) })),
    ).toBe('promise.over');
    const news = (await agent.call(notices.listNotices, { limit: 200 })).items;
    expect(news.filter(({ subject }) => subject.id === made.id).map(({ kind }) => kind)).toEqual([
      'promise_broken',
    ]);
    expect(news.filter(({ kind }) => kind === 'task_assigned')).toEqual([]);
  });

  test('is guessed from the sentence, made by one call, and kept by the shipping itself', async () => {
    const { conversationId, orderId } = await served();
    const message = await say(conversationId, '好的亲，今天发货');
    const proposal = await agent.call(contract.getPromiseProposal, {
      conversationId,
      text: message.text,
      messageId: message.id,
    });
    expect(proposal).toMatchObject({
      read: true,
      event: 'shipped',
      orderId,
      sentence: '好的亲，今天发货',
      promiseId: null,
    });
    expect(proposal.dueAt?.slice(11)).toBe('16:00:00.000Z');
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: proposal.sentence,
      messageId: message.id,
      event: proposal.event,
      dueAt: proposal.dueAt,
      orderId: proposal.orderId,
    });
    expect(made).toMatchObject({
      state: 'open',
      memberName: '林小满',
      orderNumber: expect.any(String),
      can: ['keepPromise', 'cancelPromise', 'extendPromise'],
    });
    const twice = await agent.attempt(contract.makePromise, {
      ...made,
      conversationId,
      messageId: message.id,
      dueAt: soon(1),
      sentence: 'x',
    } as never);
    expect(outcomeOf(twice)).not.toBe('done');
    await lead.call(orders.shipOrder, { orderId, carrier: '顺丰', number: 'SF1' });
    await settled();
    expect(await read(made.id)).toMatchObject({ state: 'kept', settledByName: '', can: [] });
  });

  test('is not made about a stranger’s order, another’s words, a time that is over; nor by who may only look', async () => {
    const one = await served();
    const other = await served();
    const wish = {
      conversationId: one.conversationId,
      sentence: '今天发货',
      event: 'shipped',
      dueAt: soon(2),
    } as const;
    const code = async (more: object, who = agent) =>
      outcomeOf(await who.attempt(contract.makePromise, { ...wish, ...more } as never));
    expect(await code({})).toBe('promise.order_needed');
    expect(await code({ orderId: other.orderId })).toBe('promise.order_foreign');
    expect(await code({ orderId: one.orderId, dueAt: soon(-1) })).toBe('promise.due_past');
    expect(await code({ orderId: one.orderId, dueAt: null })).toBe('promise.due_needed');
    const said = await say(other.conversationId, '今天发货');
    expect(await code({ orderId: one.orderId, messageId: said.id })).toBe(
      'promise.message_foreign',
    );
    expect(await code({ orderId: one.orderId }, await w.as('方予安'))).toBe('access.denied');
  });

  test('is cancelled with a reason, taken back, and kept by hand; transferring the chat keeps who promised', async () => {
    const { conversationId } = await served();
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: '给您申请一个赠品',
      event: 'hand',
      dueAt: soon(5),
    });
    await agent.call(conversations.assignConversation, {
      conversationId,
      memberId: w.member('周启明'),
      note: '请跟进',
    });
    const cancelled = await lead.call(contract.cancelPromise, {
      promiseId: made.id,
      reason: '买家说不用了',
    });
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      reason: '买家说不用了',
      memberName: '林小满',
      settledByName: '周启明',
    });
    expect(outcomeOf(await lead.attempt(contract.keepPromise, { promiseId: made.id }))).toBe(
      'promise.settled',
    );
    expect(await lead.call(contract.reopenPromise, { promiseId: made.id })).toMatchObject({
      state: 'open',
      reason: '',
    });
    expect(await lead.call(contract.keepPromise, { promiseId: made.id })).toMatchObject({
      state: 'kept',
    });
  });

  test('how many were kept is counted by person and shop, cancelled ones out of it', async () => {
    const { members, shops } = await lead.call(contract.getPromiseRates, {});
    const [mine] = members.filter((row) => row.memberId === w.member('林小满'));
    const counted = await w.db.read(actor, (tx) =>
      run<{ state: string; n: number }>(
        tx,
        sql`select state, count(*)::int as n from promises group by state`,
      ),
    );
    const of = (state: string) => counted.find((row) => row.state === state)?.n ?? 0;
    expect(mine).toMatchObject({
      kept: of('kept'),
      late: of('late'),
      broken: of('broken'),
      open: of('open'),
    });
    expect(mine?.rate).toBeCloseTo(of('kept') / (of('kept') + of('late') + of('broken')));
    expect(shops[0]?.made).toBe(mine?.made);
    const list = await agent.call(contract.listPromises, { tab: 'open', limit: 1 });
    expect(list.counts.open).toBe(of('open'));
    const all: string[] = [];
    for (let cursor: string | null | undefined; ; ) {
      const page: Awaited<ReturnType<typeof lead.call<typeof contract.listPromises>>> =
        await lead.call(contract.listPromises, {
          tab: 'settled',
          limit: 2,
          ...(cursor ? { cursor } : {}),
        });
      all.push(...page.items.map((one) => one.id));
      cursor = page.next;
      if (!cursor) break;
    }
    expect(new Set(all).size).toBe(of('kept') + of('late') + of('cancelled'));
  });
});

describe('A19 a promise elsewhere', () => {
  test('of another shop is not there to be put off', async () => {
    const { conversationId } = await served();
    const dueAt = soon(1);
    const made = await agent.call(contract.makePromise, {
      ...{ conversationId, sentence: '今天给您答复', event: 'hand', dueAt },
    });
    const owner = await w.as('何雅琴');
    const far = await owner.call(shops.createShop, {
      ...{ name: '远山茶店', currency: 'CNY', timezone: 'Asia/Shanghai' },
      ...{ locale: 'zh-CN', kind: 'built-in' },
    });
    const memberId = w.member('方予安');
    await owner.call(access.changeMemberRole, { memberId, role: 'agent', shopIds: [far.id] });
    const stranger = await w.as('方予安');
    const put = { promiseId: made.id, dueAt: soon(5), text: '稍晚' };
    expect(outcomeOf(await stranger.attempt(contract.extendPromise, put))).toBe(
      'promise.not_found',
    );
  });
});
