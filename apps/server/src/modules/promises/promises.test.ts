import {
  access,
  promises as contract,
  conversations,
  notices,
  orders,
  payments,
  shops,
  teamwork,
} from '@guitai/contract';
import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { type World, world } from '../../../test/world.ts';
import { type SystemActor, system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { payOrder, placeOrder } from '../orders/index.ts';
import { alarmJob } from './alarm.ts';
import { promises } from './index.ts';

let w: World;
let agent: Browser;
let lead: Browser;
let actor: SystemActor;
let variant: string;
let product: string;
const real = clock.now;
const hour = 3_600_000;

const productRecord = (stock: number, priceMinor = 23_400) => ({
  externalId: 'plate',
  title: '竹制餐盘',
  status: 'on_sale' as const,
  currency: 'CNY',
  description: '',
  aliases: [],
  pictures: [],
  url: null,
  attributes: {},
  variants: [
    {
      externalId: 'plate-1',
      sku: 'SKU-1',
      options: {},
      priceMinor,
      stock,
      available: true,
      pictureUrl: null,
      attributes: {},
    },
  ],
  hash: Buffer.from(`${stock}-${priceMinor}`),
});

const stocked = (stock: number, priceMinor?: number) =>
  w.db.write(actor, (tx) => mirrorProducts(actor, tx, w.shop, [productRecord(stock, priceMinor)]));

beforeAll(async () => {
  w = await world();
  agent = await w.as('林小满');
  lead = await w.as('周启明');
  actor = system(w.team, 'test');
  await stocked(100);
  const rows = await w.db.read(actor, (tx) =>
    run<{ id: string; product_id: string }>(tx, sql`select id, product_id from variants`),
  );
  variant = rows[0]?.id ?? '';
  product = rows[0]?.product_id ?? '';
}, 120_000);

afterEach(() => {
  clock.now = real;
});

/** Everything the module does by itself about what has been told so far. */
async function settled(): Promise<void> {
  const reactions = startReactions(w.db, promises.reactions);
  reactions.hint(w.team);
  for (let n = 0; n < 100; n += 1) {
    const [behind] = await w.db.read(actor, (tx) =>
      run<{ n: number }>(
        tx,
        sql`select count(*)::int as n from unnest(${promises.reactions.map((one) => one.name)}::text[]) as r(name)
            where exists (select from events e where e.team_id = ${w.team}
              and e.type in ('order.acted', 'order.mirrored', 'parcel.moved', 'product.stock_changed', 'product.mirrored', 'message.posted')
              and e.type = any(case r.name when 'promises.followActs' then array['order.acted'] when 'promises.followWords' then array['message.posted']
                when 'promises.followProducts' then array['product.mirrored'] when 'promises.followStock' then array['product.stock_changed']
                when 'promises.followMirror' then array['order.mirrored'] else array['parcel.moved'] end)
              and e.seq > coalesce((select c.seq from reaction_cursors c where c.team_id = e.team_id and c.name = r.name), 0))`,
      ),
    );
    if (behind?.n === 0) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  await reactions.stop();
}

/** A buyer who wrote and ordered; the agent serves them. */
async function served() {
  const chat = w.visitor();
  const { channels } = await import('@guitai/contract');
  const said = await chat.call(channels.sendChatMessage, {
    text: '什么时候发货',
    clientKey: crypto.randomUUID(),
  });
  const conversationId = said.message.conversationId;
  await agent.call(conversations.takeConversation, { conversationId });
  const { buyerId } = await agent.call(conversations.getConversation, { conversationId });
  const placed = await w.db.write(actor, (tx) =>
    placeOrder(actor, tx, {
      shopId: w.shop,
      buyerId,
      items: [{ variantId: variant, quantity: 1 }],
      address: null,
      note: '',
    }),
  );
  if (isRefusal(placed)) throw new Error(placed.code);
  const { orderId } = placed;
  await w.db.write(actor, (tx) => payOrder(actor, tx, { orderId, kind: 'cash', reference: 'c' }));
  return { conversationId, buyerId, orderId, chat };
}

const say = (conversationId: string, text: string, who = agent) =>
  who.call(conversations.sendMessage, { conversationId, text, clientKey: crypto.randomUUID() });

const soon = (hours: number) => new Date(clock.now() + hours * hour).toISOString();

const ring = (promise: contract.TeamPromiseShape, what: 'near' | 'broken') =>
  w.db.write(actor, (tx) =>
    alarmJob.perform(actor, tx, { promiseId: promise.id, dueAt: promise.dueAt ?? '', what }),
  );

const read = (promiseId: string) => agent.call(contract.getPromise, { promiseId });

describe('A19 a promise', () => {
  test('is put off only before its time and only with a word to the buyer, which answers nothing', async () => {
    const { conversationId, chat } = await served();
    const { channels } = await import('@guitai/contract');
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

  test('is told of before its time, broken at it, once each; kept afterwards it is late', async () => {
    const { conversationId, orderId } = await served();
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: '四小时内发货',
      event: 'shipped',
      dueAt: soon(4),
      orderId,
    });
    await ring(made, 'near');
    await ring(made, 'near');
    const near = await agent.call(notices.listNotices, { kind: 'promise_due' });
    expect(near.items.filter((one) => one.subject.id === made.id)).toHaveLength(1);
    expect(await read(made.id)).toMatchObject({ soon: true, state: 'open' });
    await ring(made, 'broken');
    await ring(made, 'broken');
    for (const who of [agent, lead]) {
      const told = await who.call(notices.listNotices, { kind: 'promise_broken' });
      expect(told.items.filter((one) => one.subject.id === made.id)).toHaveLength(1);
    }
    const tasks = await lead.call(teamwork.listTasks, { limit: 200 } as never);
    expect(tasks.items.filter((task) => task.links.promiseId === made.id)).toHaveLength(1);
    await lead.call(orders.shipOrder, { orderId, carrier: '顺丰', number: 'SF2' });
    await settled();
    expect(await read(made.id)).toMatchObject({ state: 'late' });
    await ring(made, 'broken');
    expect((await read(made.id)).state).toBe('late');
  });

  test('after a long downtime nobody is warned of what is over: it is broken, once', async () => {
    const { conversationId } = await served();
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: '明天回复您',
      event: 'answered',
      dueAt: soon(4),
    });
    clock.now = () => real() + 90 * 24 * hour;
    await ring(made, 'near');
    clock.now = real;
    expect(await read(made.id)).toMatchObject({ soon: false, state: 'open' });
    clock.now = () => real() + 90 * 24 * hour;
    await Promise.all([ring(made, 'broken'), ring(made, 'broken')]);
    clock.now = real;
    expect(await read(made.id)).toMatchObject({ state: 'broken' });
  });

  test('G17 the clock steps back an hour and comes again: warned once, broken once', async () => {
    const { conversationId } = await served();
    const sentence = '明天回复您';
    const dueAt = soon(4);
    const what = { conversationId, sentence, event: 'answered', dueAt } as const;
    const made = await agent.call(contract.makePromise, what);
    const due = Date.parse(dueAt);
    for (const minutes of [-60, -120, -59, -30]) {
      clock.now = () => due + minutes * 60_000;
      await ring(made, 'near');
    }
    for (const minutes of [0, -60, 1]) {
      clock.now = () => due + minutes * 60_000;
      await ring(made, 'broken');
      await ring(made, 'near');
    }
    clock.now = real;
    const told = await w.db.read(actor, (tx) =>
      run<{ type: string }>(
        tx,
        sql`select type from events where subject = ${made.id} and type in ('promise.near', 'promise.broken') order by seq`,
      ),
    );
    expect(told.map(({ type }) => type)).toEqual(['promise.near', 'promise.broken']);
  });

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
