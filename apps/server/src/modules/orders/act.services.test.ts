import { audit, orders } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { pay } from './acts.test-help.ts';

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
