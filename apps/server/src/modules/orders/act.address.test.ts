import { orders } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { address, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { run } from '../../kernel/tx.ts';
import { elsewhere, pay, setRules } from './acts.test-help.ts';

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
