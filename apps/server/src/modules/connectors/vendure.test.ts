import { catalog, connectors, orders } from '@guitai/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { handsFor, importedShop } from '../../../test/connected.ts';
import { platforms, startVendure, type Vendure } from '../../../test/platforms.ts';
import { trustedPlaces, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { carryOutWrites, compareMirror, tendConnection } from './index.ts';

const { folder, why } = await platforms();

const running: Vendure[] = [];
afterAll(async () => {
  for (const shop of running) await shop.stop();
});

const elsewhere = {
  name: '赵一',
  phone: '13900001111',
  country: 'CN',
  province: '四川省',
  city: '成都市',
  district: '锦江区',
  street: '春熙路 9 号',
  postcode: '610021',
};

/** A team with a shop on a Vendure that runs beside the test. */
async function openShop(at: string) {
  const w = await world();
  const shop = await startVendure(at);
  running.push(shop);
  trustedPlaces.push(shop.host);
  const owner = await w.as('何雅琴');
  const { id: connectionId } = await owner.call(connectors.createConnection, {
    shopId: await importedShop(owner, '海外店'),
    kind: 'vendure',
    url: shop.url,
    secrets: { username: 'superadmin', password: 'superadmin' },
  });
  const hands = handsFor(0);
  const actor = system(w.team, 'test');
  const tend = async () =>
    expect(await tendConnection(hands, w.db, actor, connectionId)).toBeNull();
  const cardOf = (orderId: string) => owner.call(orders.getOrder, { orderId });
  return {
    shop,
    owner,
    tend,
    cardOf,
    compare: () => compareMirror(hands, w.db, actor, connectionId),
    async bought(email: string) {
      const { id, code } = await shop.buy(email);
      await tend();
      const { items } = await owner.call(orders.listOrders, { q: code });
      return { id: items[0]?.id ?? '', there: id };
    },
    /** What the worker does after an act; the act must be done then. */
    async settled(orderId: string) {
      await carryOutWrites(hands, w.db, actor, orderId);
      const { items } = await owner.call(orders.listOrderActs, { orderId });
      expect(items[0]).toMatchObject({ state: 'done', failure: null });
      return cardOf(orderId);
    },
  };
}

describe.skipIf(folder === null)(`a shop on Vendure ${why}`, () => {
  it('SHOP-06 every act from the desk reaches it, and its mirror says what it says', async () => {
    const v = await openShop(folder ?? '');
    const { owner } = v;
    const order = await v.bought('mei@example.com');
    const orderId = order.id;
    expect(await v.cardOf(orderId)).toMatchObject({
      source: 'connector',
      status: 'paid',
      buyerName: 'Mei Lin',
      totals: { goodsMinor: 29700, postageMinor: 1200, totalMinor: 30900, paidMinor: 30900 },
    });
    const found = await owner.call(catalog.searchProducts, { q: 'Teapot' });
    expect(found.items).toHaveLength(1);

    await owner.call(orders.changeOrderAddress, { orderId, address: elsewhere });
    expect((await v.settled(orderId)).address).toMatchObject({ city: '成都市', name: '赵**' });

    await owner.call(orders.changeOrderPostage, { orderId, postageMinor: 500 });
    expect((await v.settled(orderId)).totals).toMatchObject({
      postageMinor: 500,
      totalMinor: 30200,
      refundedMinor: 700,
    });

    await owner.call(orders.changeOrderDiscount, { orderId, discountMinor: 1000 });
    expect((await v.settled(orderId)).totals).toMatchObject({
      discountMinor: 1000,
      totalMinor: 29200,
      refundedMinor: 1700,
    });

    await owner.call(orders.refundOrder, { orderId, amountMinor: 300, reasonCode: 'agreed' });
    expect((await v.settled(orderId)).totals.refundedMinor).toBe(2000);

    await owner.call(orders.shipOrder, { orderId, carrier: '顺丰', number: 'SF7788' });
    expect(await v.settled(orderId)).toMatchObject({
      status: 'shipped',
      parcels: [{ number: 'SF7788', carrierName: '顺丰' }],
    });

    const other = await v.bought('an@example.com');
    await owner.call(orders.cancelOrder, { orderId: other.id, reasonCode: 'other' });
    expect(await v.settled(other.id)).toMatchObject({
      status: 'cancelled',
      totals: { totalMinor: 0, refundedMinor: 30900 },
    });
    expect(await v.compare()).toEqual([]);

    // What its own people do arrives here.
    const third = await v.bought('bo@example.com');
    await v.shop.admin(
      'mutation($id: ID!) { cancelOrder(input: { orderId: $id, reason: "sold out" }) { __typename } }',
      { id: third.there },
    );
    await v.tend();
    expect((await v.cardOf(third.id)).status).toBe('cancelled');
    const { order: held } = await v.shop.admin<{ order: { payments: { id: string }[] } }>(
      'query($id: ID!) { order(id: $id) { payments { id } } }',
      { id: third.there },
    );
    await v.shop.admin(
      `mutation($id: ID!) { refundOrder(input: { paymentId: $id, amount: 500, lines: [], shipping: 0, adjustment: 0,
        reason: "sorry" }) { __typename } }`,
      { id: held.payments[0]?.id },
    );
    await v.tend();
    expect((await v.cardOf(third.id)).totals.refundedMinor).toBe(500);
    expect(await v.compare()).toEqual([]);
  }, 400_000);
});
