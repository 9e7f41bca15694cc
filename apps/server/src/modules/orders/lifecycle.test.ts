import type { orders as contract } from '@guitai/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { grantedOnOrder } from './acts.ts';
import { insertCharge } from './charge.store.ts';
import * as module from './index.ts';
import * as way from './lifecycle.ts';

let w: ShopWorld;
let bowl: string;
let plate: string;

beforeAll(async () => {
  w = await freshShop();
  await w.write((tx) =>
    mirrorProducts(w.actor, tx, w.shop, [
      w.product('bowl', { priceMinor: 1_000, stock: 100 }),
      w.product('plate', { priceMinor: 500, stock: 100 }),
    ]),
  );
  const rows = await w.read((tx) =>
    run<{ id: string }>(tx, sql`select id from variants order by external_id`),
  );
  [bowl, plate] = rows.map((row) => row.id) as [string, string];
});

const place = async (...items: [string, number][]) => {
  const placed = await w.write((tx) =>
    module.placeOrder(w.actor, tx, {
      shopId: w.shop,
      buyerId: w.buyer,
      items: items.map(([variantId, quantity]) => ({ variantId, quantity })),
      address: null,
      note: '',
    }),
  );
  if (isRefusal(placed)) throw new Error(placed.code);
  return placed.orderId;
};

type Act = (
  actor: typeof w.actor,
  tx: Parameters<typeof way.prepareOrder>[1],
  input: never,
) => Promise<unknown>;
const act = (work: Act, orderId: string, fields: object = {}) =>
  w.write((tx) => work(w.actor, tx, { orderId, ...fields } as never)) as Promise<
    contract.OrderActedShape & { code?: string }
  >;
const pay = (orderId: string) =>
  w.write((tx) => module.payOrder(w.actor, tx, { orderId, kind: 'cash', reference: 'c' }));
const status = async (orderId: string) =>
  (await w.read((tx) => module.orderFacts(tx, orderId)))?.status;
/** The steps towards the parcel that the order's card offers. */
const offered = async (orderId: string) => {
  const [row] = await w.read((tx) =>
    run<{ allows: string[] }>(
      tx,
      sql`select allows from published.order_cards where team_id = ${tx.team} and id = ${orderId}`,
    ),
  );
  return row?.allows.filter((id) => id === 'prepareOrder' || id === 'shipOrder').sort();
};
const stockOf = async (variantId: string) =>
  (
    await w.read((tx) => run(tx, sql`select stock, reserved from variants where id = ${variantId}`))
  )[0];
const parcel = { carrier: 'SF', number: 'SF1' };

describe('SHOP-02 the way of an order', () => {
  test('paid, packed, shipped in two parcels, delivered, received, completed; stock reserved and then sold', async () => {
    const id = await place([bowl, 3], [plate, 1]);
    expect(await stockOf(bowl)).toEqual({ stock: 97, reserved: 3 });
    expect(await act(way.shipOrder, id, parcel)).toMatchObject({ code: 'order.act_not_allowed' });
    await pay(id);
    await act(way.prepareOrder, id);
    const part = { ...parcel, lines: [{ lineNo: 1, quantity: 2 }] };
    expect((await act(way.shipOrder, id, part)).order.status).toBe('partly_shipped');
    expect(await stockOf(bowl)).toEqual({ stock: 97, reserved: 1 });
    const much = { ...parcel, lines: [{ lineNo: 1, quantity: 2 }] };
    expect(await act(way.shipOrder, id, much)).toMatchObject({ code: 'order.all_shipped' });
    const rest = await act(way.shipOrder, id, { carrier: 'SF', number: 'SF2' });
    expect(rest.order.status).toBe('shipped');
    expect(rest.act?.params.lines).toMatchObject([
      { lineNo: 1, quantity: 1 },
      { lineNo: 2, quantity: 1 },
    ]);
    expect(await stockOf(bowl)).toEqual({ stock: 97, reserved: 0 });
    const [first, second] = rest.order.parcels;
    expect((await act(way.deliverParcel, id, { parcelId: first?.id })).order.status).toBe(
      'shipped',
    );
    expect(await act(way.deliverParcel, id, { parcelId: first?.id })).toMatchObject({
      code: 'order.parcel_not_found',
    });
    expect((await act(way.deliverParcel, id, { parcelId: second?.id })).order.status).toBe(
      'delivered',
    );
    await act(way.receiveOrder, id);
    expect((await act(way.completeOrder, id)).order.status).toBe('completed');
    expect(await act(way.prepareOrder, id)).toMatchObject({ code: 'order.act_not_allowed' });
  });

  test('paid on delivery: shipped like a paid one, the money is booked with the last parcel', async () => {
    const id = await place([bowl, 1]);
    await w.write((tx) =>
      module.payOnDelivery(w.actor, tx, { id, shopId: w.shop, status: 'placed' }),
    );
    const shipped = await act(way.shipOrder, id, parcel);
    expect(shipped.order.totals.dueMinor).toBe(1_000);
    const [box] = shipped.order.parcels;
    const done = await act(way.deliverParcel, id, { parcelId: box?.id });
    expect(done.order).toMatchObject({
      status: 'delivered',
      totals: { paidMinor: 1_000, dueMinor: 0 },
    });
    expect(done.order.payments).toMatchObject([{ kind: 'cash', amountMinor: 1_000 }]);
  });

  test('SHOP-06 nothing is packed or leaves while the buyer owes a supplement', async () => {
    const id = await place([bowl, 1]);
    await pay(id);
    const actId = newId();
    await w.write(async (tx) => {
      await insertCharge(tx, {
        orderId: id,
        actId,
        amountMinor: 300,
        currency: 'CNY',
        methodId: null,
      });
    });
    const open = { code: 'order.supplement_open', params: { dueMinor: 300, currency: 'CNY' } };
    expect(await act(way.prepareOrder, id)).toMatchObject(open);
    expect(await act(way.shipOrder, id, parcel)).toMatchObject(open);
    expect(await offered(id)).toEqual([]);
    await w.write((tx) =>
      module.payOrder(w.actor, tx, { orderId: id, kind: 'cash', reference: 's' }),
    );
    expect(await offered(id)).toEqual(['prepareOrder', 'shipOrder']);
    expect((await act(way.prepareOrder, id)).order.status).toBe('preparing');
    expect((await act(way.shipOrder, id, parcel)).order.status).toBe('shipped');
  });

  test('a colleague books money that came in by hand, in parts', async () => {
    const id = await place([bowl, 1]);
    const half = { kind: 'cash', amountMinor: 400, reference: '1' };
    expect((await act(way.markOrderPaid, id, half)).order.status).toBe('placed');
    const rest = { kind: 'cash', reference: '2' };
    expect((await act(way.markOrderPaid, id, rest)).order.status).toBe('paid');
    expect(await act(way.markOrderPaid, id, rest)).toMatchObject({ code: 'order.not_payable' });
  });

  test('ACL-01 an agent books no money: neither in, nor offered, nor out of reach of the record', async () => {
    const id = await place([bowl, 1]);
    const agent = w.member('agent');
    const paid = { orderId: id, kind: 'cash' as const, reference: '3' };
    const tried = await w.write((tx) => way.markOrderPaid(agent, tx, paid));
    expect(tried).toMatchObject({ code: 'order.not_found' });
    expect(grantedOnOrder(agent)).not.toContain('markOrderPaid');
    expect(grantedOnOrder(agent)).toContain('shipOrder');
    expect(grantedOnOrder(w.member('lead'))).toContain('markOrderPaid');
    const booked = await w.write((tx) => way.markOrderPaid(w.member('lead'), tx, paid));
    expect(booked).toMatchObject({
      act: { kind: 'paid', amountMinor: -1_000, params: { kind: 'cash', reference: '3' } },
    });
  });
});

describe('SHOP-02 closed unpaid', () => {
  const close = (id: string) => w.write((tx) => module.closeUnpaid(w.actor, tx, id));

  test('gives its stock back, once', async () => {
    const before = await stockOf(plate);
    const id = await place([plate, 2]);
    await close(id);
    expect(await status(id)).toBe('closed_unpaid');
    expect(await stockOf(plate)).toEqual(before);
    expect(await close(id)).toMatchObject({ code: 'order.act_not_allowed' });
    expect(await stockOf(plate)).toEqual(before);
    expect(await pay(id)).toMatchObject({ code: 'order.not_payable' });
  });

  test('never one that is paid at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => place([plate, 1])));
    await Promise.all(ids.flatMap((id) => [pay(id), close(id)]));
    for (const id of ids) {
      const facts = await w.read((tx) => module.orderFacts(tx, id));
      expect([facts?.status, facts?.paidMinor]).toEqual(
        facts?.paidMinor ? ['paid', 500] : ['closed_unpaid', 0],
      );
    }
    const open = ids.length;
    expect(open).toBe(20);
    expect(
      await w.read((tx) => module.orders.checks[0]?.ask(tx) ?? Promise.resolve(['none'])),
    ).toEqual([]);
  });
});

describe('SHOP-02 what an order does by itself', () => {
  /** What waits in the queue for an order: the job and in how many days. */
  const waiting = async (orderId: string) => {
    const client = new pg.Client({ connectionString: (await testDatabase()).url });
    await client.connect();
    const { rows } = await client.query(
      `select key as job, round(extract(epoch from run_at - now()) / 86400)::int as days
       from graphile_worker.jobs where key like '%:' || $1 order by key`,
      [orderId],
    );
    await client.end();
    return rows;
  };
  const perform = async (name: string, orderId: string) => {
    const job = module.orders.jobs?.find((one) => one.name === name);
    const actor = system(w.actor.team, name);
    await w.db.write(actor, async (tx) => job?.perform(actor, tx, { orderId } as never));
  };

  test("shipped counts as received, received as completed, when the shop's days are over; never backwards", async () => {
    const id = await place([plate, 1]);
    await pay(id);
    await perform('orders.autoReceive', id);
    expect(await status(id)).toBe('paid');
    await act(way.shipOrder, id, parcel);
    expect(await waiting(id)).toContainEqual({ job: `orders.autoReceive:${id}`, days: 10 });
    await perform('orders.autoReceive', id);
    expect(await status(id)).toBe('received');
    await perform('orders.autoReceive', id);
    await perform('orders.autoComplete', id);
    expect(await status(id)).toBe('completed');
    await perform('orders.autoReceive', id);
    expect(await status(id)).toBe('completed');
    const acts = await w.read((tx) =>
      run<{ kind: string }>(
        tx,
        sql`select kind from order_acts where order_id = ${id} and actor_kind = 'system' order by at`,
      ),
    );
    expect(acts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['received', 'completed']));
    expect(acts.filter(({ kind }) => kind === 'received')).toHaveLength(1);
  });
});

describe('SHOP-03 stock', () => {
  test('a warning is told once on the way down, and the variant is marked', async () => {
    await w.write((tx) =>
      mirrorProducts(w.actor, tx, w.shop, [w.product('few', { priceMinor: 100, stock: 8 })]),
    );
    const [few] = await w.read((tx) =>
      run<{ id: string }>(tx, sql`select id from variants where external_id = 'few-1'`),
    );
    for (let n = 0; n < 5; n += 1) await place([few?.id ?? '', 1]);
    expect((await w.events()).filter((type) => type === 'product.stock_low')).toHaveLength(1);
    const [row] = await w.read((tx) =>
      run(tx, sql`select stock, reserved, low from variants where id = ${few?.id}`),
    );
    expect(row).toEqual({ stock: 3, reserved: 5, low: true });
  });
});
