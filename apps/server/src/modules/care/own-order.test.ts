import { care, orders, shops } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { address, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { payOrder } from '../orders/index.ts';

const elsewhere = { ...address, street: '文三路 90 号' };

describe('BOT-03 buyers help themselves as far as the shop allows', () => {
  test('the own unpaid order is cancelled, the address changed; the team sees who did it', async () => {
    const w = await atCounter();
    const { order: orderId } = w;
    const seen = await w.chat.call(care.getOwnOrder, { orderId });
    expect(seen.can).toEqual(['cancelOwnOrder', 'changeOwnAddress']);
    expect(seen.cancelReasons[0]?.text).toBe('不想要了');
    const changed = await w.chat.call(care.changeOwnAddress, { orderId, address: elsewhere });
    expect(changed.act).toMatchObject({ kind: 'address_changed', state: 'done' });
    const cancelled = await w.chat.call(care.cancelOwnOrder, {
      orderId,
      reasonCode: 'no_longer_needed',
    });
    expect(cancelled.order.state).toBe('cancelled');
    const { items } = await (await w.as('林小满')).call(orders.listOrderActs, { orderId });
    expect(items.map((act) => [act.kind, act.byKind])).toEqual([
      ['cancelled', 'buyer'],
      ['address_changed', 'buyer'],
    ]);
  });

  test('ACL-02 not a paid one unless the shop says so, not a stranger’s, not unproven', async () => {
    const w = await atCounter();
    const { order: orderId } = w;
    await w.doing((tx) =>
      payOrder(system(w.team, 'test'), tx, { orderId, kind: 'sandbox', reference: 'p' }),
    );
    const wish = { orderId, reasonCode: 'other' };
    expect(outcomeOf(await w.chat.attempt(care.cancelOwnOrder, wish))).toBe(
      'order.act_not_allowed',
    );
    const stranger = await w.newcomer(await w.identity('b-2', '李工'));
    expect(outcomeOf(await stranger.chat.attempt(care.cancelOwnOrder, wish))).toBe(
      'order.not_found',
    );
    const unproven = await w.newcomer();
    expect(outcomeOf(await unproven.chat.attempt(care.cancelOwnOrder, wish))).toBe(
      'visitor.identity_needed',
    );
    const owner = await w.as('何雅琴');
    const { orderRules } = await owner.call(shops.getShopSettings, { shopId: w.shop });
    await owner.call(shops.updateShopSettings, {
      shopId: w.shop,
      orderRules: { cancel: { ...orderRules.cancel, buyerStates: ['placed', 'paid'] } },
    });
    const done = await w.chat.call(care.cancelOwnOrder, wish);
    expect(done.act).toMatchObject({ kind: 'cancelled', state: 'pending' });
  });
});
