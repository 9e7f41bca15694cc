import { access, audit, type InputOf, orders, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type AtCounter, address, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorMethods, payOrder } from './index.ts';

const elsewhere = { ...address, street: '文三路 90 号', district: '临安区' };

const pay = (w: AtCounter, orderId = w.order, amountMinor?: number, reference = 'p-1') =>
  w.doing((tx) =>
    payOrder(system(w.team, 'test'), tx, {
      orderId,
      kind: 'wechat_pay',
      reference,
      ...(amountMinor ? { amountMinor } : {}),
    }),
  );

/** A gift card of the buyer with a balance, and a credit card. */
async function methodsOf(w: AtCounter, balanceMinor = 50_000) {
  const one = { buyerExternalId: 'b-1', sourceKind: '', currency: 'CNY', attributes: {} };
  await w.doing((tx) =>
    mirrorMethods(tx, w.shop, [
      { ...one, externalId: 'gift', kind: 'gift_card', label: '礼品卡', balanceMinor },
      { ...one, externalId: 'card', kind: 'credit_card', label: '信用卡', balanceMinor: null },
    ]),
  );
  const rows = await w.doing((tx) =>
    run<{ id: string; externalId: string }>(
      tx,
      sql`select id, external_id as "externalId" from payment_methods where shop_id = ${w.shop}`,
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.externalId, row.id])) as {
    gift: string;
    card: string;
  };
}

const stockOf = async (w: AtCounter) => {
  const rows = await w.doing((tx) =>
    run<{ stock: number }>(tx, sql`select stock from variants where id = ${w.variant}`),
  );
  return rows[0]?.stock;
};

const setRules = async (
  w: AtCounter,
  orderRules: InputOf<typeof shops.updateShopSettings>['orderRules'],
) => (await w.as('何雅琴')).call(shops.updateShopSettings, { shopId: w.shop, orderRules });

describe('SHOP-06 the frame of every act', () => {
  test('an act is a row, an event, an entry in the audit log, and the order’s new version', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const before = await agent.call(orders.getOrder, { orderId: w.order });
    const acted = await agent.call(orders.changeOrderAddress, {
      orderId: w.order,
      address: elsewhere,
      reason: '买家搬家',
      expectedVersion: before.version,
    });
    expect(acted).toMatchObject({
      state: 'done',
      authority: { verdict: 'yes', why: [] },
      act: {
        kind: 'address_changed',
        reason: '买家搬家',
        byKind: 'member',
        byName: '林小满',
        params: { to: '浙江省 杭州市 临安区' },
      },
      order: { address: { district: '临安区' } },
    });
    expect(acted.order.version).toBeGreaterThan(before.version);
    expect(JSON.stringify(acted.act)).not.toContain('文三路');
    const { items } = await agent.call(orders.listOrderActs, { orderId: w.order });
    expect(items.map(({ id, kind }) => [id, kind])).toEqual([[acted.act?.id, 'address_changed']]);
    const log = await (await w.as('何雅琴')).call(audit.listAuditEntries, {
      action: 'order.address_changed',
    });
    expect(log.items[0]?.reason).toBe('买家搬家');
    expect(JSON.stringify(log.items)).not.toContain('文三路 90 号');
    const stale = await agent.attempt(orders.changeOrderAddress, {
      orderId: w.order,
      address,
      expectedVersion: before.version,
    });
    expect(outcomeOf(stale)).toBe('order.version_conflict');
  });

  test('API-04 the same key carries an act out once', async () => {
    const w = await atCounter();
    await pay(w);
    const owner = await w.as('何雅琴');
    const wish = { orderId: w.order, amountMinor: 100, reasonCode: 'agreed' };
    const idempotencyKey = 'the-same-key-twice';
    const first = await owner.call(orders.refundOrder, wish, { idempotencyKey });
    const again = await owner.call(orders.refundOrder, wish, { idempotencyKey });
    expect(again.act?.id).toBe(first.act?.id);
    expect(again.order.totals.refundedMinor).toBe(100);
  });

  test('a preview tells what would be and changes nothing: no row, no event, no audit, no money, no stock', async () => {
    const w = await atCounter();
    await pay(w);
    const owner = await w.as('何雅琴');
    const traces = () =>
      w.doing((tx) =>
        run<Record<string, unknown>>(
          tx,
          sql`select (select count(*) from order_acts)::int as acts, (select count(*) from events)::int as events,
                (select count(*) from order_entries)::int as entries, (select count(*) from audit_entries)::int as audited,
                (select json_agg(o.* order by id) from orders o) as orders, (select sum(stock)::int from variants) as stock,
                (select count(*) from authority_counters)::int as counted`,
        ),
      );
    const before = await traces();
    const seen = await owner.call(orders.cancelOrder, {
      orderId: w.order,
      reasonCode: 'other',
      preview: true,
    });
    expect(seen).toMatchObject({
      state: 'preview',
      act: { kind: 'cancelled', amountMinor: 23_400 },
      order: { status: 'paid' },
    });
    expect(await traces()).toEqual(before);
  });

  test('ACL-02 staff of another shop, observers and strangers reach nothing', async () => {
    const w = await atCounter();
    const wish = { orderId: w.order, reasonCode: 'other' };
    const watching = await (await w.as('方予安')).attempt(orders.cancelOrder, wish);
    expect(outcomeOf(watching)).toBe('access.denied');
    const other = await atCounter();
    const foreign = await (await other.as('何雅琴')).attempt(orders.cancelOrder, wish);
    expect(outcomeOf(foreign)).toBe('order.not_found');
  });
});

describe('SHOP-06 cancel', () => {
  test('an unpaid order: its pieces go back, nothing is refunded', async () => {
    const w = await atCounter();
    const stock = (await stockOf(w)) ?? 0;
    const agent = await w.as('林小满');
    const acted = await agent.call(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' });
    expect(acted).toMatchObject({ state: 'done', order: { status: 'cancelled' } });
    expect(acted.order.can).not.toContain('cancelOrder');
    expect(await stockOf(w)).toBe(stock + 2);
    const twice = await agent.attempt(orders.cancelOrder, {
      orderId: w.order,
      reasonCode: 'other',
    });
    expect(outcomeOf(twice)).toBe('order.act_not_allowed');
    expect(twice.ok || twice.problem.message).toMatch(
      /is cancelled \(allowed: unpaid, to be shipped, being prepared\)/,
    );
  });

  test('every payment goes back to what paid it, net of what was refunded before; a balance at once', async () => {
    const w = await atCounter();
    const { gift } = await methodsOf(w, 10_000);
    await w.doing((tx) =>
      payOrder(system(w.team, 'test'), tx, {
        orderId: w.order,
        kind: 'gift_card',
        reference: 'g-1',
        amountMinor: 10_000,
        methodId: gift,
      }),
    );
    await pay(w);
    const owner = await w.as('何雅琴');
    const about = { orderId: w.order, reasonCode: 'agreed' };
    await owner.call(orders.refundOrder, { ...about, amountMinor: 4_000 });
    const acted = await owner.call(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' });
    expect(acted.act).toMatchObject({ amountMinor: 19_400, state: 'pending' });
    expect(acted.act?.params.parts).toEqual([
      { methodKind: 'gift_card', label: '礼品卡', amountMinor: 6_000, state: 'done' },
      { methodKind: 'wechat_pay', label: 'wechat_pay', amountMinor: 13_400, state: 'pending' },
    ]);
    expect(acted.order.totals).toMatchObject({ paidMinor: 23_400, refundedMinor: 23_400 });
  });

  test('some pieces: the price, the stock and the refund follow; unknown and doubled lines are refused', async () => {
    const w = await atCounter();
    await pay(w);
    const owner = await w.as('何雅琴');
    const wish = { orderId: w.order, reasonCode: 'other' };
    for (const [lines, code] of [
      [[{ lineNo: 9 }], 'order.line_not_found'],
      [[{ lineNo: 1, quantity: 3 }], 'order.line_not_found'],
      [[{ lineNo: 1, quantity: 1 }, { lineNo: 1 }], 'order.line_twice'],
    ] as const) {
      const refused = await owner.attempt(orders.cancelOrder, { ...wish, lines: [...lines] });
      expect(outcomeOf(refused)).toBe(code);
    }
    const acted = await owner.call(orders.cancelOrder, {
      ...wish,
      lines: [{ lineNo: 1, quantity: 1 }],
    });
    expect(acted).toMatchObject({
      act: { kind: 'lines_cancelled', amountMinor: 11_700 },
      order: {
        status: 'paid',
        lines: [{ quantity: 1 }],
        totals: { totalMinor: 11_700, refundedMinor: 11_700 },
      },
    });
    const unknown = await owner.attempt(orders.cancelOrder, { ...wish, reasonCode: 'just_so' });
    expect(outcomeOf(unknown)).toBe('order.reason_unknown');
  });

  test('two refunds at once never exceed what was paid; cancel and refund at once neither', async () => {
    const w = await atCounter();
    await pay(w);
    const owner = await w.as('何雅琴');
    const wish = { orderId: w.order, amountMinor: 20_000, reasonCode: 'agreed' };
    const outcomes = await Promise.all([
      owner.attempt(orders.refundOrder, wish),
      owner.attempt(orders.refundOrder, wish),
      owner.attempt(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' }),
    ]);
    const { totals } = await owner.call(orders.getOrder, { orderId: w.order });
    expect(totals.refundedMinor).toBeLessThanOrEqual(totals.paidMinor);
    const refused = ['order.refund_above_paid', 'order.act_not_allowed'];
    const [one, other] = outcomes.map(outcomeOf);
    expect([one, other].some((code) => refused.includes(String(code)))).toBe(true);
  });
});

describe('SHOP-07 ACL-03 beyond the own authority', () => {
  test('is refused with the way that remains; a note asks for approval, and nothing is changed until then', async () => {
    const w = await atCounter();
    await pay(w);
    const agent = await w.as('林小满');
    const wish = { orderId: w.order, amountMinor: 20_000, reasonCode: 'agreed' };
    expect(outcomeOf(await agent.attempt(orders.refundOrder, wish))).toBe(
      'authority.approval_needed',
    );
    const seen = await agent.call(orders.refundOrder, { ...wish, preview: true });
    expect(seen).toMatchObject({ state: 'preview', authority: { verdict: 'ask' } });
    expect(seen.authority.why.length).toBeGreaterThan(0);
    const asked = await agent.call(orders.refundOrder, { ...wish, approvalNote: '买家投诉' });
    expect(asked).toMatchObject({
      state: 'asked',
      act: null,
      order: { totals: { refundedMinor: 0 } },
    });
    const owner = await w.as('何雅琴');
    await owner.call(access.grantApproval, { approvalId: asked.approval?.id ?? '' });
    const after = await owner.call(orders.getOrder, { orderId: w.order });
    expect(after.totals.refundedMinor).toBe(20_000);
    const [act] = (await owner.call(orders.listOrderActs, { orderId: w.order })).items;
    expect(act).toMatchObject({
      kind: 'refunded',
      byName: '林小满',
      approvalId: asked.approval?.id,
    });
  });

  test('what can never be is not asked for: a refund above what was paid is refused at once', async () => {
    const w = await atCounter();
    await pay(w);
    const refused = await (await w.as('林小满')).attempt(orders.refundOrder, {
      orderId: w.order,
      amountMinor: 99_999,
      reasonCode: 'agreed',
      approvalNote: '请批准',
    });
    expect(outcomeOf(refused)).toBe('order.refund_above_paid');
    expect(refused.ok || refused.problem.message).toContain('234.00');
  });
});

describe('SHOP-06 address', () => {
  test('the order’s change leaves the default alone, and the other way round', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const addressesOf = () =>
      w.doing((tx) =>
        run<{ street: string; main: boolean }>(
          tx,
          sql`select street, main from buyer_addresses where buyer_id = ${w.buyer} order by id`,
        ),
      );
    const before = await addressesOf();
    await agent.call(orders.changeOrderAddress, { orderId: w.order, address: elsewhere });
    expect(await addressesOf()).toEqual(before);
    await agent.call(orders.changeDefaultAddress, {
      buyerId: w.buyer,
      address: { ...address, street: '西湖大道 1 号' },
    });
    const read = await w.doing((tx) =>
      run<{ street: string }>(
        tx,
        sql`select address->>'street' as street from orders where id = ${w.order}`,
      ),
    );
    expect(read).toEqual([{ street: elsewhere.street }]);
    expect((await addressesOf()).find((one) => one.main)?.street).toBe('西湖大道 1 号');
  });

  test('the same, an incomplete one and one after hand-over are refused with the reason', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const change = (given: typeof address) =>
      agent.attempt(orders.changeOrderAddress, { orderId: w.order, address: given });
    expect(outcomeOf(await change(address))).toBe('order.address_same');
    expect(outcomeOf(await change({ ...address, phone: ' ' }))).toBe('order.address_incomplete');
    await setRules(w, { changeAddress: { states: ['paid'] } });
    const refused = await change(elsewhere);
    expect(outcomeOf(refused)).toBe('order.act_not_allowed');
    expect((await agent.call(orders.getOrder, { orderId: w.order })).can).not.toContain(
      'changeOrderAddress',
    );
  });

  test('another address and money back within a day stand out: on the act and on the card', async () => {
    const w = await atCounter();
    await pay(w);
    const owner = await w.as('何雅琴');
    const first = await owner.call(orders.changeOrderAddress, {
      orderId: w.order,
      address: elsewhere,
    });
    expect(first.act?.params.alert).toBeUndefined();
    const acted = await owner.call(orders.refundOrder, {
      orderId: w.order,
      amountMinor: 500,
      reasonCode: 'agreed',
    });
    expect(acted.act?.params.alert).toBe('address_and_refund');
    expect(acted.order.alert).toBe('address_and_refund');
  });

  test('pasted text is read into its parts', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const read = await agent.call(orders.readAddress, {
      text: '王晓敏 13800004614 浙江省杭州市余杭区竹溪路8号听松苑3幢1202室',
    });
    expect(read).toMatchObject({
      region: 'checked',
      missing: [],
      address: { name: '王晓敏', phone: '13800004614', city: '杭州市', district: '余杭区' },
    });
  });
});

describe('SHOP-06 prices', () => {
  test('before payment the price changes freely, after it the difference is refunded or due', async () => {
    const w = await atCounter();
    const owner = await w.as('何雅琴');
    const unpaid = await owner.call(orders.changeOrderPostage, {
      orderId: w.order,
      postageMinor: 800,
    });
    expect(unpaid).toMatchObject({
      state: 'done',
      act: { amountMinor: 0, params: { fromMinor: 0, toMinor: 800, totalMinor: 24_200 } },
      order: { totals: { totalMinor: 24_200, dueMinor: 24_200 } },
    });
    await pay(w);
    const less = await owner.call(orders.changeOrderPostage, {
      orderId: w.order,
      postageMinor: 300,
    });
    expect(less).toMatchObject({ state: 'pending', act: { amountMinor: 500 } });
    const more = await owner.call(orders.changeLinePrice, {
      orderId: w.order,
      lineNo: 1,
      unitMinor: 12_000,
    });
    expect(more).toMatchObject({
      state: 'pending',
      act: { amountMinor: -600 },
      order: { totals: { dueMinor: 600 } },
    });
    const same = await owner.attempt(orders.changeOrderPostage, {
      orderId: w.order,
      postageMinor: 300,
    });
    expect(outcomeOf(same)).toBe('order.unchanged');
    const wild = await owner.attempt(orders.changeOrderDiscount, {
      orderId: w.order,
      discountMinor: 999_999_999,
    });
    expect(outcomeOf(wild)).toBe('order.amount_out_of_range');
  });
});

describe('SHOP-06 payment method', () => {
  test('the whole amount moves to a balance of the same buyer; split or refunded it stays', async () => {
    const w = await atCounter();
    const { gift, card } = await methodsOf(w);
    await pay(w);
    const owner = await w.as('何雅琴');
    const acted = await owner.call(orders.changeOrderPaymentMethod, {
      orderId: w.order,
      methodId: gift,
    });
    expect(acted.act).toMatchObject({
      kind: 'payment_method_changed',
      params: { movedMinor: 23_400, to: [{ methodKind: 'gift_card', state: 'done' }] },
    });
    const same = await owner.attempt(orders.changeOrderPaymentMethod, {
      orderId: w.order,
      methodId: gift,
    });
    expect(['order.method_same', 'order.payment_split']).toContain(outcomeOf(same));
    const other = await w.placed();
    await pay(w, other, undefined, 'p-2');
    await owner.call(orders.refundOrder, { orderId: other, amountMinor: 1, reasonCode: 'agreed' });
    const split = await owner.attempt(orders.changeOrderPaymentMethod, {
      orderId: other,
      methodId: card,
    });
    expect(outcomeOf(split)).toBe('order.payment_split');
    const foreign = await owner.attempt(orders.changeOrderPaymentMethod, {
      orderId: other,
      methodId: w.buyer,
    });
    expect(outcomeOf(foreign)).toBe('order.method_foreign');
  });

  test('cancelled after that, the money goes to the method it was moved to, once', async () => {
    const w = await atCounter();
    const { gift } = await methodsOf(w, 50_000);
    await pay(w);
    const owner = await w.as('何雅琴');
    await owner.call(orders.changeOrderPaymentMethod, { orderId: w.order, methodId: gift });
    const acted = await owner.call(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' });
    expect(acted.act).toMatchObject({ state: 'done', amountMinor: 23_400 });
    expect(acted.act?.params.parts).toEqual([
      { methodKind: 'gift_card', label: '礼品卡', amountMinor: 23_400, state: 'done' },
    ]);
    const choices = await owner.call(orders.getOrderChoices, { orderId: w.order });
    expect(choices.methods.find((one) => one.id === gift)?.balanceMinor).toBe(50_000);
    expect(choices.refundableMinor).toBe(0);
  });
});

describe('SHOP-04 urgent, invoice, appointment', () => {
  test('each stands on the card, and what is done is no longer offered', async () => {
    const w = await atCounter();
    await pay(w);
    const agent = await w.as('林小满');
    const { order: orderId } = w;
    const urgent = await agent.call(orders.setOrderUrgent, { orderId });
    expect(urgent.order.urgent).toBe(true);
    expect(urgent.order.can).toContain('clearOrderUrgent');
    expect(outcomeOf(await agent.attempt(orders.setOrderUrgent, { orderId }))).toBe(
      'order.unchanged',
    );
    await agent.call(orders.clearOrderUrgent, { orderId });
    const company = { orderId, kind: 'company' as const, title: '青竹家居有限公司' };
    expect(outcomeOf(await agent.attempt(orders.requestInvoice, company))).toBe(
      'order.invoice_incomplete',
    );
    const invoiced = await agent.call(orders.requestInvoice, { ...company, taxNumber: '91330110' });
    expect(invoiced.order.invoice).toMatchObject({
      title: '青竹家居有限公司',
      amountMinor: 23_400,
    });
    const personal = { orderId, kind: 'personal' as const, title: '王晓敏' };
    expect(outcomeOf(await agent.attempt(orders.requestInvoice, personal))).toBe(
      'order.invoice_exists',
    );
    const again = await agent.call(orders.reissueInvoice, personal);
    expect(again.order.invoice?.title).not.toContain('晓敏');
    const onRecord = await (await w.as('何雅琴')).call(audit.listAuditEntries, {
      subjectId: orderId,
      action: 'order.invoice_reissued',
    });
    expect(onRecord.items).toMatchObject([
      {
        before: { invoiceTitle: '青竹家居***', taxNumber: '913****10' },
        after: { invoiceTitle: '王***', amountMinor: 23_400 },
      },
    ]);
    expect(JSON.stringify(onRecord)).not.toContain('王晓敏');
    const past = await agent.attempt(orders.bookAppointment, {
      orderId,
      service: 'installation',
      date: '2020-01-01',
    });
    expect(outcomeOf(past)).toBe('order.date_past');
    const day = { service: 'installation' as const, date: '2099-06-01' };
    const booked = await agent.call(orders.bookAppointment, { orderId, ...day });
    const appointmentId = booked.order.appointments?.[0]?.id ?? '';
    const moved = await agent.call(orders.changeAppointment, {
      orderId,
      appointmentId,
      date: '2099-06-02',
    });
    expect(moved.order.appointments).toMatchObject([{ date: '2099-06-02', state: 'booked' }]);
    const off = await agent.call(orders.changeAppointment, {
      orderId,
      appointmentId,
      state: 'called_off',
    });
    expect(off.order.can).not.toContain('changeAppointment');
  });
});

describe('SHOP-06 what a form offers', () => {
  test('the shop’s reasons in the reader’s language, the buyer’s methods, what is left', async () => {
    const w = await atCounter();
    await methodsOf(w);
    await pay(w);
    const agent = await w.as('林小满');
    const choices = await agent.call(orders.getOrderChoices, { orderId: w.order });
    expect(choices.refundableMinor).toBe(23_400);
    expect(choices.methods.map((one) => one.kind)).toEqual(['gift_card', 'credit_card']);
    expect(choices.cancelReasons[0]?.text).not.toBe(choices.cancelReasons[0]?.code);
  });
});
