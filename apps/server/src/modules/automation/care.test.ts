import { automation, channels, orders, outreach } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../test/records.ts';
import { type Ruled, ruled, send } from '../../../test/ruled.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { cancelOrder, mirrorOrders, type OrderRecord, payOrder } from '../orders/index.ts';

const cards = async (w: Ruled) => {
  const chat = w.visitor({ secret: w.chat.secret, identity: await w.identity('b-1') });
  const { messages } = await chat.call(channels.getChat, {});
  return messages.flatMap(({ card }) =>
    card?.type === 'info' && card.kind === 'care' ? [card] : [],
  );
};
const pay = (w: Ruled, orderId: string) => {
  const actor = system(w.team, 'test');
  return w.db.write(actor, (tx) =>
    payOrder(actor, tx, { orderId, kind: 'sandbox', reference: newId() }),
  );
};
const ship = async (w: Ruled, orderId: string) =>
  (await w.as('周启明')).call(orders.shipOrder, {
    orderId,
    carrier: 'shunfeng',
    number: 'SF1234567890',
  });
const results = async (w: Ruled, id: string) =>
  (await w.list()).find((one) => one.id === id)?.results;

const record = (over: Partial<OrderRecord> & { externalId: string }): OrderRecord => {
  const given = {
    number: over.externalId,
    buyerExternalId: 'b-1',
    status: 'placed' as const,
    sourceStatus: '',
    currency: 'CNY',
    url: null,
    buyerNote: '',
    address: null,
    addressRaw: null,
    attributes: {},
    discountMinor: 0,
    postageMinor: 0,
    totalMinor: null,
    placedAt: new Date().toISOString(),
    payments: [],
    lines: [
      {
        productExternalId: 'plate',
        variantExternalId: 'QZ-PL-28',
        sku: '',
        title: '竹制餐盘',
        options: null,
        pictureUrl: null,
        url: null,
        quantity: 1,
        unitMinor: 100,
        discountMinor: 0,
        attributes: {},
      },
    ],
    ...over,
  };
  return { ...given, hash: hashOf(given) } as unknown as OrderRecord;
};
const mirror = (w: Ruled, records: readonly OrderRecord[]) => {
  const actor = system(w.team, 'test');
  return w.db.write(actor, (tx) =>
    mirrorOrders(actor, tx, w.shop, records, { source: 'import' } as never),
  );
};

describe('CMP-01 order care', () => {
  test('is there in every shop, off; nothing is said until it is switched on, and nothing of before', async () => {
    const w = await ruled();
    expect((await w.list()).map(({ preset, state }) => `${preset} ${state}`)).toEqual(
      automation.carePresets.map((preset) => `${preset} off`),
    );
    await w.care();
    expect(await cards(w)).toEqual([]);
    await w.on('unpaid', { delayMinutes: 0 });
    await w.care();
    expect(await cards(w)).toEqual([]);
  });

  test('shipped: one card in the buyer’s chat, with carrier and number, once however often it is told', async () => {
    const w = await ruled();
    const id = await w.on('shipped');
    await pay(w, w.order);
    await ship(w, w.order);
    await w.care();
    await w.care();
    const [card, ...more] = await cards(w);
    expect(more).toEqual([]);
    expect(card).toMatchObject({ state: 'shipped', title: '已发货' });
    expect(card?.text).toContain('SF1234567890');
    expect(await results(w, id)).toMatchObject({ matched: 1, planned: 1, sent: 1, skipped: 0 });
    const care = await (await w.as('林小满')).call(automation.getOrderCare, { orderId: w.order });
    expect(care.items).toMatchObject([{ ruleName: '发货通知', state: 'done' }]);
  });

  test('a shipment without a number says nothing, and why', async () => {
    const w = await ruled();
    const id = await w.on('shipped');
    await mirror(w, [record({ externalId: 'm-1', status: 'paid' })]);
    await mirror(w, [record({ externalId: 'm-1', status: 'shipped' })]);
    await w.care();
    expect((await w.log({ ruleId: id }))[0]).toMatchObject({
      state: 'failed',
      why: 'missing:tracking',
    });
    expect(await cards(w)).toEqual([]);
  });

  test('a first import speaks to nobody of what is old; a file read twice says a thing once', async () => {
    const w = await ruled();
    await w.on('unpaid', { delayMinutes: 0 });
    await w.on('paid');
    const old = Array.from({ length: 40 }, (_, n) =>
      record({
        externalId: `old-${n}`,
        placedAt: '2026-01-05T04:00:00Z',
        status: n % 2 ? 'placed' : 'shipped',
      }),
    );
    await mirror(w, old);
    await w.care();
    expect(await w.log()).toEqual([]);

    await mirror(w, [record({ externalId: 'new' })]);
    await w.care();
    expect(await cards(w)).toHaveLength(1);
    const paid = record({ externalId: 'new', status: 'paid' });
    await mirror(w, [paid]);
    await mirror(w, [paid]);
    await mirror(w, [record({ externalId: 'new', status: 'placed' })]);
    await mirror(w, [paid]);
    await w.care();
    expect((await cards(w)).map(({ state }) => state)).toEqual(['unpaid', 'paid']);
  });
});

describe('CMP-06 the reminder of a payment', () => {
  test('waits its time, is asked again, and is not sent when the order was paid or cancelled meanwhile', async () => {
    const w = await ruled();
    const id = await w.on('unpaid');
    const [paid, cancelled, open] = [await w.placed(), await w.placed(), await w.placed()];
    await w.care();
    expect(await cards(w)).toEqual([]);
    await pay(w, paid);
    await (await w.as('周启明')).call(orders.cancelOrder, {
      orderId: cancelled,
      reasonCode: 'other',
    } as never);
    w.later(31);
    await w.care();
    expect((await cards(w)).map((card) => card.id)).toEqual([open]);
    expect((await w.log({ ruleId: id })).map(({ state }) => state).sort()).toEqual([
      'done',
      'not_matched',
      'not_matched',
    ]);
    const order = await (await w.as('林小满')).call(orders.getOrder, { orderId: open });
    expect(order.remindedAt).not.toBeNull();
  });

  test('paid between the decision and the sending: skipped, and counted so', async () => {
    const w = await ruled();
    const id = await w.on('unpaid', { delayMinutes: 0 });
    const order = await w.placed();
    await w.rules();
    await pay(w, order);
    await w.care();
    expect(await cards(w)).toEqual([]);
    expect(await results(w, id)).toMatchObject({ planned: 1, sent: 0, skipped: 1 });
  });

  test('paid within 24 hours of it is its result, in its wording; given back, no longer', async () => {
    const w = await ruled();
    const id = await w.on('unpaid', { delayMinutes: 0 });
    const order = await w.placed();
    await w.care();
    await pay(w, order);
    await w.care();
    const rule = async () => (await w.list()).find((one) => one.id === id);
    expect((await rule())?.results).toMatchObject({ sent: 1, converted: 1 });
    expect((await rule())?.variants.map(({ converted }) => converted).sort()).toEqual([0, 1]);
    const actor = system(w.team, 'test');
    await w.db.write(actor, (tx) =>
      cancelOrder(actor, tx, { orderId: order, reasonCode: 'other' } as never),
    );
    await w.care();
    expect((await rule())?.results).toMatchObject({ converted: 0 });
  });
});

describe('CMP-04 CMP-05 enforced centrally, stopped at once', () => {
  test('a buyer who said no is not written to; quiet hours move it', async () => {
    const w = await ruled();
    await w.on('unpaid', { delayMinutes: 0 });
    const owner = await w.as('何雅琴');
    await owner.call(outreach.createOptOut, {
      buyerId: w.buyer,
      shopId: w.shop,
      channel: 'all',
      topic: 'service',
    } as never);
    await w.placed();
    await w.care();
    expect(await cards(w)).toEqual([]);
    const { items } = await owner.call(outreach.listOutreachMessages, { causeKind: 'rule' });
    expect(items).toMatchObject([{ state: 'skipped', reason: 'opted_out' }]);
  });

  test('paused: what is planned waits; on again: it goes on; off: it is dropped', async () => {
    const w = await ruled();
    const id = await w.on('unpaid', { delayMinutes: 5 });
    const owner = await w.as('何雅琴');
    const state = (to: 'on' | 'paused' | 'off') =>
      owner.call(automation.setRuleState, { ruleId: id, state: to });
    await w.placed();
    await w.care();
    await state('paused');
    w.later(6);
    await w.care();
    expect(await cards(w)).toEqual([]);
    expect((await w.list()).find((one) => one.id === id)?.waiting).toBe(1);
    await state('on');
    await w.care();
    expect(await cards(w)).toHaveLength(1);

    await w.placed();
    await w.rules();
    await state('off');
    w.later(6);
    await w.care();
    expect(await cards(w)).toHaveLength(1);
  });

  test('a message that is on its way is dropped too when its rule is switched off', async () => {
    const w = await ruled();
    const id = await w.rule('提醒', { actions: [send('订单 {order}')] });
    await w.placed();
    await w.rules();
    await (await w.as('何雅琴')).call(automation.setRuleState, { ruleId: id, state: 'off' });
    await w.care();
    expect(await results(w, id)).toMatchObject({ planned: 1, sent: 0, skipped: 1 });
  });
});

describe('CMP-01 languages', () => {
  test('the buyer’s own language, where it is known', async () => {
    const w = await ruled();
    await w.doing((tx) => run(tx, sql`update buyers set locale = 'zh-TW' where id = ${w.buyer}`));
    await w.on('paid');
    await pay(w, w.order);
    await w.care();
    expect((await cards(w))[0]).toMatchObject({ title: '已收到款項' });
  });
});
