import { audit, care, channels, conversations } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { address, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { productRecord } from '../../../test/records.ts';
import { system } from '../../kernel/actor.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { mirrorOrders, mirrorParcels } from '../orders/index.ts';
import { createShop } from '../shops/index.ts';

const order = {
  externalId: 'o-9',
  number: 'o-9',
  url: null,
  status: 'shipped' as const,
  sourceStatus: '',
  currency: 'CNY',
  buyerExternalId: 'b-1',
  lines: [],
  discountMinor: 0,
  postageMinor: 0,
  totalMinor: null,
  payments: [],
  address,
  addressRaw: null,
  buyerNote: '',
  placedAt: '2026-03-18T01:00:00Z',
  attributes: {},
  hash: Buffer.from('o-9'),
};

const step = (at: string, status: 'collected' | 'in_transit', text: string) => ({
  at,
  status,
  sourceStatus: '',
  text,
  place: '杭州市',
  operator: '',
});

const parcel = (number: string, at: string) => ({
  externalId: number,
  orderExternalId: 'o-9',
  carrier: 'sf',
  carrierName: '顺丰速运',
  number,
  status: null,
  sourceStatus: '',
  promisedAt: null,
  deliveredAt: null,
  variantExternalIds: [],
  steps: [step('2026-03-18T02:00:00Z', 'collected', '已揽收'), step(at, 'in_transit', '已发出')],
  attributes: {},
  hash: Buffer.from(number),
});

describe('SHOP-08 SHOP-09 cards by one click', () => {
  test('an order and a product reach both sides, with event and record', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const { conversation: conversationId } = w;
    await agent.call(care.sendOrderCard, { conversationId, orderId: w.order });
    const sent = await agent.call(care.sendProductCard, { conversationId, productId: w.product });
    expect(sent.card).toMatchObject({
      type: 'product',
      title: '竹制餐盘',
      priceMinor: 11_700,
      stock: 998,
      inSale: true,
    });
    const chat = await w.chat.call(channels.getChat);
    expect(chat.messages.map((message) => message.card?.type ?? null)).toEqual([
      null,
      'order',
      'product',
    ]);
    const entries = await (await w.as('何雅琴')).call(audit.listAuditEntries, {
      action: 'card.sent',
    });
    expect(entries.items.map((entry) => entry.subject?.kind)).toEqual(['product', 'order']);
    const { waitingSince } = await agent.call(conversations.getConversation, { conversationId });
    expect(waitingSince).toBeNull();
  });

  test('the parcel that moved last goes out with its way, newest step first; another one on wish', async () => {
    const w = await atCounter();
    const making = system(w.team, 'test');
    await w.doing((tx) => mirrorOrders(making, tx, w.shop, [order]));
    await w.doing((tx) =>
      mirrorParcels(making, tx, w.shop, [
        parcel('SF1', '2026-03-18T09:00:00Z'),
        parcel('SF2', '2026-03-19T09:00:00Z'),
      ]),
    );
    const agent = await w.as('林小满');
    const { orders } = await import('@guitai/contract');
    const page = await agent.call(orders.listOrders, { q: 'o-9' });
    const about = { conversationId: w.conversation, orderId: page.items[0]?.id ?? '' };
    const sent = await agent.call(care.sendTrackingCard, about);
    expect(sent.card).toMatchObject({
      type: 'tracking',
      orderNumber: 'o-9',
      carrier: '顺丰速运',
      number: 'SF2',
      state: 'in_transit',
      steps: [{ text: '已发出' }, { text: '已揽收' }],
    });
    const { parcels } = await agent.call(orders.getTracking, { orderId: about.orderId });
    const first = parcels.find((one) => one.number === 'SF1');
    const other = await agent.call(care.sendTrackingCard, { ...about, parcelId: first?.id ?? '' });
    expect(other.card).toMatchObject({ number: 'SF1' });
    const none = await agent.attempt(care.sendTrackingCard, { ...about, orderId: w.order });
    expect(outcomeOf(none)).toBe('parcel.not_found');
  });

  test('a product of another shop is not sent, and an unknown one does not exist', async () => {
    const w = await atCounter();
    const making = system(w.team, 'test');
    const productId = await w.doing(async (tx) => {
      const shop = await createShop(making, tx, {
        name: '另一家',
        kind: 'imported',
        currency: 'CNY',
        timezone: 'Asia/Shanghai',
        locale: 'zh-CN',
      });
      if (!('id' in shop)) throw new Error('no shop');
      const record = productRecord({ externalId: 'x', title: '别家的' });
      await mirrorProducts(making, tx, shop.id, [record]);
      const { sql } = await import('kysely');
      const { first } = await import('../../kernel/tx.ts');
      return (
        (
          await first<{ id: string }>(
            tx,
            sql`select id from published.products where shop_id = ${shop.id}`,
          )
        )?.id ?? ''
      );
    });
    const agent = await w.as('林小满');
    const { conversation: conversationId } = w;
    const foreign = await agent.attempt(care.sendProductCard, { conversationId, productId });
    expect(outcomeOf(foreign)).toBe('care.product_of_other_shop');
    const unknown = await agent.attempt(care.sendProductCard, {
      conversationId,
      productId: w.order,
    });
    expect(outcomeOf(unknown)).toBe('product.not_found');
  });

  test('a card to a resolved conversation stays with it; to one marked as spam it is refused', async () => {
    const w = await atCounter();
    const lead = await w.as('周启明');
    const { conversation: conversationId } = w;
    await lead.call(conversations.markSpam, { conversationId });
    const refused = await lead.attempt(care.sendOrderCard, { conversationId, orderId: w.order });
    expect(outcomeOf(refused)).toBe('conversation.illegal_transition');
  });
});
