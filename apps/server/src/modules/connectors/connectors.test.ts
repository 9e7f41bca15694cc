import { audit, connectors, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { type Connected, connected, importedShop } from '../../../test/connected.ts';
import { outcomeOf } from '../../../test/office.ts';
import { wooSecrets } from '../../../test/woocommerce.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';
import { carryOutWrites } from './carry-out.ts';
import { hearHook } from './hook.ts';
import type { Line } from './ports.ts';
import { takeOver } from './take-over.ts';

const opened: Connected[] = [];
const open = async (quietMs = 0) => {
  const w = await connected(quietMs);
  opened.push(w);
  return w;
};
afterEach(async () => {
  for (const w of opened.splice(0)) await w.woo.close();
});

const cardOf = (w: Connected, orderId: string) => w.owner.call(orders.getOrder, { orderId });

const actsOf = async (w: Connected, orderId: string) =>
  (await w.owner.call(orders.listOrderActs, { orderId })).items;

const refund = (w: Connected, orderId: string, amountMinor = 1000) =>
  w.owner.attempt(orders.refundOrder, { orderId, amountMinor, reasonCode: 'agreed' });

const ledgerFaults = async (w: Connected) => {
  const checks = w.modules.flatMap((module) => module.checks);
  const ledger = checks.find(({ name }) => name === 'orders.ledger');
  return w.db.read(system(w.team, 'test'), (tx) => ledger?.ask(tx) ?? Promise.resolve(['none']));
};

const healthOf = async (w: Connected) => (await w.owner.call(connectors.listConnections)).items[0];

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('connecting a shop', () => {
  test('SHOP-03 is kept only when the platform lets us in; its secrets are sealed and never shown', async () => {
    const w = await open();
    const shopId = await importedShop(w.owner, '第三家');
    const wish = { shopId, kind: 'woocommerce' as const, url: w.woo.url, secrets: wooSecrets };
    const tryWith = async (other: object) =>
      outcomeOf(await w.owner.attempt(connectors.createConnection, { ...wish, ...other }));
    expect(await tryWith({ secrets: { ...wooSecrets, consumerSecret: 'x' } })).toBe(
      'connection.not_let_in',
    );
    expect(await tryWith({ secrets: { consumerKey: 'x' } })).toBe('connection.secret_missing');
    expect(await tryWith({ url: 'ftp://shop.test' })).toBe('connection.url_invalid');
    expect(await tryWith({ url: 'http://127.0.0.1:9' })).toBe('connection.not_let_in');
    expect(await tryWith({ shopId: w.shop })).toBe('connection.own_shop');
    expect(await tryWith({ shopId: w.connectedShop })).toBe('connection.exists');
    // Kept credentials do not follow a change of the address to somebody else's host.
    const moved = { connectionId: w.connection, url: w.woo.url.replace('127.0.0.1', 'localhost') };
    expect(outcomeOf(await w.owner.attempt(connectors.updateConnection, moved))).toBe(
      'connection.secret_missing',
    );
    const agent = await w.as('林小满');
    expect(outcomeOf(await agent.attempt(connectors.createConnection, wish))).toBe('access.denied');
    const { items } = await agent.call(connectors.listConnections);
    expect(items).toMatchObject([{ state: 'ok', url: '', hookPath: '', can: [] }]);
    expect(items[0]?.does).toEqual(['note', 'address', 'refund', 'cancel', 'coupon']);
    expect(items[0]?.lacks.find(({ act }) => act === 'postage')?.instead).toEqual([
      'refund',
      'coupon',
      'note',
      'remark',
    ]);
    const kept = await w.doing((tx) =>
      run<{ text: string }>(
        tx,
        sql`select coalesce(encode(secrets, 'escape'), '') || options::text as text from shop_connections`,
      ),
    );
    const log = await w.owner.call(audit.listAuditEntries, { action: 'connection.created' });
    for (const text of [JSON.stringify(kept), JSON.stringify(log)])
      expect(text).not.toMatch(/cs_test|whisper/);
  });

  test('SHOP-01 orders arrive as a mirror with its age, with their buyers, once', async () => {
    const w = await open();
    const order = await w.bought();
    const card = await cardOf(w, order.id);
    expect(card).toMatchObject({
      source: 'connector',
      status: 'paid',
      buyerName: 'Mei Lin',
      totals: { totalMinor: 30900, paidMinor: 30900, postageMinor: 1200 },
    });
    expect(card.mirroredAt).not.toBeNull();
    await w.tend();
    expect((await cardOf(w, order.id)).version).toBe(card.version);
    w.woo.change(order.externalId, { status: 'completed' });
    await w.tend();
    expect((await cardOf(w, order.id)).status).toBe('completed');
    expect(await ledgerFaults(w)).toEqual([]);
  });

  test('SHOP-01 opening a buyer brings their orders up to date behind the mirror, not more often than needed', async () => {
    const w = await open();
    const order = await w.bought();
    const { buyerId } = await cardOf(w, order.id);
    if (!buyerId) throw new Error('no buyer');
    w.woo.change(order.externalId, { status: 'completed' });
    const agent = await w.as('林小满');
    const told = await agent.call(connectors.refreshBuyerOrders, { buyerId });
    expect(told).toEqual({ read: 1, unreachable: 0 });
    expect((await cardOf(w, order.id)).status).toBe('completed');
    expect((await agent.call(connectors.refreshBuyerOrders, { buyerId })).read).toBe(0);
  });
});

describe('acts on orders that live elsewhere', () => {
  test('SHOP-06 an act is pending until the platform has it, then act and mirror change together', async () => {
    const w = await open();
    const order = await w.bought();
    const acted = await w.owner.call(orders.cancelOrder, {
      orderId: order.id,
      reasonCode: 'no_longer_needed',
    });
    expect(acted.state).toBe('pending');
    expect(acted.order.status).toBe('paid');
    await w.carryOut(order.id);
    const card = await cardOf(w, order.id);
    expect(card).toMatchObject({ status: 'cancelled', totals: { refundedMinor: 30900 } });
    expect((await actsOf(w, order.id))[0]).toMatchObject({ kind: 'cancelled', state: 'done' });
    const kept = w.woo.book.get(Number(order.externalId));
    expect(kept?.refunds.map(({ amount }) => amount)).toEqual(['309.00']);
    expect(await ledgerFaults(w)).toEqual([]);
  });

  test('SHOP-06 a remark stands here at once and reaches the people there as a note, also after an outage', async () => {
    const w = await open();
    const order = await w.bought();
    await w.woo.down();
    await w.tend();
    const said = { orderId: order.id, flag: 'red' as const, text: '周末送货' };
    await w.owner.call(orders.addOrderRemark, said);
    await w.carryOut(order.id);
    expect((await cardOf(w, order.id)).remarks.map(({ text }) => text)).toEqual(['周末送货']);
    await w.woo.up();
    await w.tend();
    await w.carryOut(order.id);
    const notes = w.woo.book.get(Number(order.externalId))?.notes.map(({ note }) => note);
    expect(notes).toHaveLength(1);
    expect(notes?.[0]).toContain('周末送货');
  });

  test('SHOP-06 what the platform refuses fails with its words, and leaves money and order as they were', async () => {
    const w = await open();
    const order = await w.bought();
    expect((await refund(w, order.id, 20_000)).ok).toBe(true);
    // Meanwhile somebody gave the money back in the shop itself.
    w.woo.book.get(Number(order.externalId))?.refunds.push({
      id: 1,
      amount: '300.00',
      reason: '',
      meta_data: [],
    });
    w.woo.change(order.externalId, { refunds: [{ id: 1, total: '-300.00' }] });
    await w.carryOut(order.id);
    const [act] = await actsOf(w, order.id);
    expect(act).toMatchObject({ state: 'failed' });
    expect(act?.failure).toContain('greater than what is left');
    expect((await cardOf(w, order.id)).totals.refundedMinor).toBe(30_000);
    expect(await ledgerFaults(w)).toEqual([]);
  });

  test('SHOP-06 what the platform lacks is refused with the next best ways', async () => {
    const w = await open();
    const order = await w.bought();
    const { can } = await cardOf(w, order.id);
    expect(can).toEqual(expect.arrayContaining(['refundOrder', 'cancelOrder', 'addOrderRemark']));
    for (const lacked of ['changeOrderPostage', 'shipOrder', 'prepareOrder', 'changeLinePrice'])
      expect(can).not.toContain(lacked);
    const told = await w.owner.attempt(orders.changeOrderPostage, {
      orderId: order.id,
      postageMinor: 0,
    });
    expect(outcomeOf(told)).toBe('order.platform_lacks');
    expect(told.ok ? {} : told.problem.problem.params).toMatchObject({
      fallbacks: ['refund', 'coupon', 'note', 'remark'],
    });
  });

  test('SHOP-06 a lost answer, a late one, a crash, two workers at once: carried out exactly once', async () => {
    const w = await open(600);
    for (const fault of ['lost', 'slow', 'busy', 'failing'] as const) {
      const order = await w.bought();
      await refund(w, order.id);
      w.woo.faults.push(fault);
      await w.carryOut(order.id);
      expect((await actsOf(w, order.id))[0]?.state, fault).toBe('pending');
      // Asked again at once: it may still be under way, so nothing is sent.
      await w.carryOut(order.id);
      await wait(700);
      await Promise.all([w.carryOut(order.id), w.carryOut(order.id)]);
      expect((await actsOf(w, order.id))[0]?.state, fault).toBe('done');
      const kept = w.woo.book.get(Number(order.externalId));
      expect(
        kept?.refunds.map(({ amount }) => amount),
        fault,
      ).toEqual(['10.00']);
      expect((await cardOf(w, order.id)).totals.refundedMinor, fault).toBe(1000);
    }
    const order = await w.bought();
    await refund(w, order.id);
    w.woo.faults.push('lost');
    await w.carryOut(order.id);
    // The process that was at it died in the middle.
    await w.doing((tx) =>
      run(
        tx,
        sql`update order_writes set state = 'sending', claimed_at = now() - interval '5 minutes', sent_at = now() - interval '5 minutes'
            where order_id = ${order.id}`,
      ),
    );
    await w.carryOut(order.id);
    expect((await actsOf(w, order.id))[0]?.state).toBe('done');
    expect(w.woo.book.get(Number(order.externalId))?.refunds).toHaveLength(1);
    expect(await ledgerFaults(w)).toEqual([]);
  });

  test('SHOP-02 platform down: the mirror stays, acts say why and since when; recovery sends what waited once', async () => {
    const w = await open();
    const order = await w.bought();
    await refund(w, order.id);
    await w.woo.down();
    await w.carryOut(order.id);
    expect((await actsOf(w, order.id))[0]?.state).toBe('pending');
    expect((await cardOf(w, order.id)).can).not.toContain('refundOrder');
    const line = await healthOf(w);
    expect(line).toMatchObject({ state: 'down', waiting: 1 });
    const refused = await refund(w, order.id);
    expect(outcomeOf(refused)).toBe('order.platform_down');
    expect(refused.ok ? '' : refused.problem.problem.params).toMatchObject({ since: line?.since });
    const card = await cardOf(w, order.id);
    expect(card).toMatchObject({ status: 'paid', buyerName: 'Mei Lin' });
    expect(card.mirroredAt).not.toBeNull();
    await w.tend();
    await w.woo.up();
    await w.tend();
    expect(await healthOf(w)).toMatchObject({ state: 'ok', trouble: '' });
    const planned = await w.doing((tx) =>
      run<{ n: number }>(
        tx,
        sql`select count(*)::int as n from order_writes where state <> 'done'`,
      ),
    );
    expect(planned[0]?.n).toBe(1);
    await w.carryOut(order.id);
    expect((await actsOf(w, order.id))[0]?.state).toBe('done');
    expect(w.woo.book.get(Number(order.externalId))?.refunds).toHaveLength(1);
    expect(outcomeOf(await refund(w, order.id, 500))).toBe('done');
  });

  test('SHOP-02 a platform that took a write and is gone when the order is read again is down; the act ends once it is back', async () => {
    const w = await open();
    const order = await w.bought();
    await refund(w, order.id);
    const away = { trouble: 'down', detail: 'gone' } as const;
    const leaving = w.hands.connectors.map((one) => ({
      ...one,
      open: (line: Line) => ({ ...one.open(line), order: async () => away }),
    }));
    await carryOutWrites(
      { ...w.hands, connectors: leaving },
      w.db,
      system(w.team, 'test'),
      order.id,
    );
    expect((await actsOf(w, order.id))[0]?.state).toBe('pending');
    expect(await healthOf(w)).toMatchObject({ state: 'down', trouble: 'gone', waiting: 1 });
    await w.tend();
    await w.carryOut(order.id);
    expect(await healthOf(w)).toMatchObject({ state: 'ok', waiting: 0 });
    expect((await actsOf(w, order.id))[0]?.state).toBe('done');
    expect(w.woo.book.get(Number(order.externalId))?.refunds).toHaveLength(1);
  });

  test('SHOP-06 a connection that ends takes what waited with it, said as failed', async () => {
    const w = await open();
    const order = await w.bought();
    await refund(w, order.id);
    await w.owner.call(connectors.removeConnection, { connectionId: w.connection });
    expect((await actsOf(w, order.id))[0]).toMatchObject({ state: 'failed' });
    expect(outcomeOf(await refund(w, order.id))).toBe('order.platform_lacks');
    expect(w.woo.carriedOut).toEqual([]);
  });

  test('SHOP-06 a connection does not end while the platform may have paid; once that is known it does', async () => {
    const w = await open();
    const order = await w.bought();
    await refund(w, order.id);
    w.woo.faults.push('lost');
    await w.carryOut(order.id);
    const end = () => w.owner.attempt(connectors.removeConnection, { connectionId: w.connection });
    expect(outcomeOf(await end())).toBe('connection.unsure');
    expect((await actsOf(w, order.id))[0]).toMatchObject({ state: 'pending' });
    expect((await cardOf(w, order.id)).totals.refundedMinor).toBe(1000);
    await w.carryOut(order.id);
    expect((await end()).ok).toBe(true);
    expect((await actsOf(w, order.id))[0]).toMatchObject({ state: 'done' });
    expect((await cardOf(w, order.id)).totals.refundedMinor).toBe(1000);
    expect(await ledgerFaults(w)).toEqual([]);
  });
});

describe('what the platform tells', () => {
  const tell = (w: Connected, hookId: string, body: string, signature = w.woo.signed(body)) =>
    w.app.inject({
      method: 'POST',
      url: `/api/platform-hooks/${w.team}/${w.connection}`,
      headers: {
        'content-type': 'application/json',
        'x-wc-webhook-topic': 'order.updated',
        'x-wc-webhook-delivery-id': hookId,
        'x-wc-webhook-signature': signature,
      },
      payload: body,
    });

  test('SHOP-12 is verified, kept before it is answered, once by its id', async () => {
    const w = await open();
    const order = await w.bought();
    w.woo.change(order.externalId, { status: 'completed' });
    const body = JSON.stringify({ id: Number(order.externalId), status: 'cancelled' });
    expect((await tell(w, 'd-1', body, 'bm90IHNpZ25lZA==')).statusCode).toBe(401);
    expect((await tell(w, 'd-1', body)).statusCode).toBe(204);
    expect((await tell(w, 'd-1', body)).statusCode).toBe(204);
    const kept = await w.doing((tx) =>
      run<{ id: string }>(tx, sql`select hook_id as id from connection_hooks`),
    );
    expect(kept).toHaveLength(1);
    const actor = system(w.team, 'test');
    const told = { connectionId: w.connection, hookId: 'd-1' };
    await w.woo.down();
    await expect(hearHook(w.hands, w.db, actor, told)).rejects.toThrow();
    await w.woo.up();
    await hearHook(w.hands, w.db, actor, told);
    // What the body claimed is not believed: the order was read anew.
    expect((await cardOf(w, order.id)).status).toBe('completed');
    const { version } = await cardOf(w, order.id);
    await hearHook(w.hands, w.db, actor, told);
    expect((await cardOf(w, order.id)).version).toBe(version);
  });

  test('SHOP-12 an older version never overwrites a newer one', async () => {
    const w = await open();
    const order = await w.bought();
    const actor = system(w.team, 'test');
    const platform = w.hands.connectors.find(({ kind }) => kind === 'woocommerce');
    const { outbound } = await import('../../kernel/outbound.ts');
    const line = platform?.open({
      id: w.connection,
      url: w.woo.url,
      secrets: wooSecrets,
      options: {},
      currency: 'CNY',
      reach: (request) => outbound(request, { allowed: [w.woo.host] }),
    });
    const older = await line?.order(order.externalId);
    w.woo.change(order.externalId, { status: 'completed' });
    await w.tend();
    if (!older || 'trouble' in older) throw new Error('not read');
    const connection = { id: w.connection, shopId: w.connectedShop };
    const taken = await w.doing((tx) => takeOver(actor, tx, connection, [older], true));
    expect(taken).toBe(0);
    expect((await cardOf(w, order.id)).status).toBe('completed');
  });

  test('SHOP-12 the comparison finds nothing, until something is wrong; that it names and puts right', async () => {
    const w = await open();
    const orderIds = [await w.bought(), await w.bought(), await w.bought()];
    expect(await w.compare()).toEqual([]);
    const [first, second] = orderIds;
    // A planted fault: the row says other than what was read, without a newer version there.
    await w.doing((tx) =>
      run(tx, sql`update orders set status = 'shipped' where id = ${first?.id ?? ''}`),
    );
    const missed = w.woo.buy();
    w.woo.book.delete(Number(second?.externalId));
    const found = await w.compare();
    expect(found?.map(({ field, ours, theirs }) => [field, ours, theirs])).toEqual(
      expect.arrayContaining([
        ['status', 'shipped', 'paid'],
        ['order', 'missing', 'there'],
        ['order', 'there', 'missing'],
      ]),
    );
    expect(found).toHaveLength(3);
    expect((await cardOf(w, first?.id ?? '')).status).toBe('paid');
    const shown = await w.owner.call(connectors.getConnection, { connectionId: w.connection });
    expect(shown.connection.differences).toBe(3);
    expect(shown.differences).toHaveLength(3);
    const { items } = await w.owner.call(orders.listOrders, { q: missed.id });
    expect(items).toHaveLength(1);
    expect((await w.compare())?.map(({ field }) => field)).toEqual(['order']);
  });
});
