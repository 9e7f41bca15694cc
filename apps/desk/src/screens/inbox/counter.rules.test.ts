import { describe, expect, test } from 'vitest';
import { touches } from './counter.rules.ts';

const counter = {
  conversation: { id: 'c1', buyerId: 'b1' },
  orders: { items: [{ id: 'o1' }] },
} as never;
const told = (type: string, data: object) => touches({ type, data }, counter);
const summary = (fields: object) => ({
  id: 'c1',
  buyerId: 'b1',
  state: 'open',
  assigneeId: null,
  ...fields,
});

describe('which events make an open counter ask again', () => {
  test('a change of standing does, a mere message does not', () => {
    const was = { state: 'open', assigneeId: null };
    expect(told('message.posted', { conversation: summary({}), was })).toBe(false);
    expect(told('conversation.assigned', { conversation: summary({ assigneeId: 'm' }), was })).toBe(
      true,
    );
    expect(told('conversation.closed', { conversation: summary({ state: 'resolved' }), was })).toBe(
      true,
    );
    expect(told('conversation.read', { conversationId: 'c1' })).toBe(false);
  });

  test('what happens to the buyer’s orders and parcels does, others do not', () => {
    expect(told('order.remarked', { orderId: 'x', buyerId: 'b1' })).toBe(true);
    expect(told('order.paid', { order: { id: 'x', buyerId: 'b1' }, was: 'placed' })).toBe(true);
    expect(told('order.paid', { order: { id: 'x', buyerId: 'b2' }, was: 'placed' })).toBe(false);
    expect(told('order.mirrored', { orders: [{ id: 'o1', buyerId: null }] })).toBe(true);
    expect(told('parcel.mirrored', { orderIds: ['o1'] })).toBe(true);
    expect(told('parcel.mirrored', { orderIds: ['o2'] })).toBe(false);
  });

  test('an answer to a question in this chat and a change of this buyer do', () => {
    expect(told('order_check.answered', { conversationId: 'c1' })).toBe(true);
    expect(told('order_check.answered', { conversationId: 'c2' })).toBe(false);
    expect(told('buyer.changed', { buyer: { id: 'b1' } })).toBe(true);
    expect(told('buyer.mirrored', { buyerIds: ['b2'] })).toBe(false);
    expect(told('member.deactivated', { memberId: 'm' })).toBe(false);
  });
});
