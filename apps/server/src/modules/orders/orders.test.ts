import { audit, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { hashOf } from '../../../test/shop.ts';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { ensureVerifiedBuyer } from '../buyers/index.ts';
import { mirrorProducts } from '../catalog/index.ts';
import * as module from './index.ts';

let w: World;
let agent: Browser;
let buyer: string;
let card: orders.OrderCardShape;

const actor = () => system(w.team, 'test');
const write = <T>(work: (tx: Parameters<Parameters<World['db']['write']>[1]>[0]) => Promise<T>) =>
  w.db.write(actor(), work);

const address = {
  name: '李想',
  phone: '13812344614',
  country: '中国',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street: '文一西路969号',
  postcode: '311121',
};

const line = (productExternalId: string, unitMinor: number, quantity = 1): module.LineRecord => ({
  productExternalId,
  variantExternalId: '',
  sku: '',
  title: '',
  options: null,
  pictureUrl: null,
  url: null,
  quantity,
  unitMinor,
  discountMinor: 0,
  attributes: {},
});

function order(externalId: string, part: Partial<module.OrderRecord> = {}): module.OrderRecord {
  const made = {
    externalId,
    number: externalId,
    url: null,
    status: 'paid' as const,
    sourceStatus: '已付款',
    currency: 'CNY',
    buyerExternalId: 'b-1',
    lines: [line('plate', 23400, 2)],
    discountMinor: 2000,
    postageMinor: 800,
    totalMinor: null,
    payments: [
      {
        direction: 'payment' as const,
        kind: 'wechat_pay' as const,
        sourceKind: '微信',
        methodExternalId: null,
        reference: '1',
        amountMinor: 45600,
        at: '2026-03-18T06:05:00Z',
      },
    ],
    address,
    addressRaw: null,
    buyerNote: '请包好',
    placedAt: '2026-03-18T06:02:00Z',
    attributes: { 是否加急: false },
    ...part,
  };
  return { ...made, hash: hashOf(made) };
}

const mirror = (...records: module.OrderRecord[]) =>
  write((tx) => module.mirrorOrders(actor(), tx, w.shop, records));
const get = (orderId: string) => agent.call(orders.getOrder, { orderId });

async function idOf(number: string): Promise<string> {
  const { items } = await agent.call(orders.listOrders, { q: number });
  return items[0]?.id ?? '';
}

beforeAll(async () => {
  w = await world();
  agent = await w.as('林小满');
  await write(async (tx) => {
    const made = await ensureVerifiedBuyer(actor(), tx, {
      shopId: w.shop,
      externalId: 'b-1',
      name: '王晓敏',
    });
    buyer = made.buyerId;
    const variants = [
      {
        externalId: 'plate-28',
        sku: 'CP-28',
        options: { 尺寸: '28cm' },
        priceMinor: 23400,
        stock: 9,
        available: true,
        pictureUrl: null,
        attributes: {},
      },
    ];
    const plate = {
      externalId: 'plate',
      title: '竹制餐盘',
      status: 'on_sale' as const,
      currency: 'CNY',
      description: '',
      aliases: [],
      pictures: ['https://img.example/plate.jpg'],
      url: 'https://shop.example/plate',
      attributes: {},
      variants,
    };
    await mirrorProducts(actor(), tx, w.shop, [{ ...plate, hash: hashOf(plate) }]);
  });
  await mirror(order('#W2026-071'));
  await write((tx) =>
    module.mirrorParcels(actor(), tx, w.shop, [
      {
        externalId: 'p-1',
        orderExternalId: '#W2026-071',
        carrier: 'shunfeng',
        carrierName: '顺丰速运',
        number: 'SF1234567890',
        status: null,
        sourceStatus: '',
        promisedAt: '2026-03-20T10:00:00Z',
        deliveredAt: null,
        variantExternalIds: [],
        steps: [
          {
            at: '2026-03-19T02:00:00Z',
            status: 'in_transit',
            sourceStatus: '运输中',
            text: '快件已发往杭州',
            place: '上海',
            operator: '',
          },
          {
            at: '2026-03-18T09:00:00Z',
            status: 'collected',
            sourceStatus: '已揽收',
            text: '已揽收',
            place: '上海',
            operator: '张师傅',
          },
        ],
        attributes: { 收件人电话: '13812344614' },
        hash: Buffer.from('p'),
      },
    ]),
  );
  card = await get(await idOf('W2026071'));
});

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
      module.writeOrderCheck(actor(), tx, { orderId, kind: 'address', state: 'asked' }),
    );
    await write((tx) =>
      module.writeOrderCheck(actor(), tx, {
        orderId,
        kind: 'address',
        state: 'change_wanted',
        answer: '换个地址',
      }),
    );
    await write((tx) =>
      module.proposeAddressChange(actor(), tx, {
        orderId,
        address: { ...address, street: '旧提议' },
        note: '',
      }),
    );
    await write((tx) =>
      module.proposeAddressChange(actor(), tx, { orderId, address: better, note: '换个地址' }),
    );
    const proposed = await get(orderId);
    expect(proposed.checks.address).toMatchObject({ state: 'change_wanted', answer: '换个地址' });
    expect(proposed.addressChange).toMatchObject({
      state: 'proposed',
      note: '换个地址',
      address: { street: '五常****', masked: true },
    });
    expect(proposed.can).toContain('acceptAddressChange');
    expect(await w.db.read(actor(), (tx) => module.openProposal(tx, orderId))).toEqual(better);
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
      module.proposeAddressChange(actor(), tx, { orderId, address: better, note: '' }),
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
      module.writeOrderCheck(actor(), tx, { orderId: card.id, kind: 'order', state: 'asked' }),
    );
    await write((tx) =>
      module.writeOrderCheck(actor(), tx, { orderId: card.id, kind: 'order', state: 'confirmed' }),
    );
    const now = await get(card.id);
    expect(now.checks.order?.state).toBe('confirmed');
    expect(now.checks.order?.askedAt).not.toBeNull();
    expect(now.timeline.map((step) => step.code)).toContain('order_confirmed');
  });
});

describe('lists', () => {
  test.each(['#W2026-071', 'w2026071', 'W2026', 'SF1234567890'])(
    '%s finds the order',
    async (q) => {
      expect((await agent.call(orders.listOrders, { q })).items.map((one) => one.number)).toContain(
        '#W2026-071',
      );
    },
  );

  test.each(["'", '%', '_', '#', '\\', '🙂'])(
    'SRCH-04 %s finds nothing and does not fail',
    async (q) => {
      expect((await agent.call(orders.listOrders, { q })).items).toEqual([]);
    },
  );

  test('SRCH-05 pages skip and repeat nothing while orders come in', async () => {
    await mirror(
      ...Array.from({ length: 60 }, (_, n) =>
        order(`list-${n}`, {
          status: 'completed',
          placedAt: new Date(Date.UTC(2025, 0, 1, 0, n)).toISOString(),
        }),
      ),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    let extra = 0;
    do {
      const page = await agent.call(orders.listOrders, {
        status: 'completed',
        limit: 13,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((one) => one.number));
      cursor = page.next ?? undefined;
      extra += 1;
      await mirror(
        order(`new-${extra}`, { status: 'completed', placedAt: '2026-01-01T00:00:00Z' }),
      );
    } while (cursor);
    expect(seen.filter((number) => number.startsWith('list-'))).toHaveLength(60);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("a buyer's orders with spend by currency, also those of a matched buyer", async () => {
    const all = await agent.call(orders.listBuyerOrders, { buyerId: buyer, limit: 5 });
    expect(all.items).toHaveLength(5);
    expect(all.next).not.toBeNull();
    expect(all.spend).toMatchObject([{ currency: 'CNY', refundedMinor: 0 }]);
    expect(outcomeOf(await agent.attempt(orders.listBuyerOrders, { buyerId: newId() }))).toBe(
      'buyer.not_found',
    );
  });

  test('another team sees none of it', async () => {
    const other = await world();
    const theirs = await other.as('何雅琴');
    expect(outcomeOf(await theirs.attempt(orders.getOrder, { orderId: card.id }))).toBe(
      'order.not_found',
    );
    expect(outcomeOf(await theirs.attempt(orders.getTracking, { orderId: card.id }))).toBe(
      'order.not_found',
    );
    expect(
      outcomeOf(
        await theirs.attempt(orders.addOrderRemark, { orderId: card.id, flag: 'red', text: 'x' }),
      ),
    ).toBe('order.not_found');
    expect((await theirs.call(orders.listOrders, { q: 'W2026' })).items).toEqual([]);
  });
});

describe('money of a mirror', () => {
  test('a corrected file corrects the ledger by entries, and nothing is ever changed or deleted', async () => {
    await mirror(order('fix'));
    const orderId = await idOf('fix');
    const refund = {
      direction: 'refund' as const,
      kind: 'wechat_pay' as const,
      sourceKind: '微信',
      methodExternalId: null,
      reference: '2',
      amountMinor: 10000,
      at: null,
    };
    await mirror(
      order('fix', {
        discountMinor: 3000,
        payments: [
          { ...(order('x').payments[0] as module.PaymentRecord), amountMinor: 44600 },
          refund,
        ],
      }),
    );
    expect((await get(orderId)).totals).toMatchObject({
      discountMinor: 3000,
      totalMinor: 44600,
      paidMinor: 44600,
      refundedMinor: 10000,
    });
    await mirror(order('fix'));
    const back = await get(orderId);
    expect(back.totals).toEqual(card.totals);
    expect(back.payments).toHaveLength(1);
    const entries = await w.db.read(actor(), (tx) =>
      run(tx, sql`select 1 from order_entries where order_id = ${orderId}`),
    );
    expect(entries.length).toBeGreaterThan(8);
    expect(
      await w.db.read(
        actor(),
        (tx) => module.orders.checks[0]?.ask(tx) ?? Promise.resolve(['none']),
      ),
    ).toEqual([]);
    await expect(write((tx) => run(tx, sql`delete from order_entries`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      write((tx) => run(tx, sql`update order_entries set amount_minor = 1`)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      write((tx) =>
        run(tx, sql`update orders set refunded_minor = paid_minor + 1 where id = ${orderId}`),
      ),
    ).rejects.toThrow(/check constraint/);
  });

  test('the check finds an order whose row was tampered with', async () => {
    await mirror(order('tampered'));
    await write((tx) =>
      run(
        tx,
        sql`update orders set goods_minor = goods_minor + 1, total_minor = total_minor + 1 where external_id = 'tampered'`,
      ),
    );
    const faults = await w.db.read(
      actor(),
      (tx) => module.orders.checks[0]?.ask(tx) ?? Promise.resolve([]),
    );
    expect(faults).toEqual(['the ledger of order tampered does not fit the order']);
    await write((tx) =>
      run(
        tx,
        sql`update orders set goods_minor = goods_minor - 1, total_minor = total_minor - 1 where external_id = 'tampered'`,
      ),
    );
  });
});
