import { audit, orders } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import * as module from './index.ts';
import { address, mirrored, order } from './mirrored.test-help.ts';

const { w, agent, actor, write, mirror, get, idOf, card } = await mirrored();

describe('SHOP-04 the order card', () => {
  test('items with picture, SKU, options, quantity and price; totals; payment', () => {
    expect(card.lines).toMatchObject([
      {
        no: 1,
        title: '竹制餐盘',
        sku: 'CP-28',
        options: { 尺寸: '28cm' },
        pictureUrl: 'https://img.example/plate.jpg',
        quantity: 2,
        unitMinor: 23400,
        totalMinor: 46800,
      },
    ]);
    expect(card.lines[0]?.variantId).not.toBeNull();
    expect(card.totals).toEqual({
      goodsMinor: 46800,
      discountMinor: 2000,
      postageMinor: 800,
      adjustmentMinor: 0,
      totalMinor: 45600,
      paidMinor: 45600,
      refundedMinor: 0,
      dueMinor: 0,
    });
    expect(card.payments).toMatchObject([
      {
        direction: 'payment',
        kind: 'wechat_pay',
        sourceKind: '微信',
        amountMinor: 45600,
        at: '2026-03-18T06:05:00.000Z',
      },
    ]);
  });

  test('covered address, status with the words of the source, age of the data, attributes', () => {
    expect(card.address).toMatchObject({
      name: '李**',
      phone: '138****4614',
      city: '杭州市',
      street: '文一****',
      masked: true,
    });
    expect(card).toMatchObject({
      status: 'paid',
      sourceStatus: '已付款',
      source: 'import',
      buyerName: '王晓敏',
      buyerNote: '请包好',
      attributes: { 是否加急: false },
    });
    expect(Date.parse(card.mirroredAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(JSON.stringify(card)).not.toContain('13812344614');
  });

  test('timeline and parcel, newest step last told', async () => {
    expect(card.timeline.map((step) => step.code)).toEqual(['placed', 'paid', 'shipped']);
    expect(card.parcels).toMatchObject([
      {
        carrierName: '顺丰速运',
        number: 'SF1234567890',
        status: 'in_transit',
        lastEvent: { text: '快件已发往杭州' },
        attributes: { 收件人电话: '138****4614' },
      },
    ]);
    expect(card.parcels[0]?.trouble).toBe('stuck');
    const { parcels } = await agent.call(orders.getTracking, { orderId: card.id });
    expect(parcels[0]?.events.map((event) => event.sourceStatus)).toEqual(['运输中', '已揽收']);
  });

  test('says what this reader may do with it', async () => {
    expect(card.can).toEqual(
      expect.arrayContaining([
        'addOrderRemark',
        'revealOrderAddress',
        'verifyOrder',
        'verifyAddress',
        'getTracking',
        'sendTrackingCard',
      ]),
    );
    expect(card.can).not.toContain('remindPayment');
    const observer = await w.as('方予安');
    const seen = await observer.call(orders.getOrder, { orderId: card.id });
    expect(seen.can).toEqual(['getTracking', 'listOrderActs', 'listOrderRemarks']);
  });
});

describe('A17 remarks with flags', () => {
  test('are added, never overwritten; the newest flag is the flag of the order', async () => {
    const first = await agent.call(orders.addOrderRemark, {
      orderId: card.id,
      flag: 'red',
      text: '客户催件',
    });
    expect(first).toMatchObject({
      flag: 'red',
      text: '客户催件',
      byName: '林小满',
      byKind: 'member',
    });
    await agent.call(orders.addOrderRemark, { orderId: card.id, flag: 'green', text: '' });
    expect(
      outcomeOf(
        await agent.attempt(orders.addOrderRemark, { orderId: card.id, flag: 'none', text: ' ' }),
      ),
    ).toBe('order.remark_empty');
    const { items } = await agent.call(orders.listOrderRemarks, { orderId: card.id });
    expect(items.map((one) => one.flag)).toEqual(['green', 'red']);
    const now = await get(card.id);
    expect(now).toMatchObject({ flag: 'green', version: card.version + 2 });
    expect(now.remarks).toHaveLength(2);
    expect(
      (await agent.call(orders.listOrders, { flag: 'green' })).items.map((one) => one.id),
    ).toEqual([card.id]);
    expect((await agent.call(orders.listOrders, { flag: 'red' })).items).toEqual([]);
    const ofWork = async (work: 'unpaid' | 'to_ship' | 'refunding' | 'urgent') =>
      (await agent.call(orders.listOrders, { work })).items.map((one) => one.status);
    expect(await ofWork('refunding')).toEqual([]);
    expect(await ofWork('urgent')).toEqual([]);
    expect(new Set(await ofWork('to_ship'))).toEqual(new Set(['paid']));
    expect((await ofWork('unpaid')).every((status) => status === 'placed')).toBe(true);
  });

  test('twenty at once are twenty', async () => {
    await mirror(order('busy'));
    const orderId = await idOf('busy');
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        agent.call(orders.addOrderRemark, { orderId, flag: 'blue', text: `${n}` }),
      ),
    );
    const { items } = await agent.call(orders.listOrderRemarks, { orderId, limit: 50 });
    expect(new Set(items.map((one) => one.text)).size).toBe(20);
    expect((await get(orderId)).version).toBe(21);
  });

  test('an observer writes none', async () => {
    const observer = await w.as('方予安');
    expect(
      outcomeOf(
        await observer.attempt(orders.addOrderRemark, { orderId: card.id, flag: 'red', text: 'x' }),
      ),
    ).toBe('access.denied');
  });
});

describe('ACL-05 the delivery address', () => {
  test('is shown for a reason, which is kept', async () => {
    const { address: whole, left } = await agent.call(orders.revealOrderAddress, {
      orderId: card.id,
      reason: '电话核对',
    });
    expect(whole).toMatchObject(address);
    expect(left).toBe(59);
    const owner = await w.as('何雅琴');
    const { items } = await owner.call(audit.listAuditEntries, { action: 'order.field_revealed' });
    expect(items).toMatchObject([{ reason: '电话核对', subject: { id: card.id } }]);
  });
});

describe('SHOP-05 answers on the order', () => {
  const better = { ...address, street: '五常大道1号' };

  test('another address is a proposal until somebody accepts it', async () => {
    await mirror(order('move'));
    const orderId = await idOf('move');
    await write((tx) =>
      module.writeOrderCheck(actor, tx, { orderId, kind: 'address', state: 'asked' }),
    );
    await write((tx) =>
      module.writeOrderCheck(actor, tx, {
        orderId,
        kind: 'address',
        state: 'change_wanted',
        answer: '换个地址',
      }),
    );
    await write((tx) =>
      module.proposeAddressChange(actor, tx, {
        orderId,
        address: { ...address, street: '旧提议' },
        note: '',
      }),
    );
    await write((tx) =>
      module.proposeAddressChange(actor, tx, { orderId, address: better, note: '换个地址' }),
    );
    const proposed = await get(orderId);
    expect(proposed.checks.address).toMatchObject({ state: 'change_wanted', answer: '换个地址' });
    expect(proposed.addressChange).toMatchObject({
      state: 'proposed',
      note: '换个地址',
      address: { street: '五常****', masked: true },
    });
    expect(proposed.can).toContain('acceptAddressChange');
    expect(await w.db.read(actor, (tx) => module.openProposal(tx, orderId))).toEqual(better);
    const addressChangeId = proposed.addressChange?.id ?? '';
    const accepted = await agent.call(orders.acceptAddressChange, { orderId, addressChangeId });
    expect(accepted.addressChange).toBeNull();
    expect(accepted.timeline.map((step) => step.code)).toContain('address_changed');
    const shown = await agent.call(orders.revealOrderAddress, { orderId, reason: '发货核对' });
    expect(shown.address.street).toBe('五常大道1号');
    expect(
      outcomeOf(await agent.attempt(orders.acceptAddressChange, { orderId, addressChangeId })),
    ).toBe('order.address_change_not_found');
  });

  test('what has left the house keeps its address; a refusal keeps its reason', async () => {
    await mirror(order('gone', { status: 'shipped' }));
    const orderId = await idOf('gone');
    const addressChangeId = await write((tx) =>
      module.proposeAddressChange(actor, tx, { orderId, address: better, note: '' }),
    );
    expect(
      outcomeOf(await agent.attempt(orders.acceptAddressChange, { orderId, addressChangeId })),
    ).toBe('order.address_fixed');
    const refused = await agent.call(orders.refuseAddressChange, {
      orderId,
      addressChangeId,
      reason: '已发货',
    });
    expect(refused.addressChange).toBeNull();
  });

  test('confirmed is on the card', async () => {
    await write((tx) =>
      module.writeOrderCheck(actor, tx, { orderId: card.id, kind: 'order', state: 'asked' }),
    );
    await write((tx) =>
      module.writeOrderCheck(actor, tx, { orderId: card.id, kind: 'order', state: 'confirmed' }),
    );
    const now = await get(card.id);
    expect(now.checks.order?.state).toBe('confirmed');
    expect(now.checks.order?.askedAt).not.toBeNull();
    expect(now.timeline.map((step) => step.code)).toContain('order_confirmed');
  });
});
