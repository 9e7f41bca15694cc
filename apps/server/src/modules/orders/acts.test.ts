import { access, audit, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { address, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { run } from '../../kernel/tx.ts';
import { elsewhere, methodsOf, pay } from './acts.test-help.ts';

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
