import { type InputOf, orders, payments } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type AtCounter, address, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { first, run } from '../../kernel/tx.ts';
import { mirrorMethods, payOrder } from './index.ts';
import { findLedgerFaults } from './ledger.store.ts';

const pay = (w: AtCounter, orderId: string, amountMinor?: number, reference = `paid:${orderId}`) =>
  w.doing((tx) =>
    payOrder(system(w.team, 'test'), tx, {
      orderId,
      kind: 'wechat_pay',
      reference,
      ...(amountMinor ? { amountMinor } : {}),
    }),
  );

/** A gift card of the buyer with 500.00 on it, and a credit card. */
async function methodsOf(w: AtCounter) {
  const one = { buyerExternalId: 'b-1', sourceKind: '', currency: 'CNY', attributes: {} };
  const [gift, card] = ['gift_card', 'credit_card'] as const;
  await w.doing((tx) =>
    mirrorMethods(tx, w.shop, [
      { ...one, externalId: 'gift', kind: gift, label: '礼品卡', balanceMinor: 50_000 },
      { ...one, externalId: 'card', kind: card, label: '信用卡', balanceMinor: null },
    ]),
  );
  const rows = await w.doing((tx) =>
    run<{ id: string; kind: 'gift_card' | 'credit_card' }>(
      tx,
      sql`select id, kind from payment_methods where shop_id = ${w.shop}`,
    ),
  );
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? '';
  return { gift: of(gift), card: of(card) };
}

const balanceOf = async (w: AtCounter, id: string) => {
  const row = await w.doing((tx) =>
    first<{ minor: number }>(
      tx,
      sql`select balance_minor as minor from payment_methods where id = ${id}`,
    ),
  );
  return row?.minor;
};

type Wish = Partial<InputOf<typeof orders.changeOrderItems>>;

/** A change of the plates of an order to so many pieces, by this person. */
const toPieces = async (
  w: AtCounter,
  who: Parameters<AtCounter['as']>[0],
  orderId: string,
  quantity: number,
  more: Wish = {},
) =>
  (await w.as(who)).attempt(orders.changeOrderItems, {
    orderId,
    changes: [{ lineNo: 1, variantId: w.variant, quantity }],
    ...more,
  });

describe('SHOP-07 what an item change gives back counts, whatever the order’s status', () => {
  test('a partly paid order made smaller is a refund of what is kept above its price', async () => {
    const w = await atCounter();
    const orderId = await w.placed(3);
    await pay(w, orderId, 35_000);
    expect(outcomeOf(await toPieces(w, '林小满', orderId, 1))).toBe('authority.approval_needed');
    const smaller = await toPieces(w, '林小满', await w.placed(3), 1);
    expect(smaller.ok).toBe(true);
  });

  test('money goes to a balance that paid nothing only where the shop allows it', async () => {
    const w = await atCounter();
    const { gift } = await methodsOf(w);
    const orderId = await w.placed(3);
    await pay(w, orderId, 35_000);
    const refused = await toPieces(w, '何雅琴', orderId, 1, { methodId: gift });
    expect(outcomeOf(refused)).toBe('order.refund_to_balance');
    expect(await balanceOf(w, gift)).toBe(50_000);
    const back = await toPieces(w, '何雅琴', orderId, 1);
    expect(back).toMatchObject({ ok: true, value: { act: { amountMinor: 23_300 } } });
  });
});

describe('SHOP-07 pieces added below today’s price', () => {
  test('are a lower price with its floor and its limit; at today’s price they are free to add', async () => {
    const w = await atCounter();
    const orderId = await w.placed(1);
    expect((await toPieces(w, '林小满', orderId, 2)).ok).toBe(true);
    expect((await toPieces(w, '林小满', orderId, 1)).ok).toBe(true);
    const agent = await w.as('林小满');
    await agent.call(orders.changeLinePrice, { orderId, lineNo: 1, unitMinor: 10_700 });
    expect((await toPieces(w, '林小满', orderId, 2)).ok).toBe(true);
    const many = await toPieces(w, '林小满', orderId, 100);
    expect(outcomeOf(many)).toBe('authority.approval_needed');
    const owner = await w.as('何雅琴');
    await owner.call(orders.changeLinePrice, { orderId, lineNo: 1, unitMinor: 100 });
    const one = await toPieces(w, '林小满', orderId, 3);
    expect(outcomeOf(one)).toBe('authority.approval_needed');
  });
});

describe('SHOP-07 another payment method', () => {
  test('one that does not pay now takes the authority of a refund; a balance that pays does not', async () => {
    const w = await atCounter();
    const { gift, card } = await methodsOf(w);
    await pay(w, w.order);
    const agent = await w.as('林小满');
    const wish = { orderId: w.order, methodId: card };
    const refused = await agent.attempt(orders.changeOrderPaymentMethod, wish);
    expect(outcomeOf(refused)).toBe('authority.approval_needed');
    const moved = await agent.call(orders.changeOrderPaymentMethod, { ...wish, methodId: gift });
    expect(moved.authority.verdict).toBe('yes');
    expect(await balanceOf(w, gift)).toBe(26_600);
    expect(await w.doing(findLedgerFaults)).toEqual([]);
  });
});

describe('SHOP-06 a payment method changed, and the old payment could not be given back', () => {
  /** The owner moves the payment of an order; a person then says the old money did not go back. */
  async function failed(w: AtCounter, methodId: string, between: () => Promise<unknown>) {
    await pay(w, w.order);
    const owner = await w.as('何雅琴');
    const wish = { orderId: w.order, methodId };
    const { act } = await owner.call(orders.changeOrderPaymentMethod, wish);
    await between();
    await owner.call(payments.settleRefundByHand, {
      orderId: w.order,
      key: `${act?.id}:paid:${w.order}`,
      state: 'failed',
      note: '原路退回失败',
    });
    const { items } = await owner.call(orders.listOrderActs, { orderId: w.order });
    expect(items.find((one) => one.id === act?.id)?.state).toBe('failed');
    expect(await w.doing(findLedgerFaults)).toEqual([]);
    return (await owner.call(orders.getOrder, { orderId: w.order })).totals;
  }

  test('the balance that paid gets its money back: the buyer pays once', async () => {
    const w = await atCounter();
    const { gift } = await methodsOf(w);
    const totals = await failed(w, gift, async () => expect(await balanceOf(w, gift)).toBe(26_600));
    expect(totals).toMatchObject({ paidMinor: 46_800, refundedMinor: 23_400, dueMinor: 0 });
    expect(await balanceOf(w, gift)).toBe(50_000);
  });

  test('a supplement nobody paid yet is no longer due; one that was paid goes back the way it came', async () => {
    const w = await atCounter();
    const { card } = await methodsOf(w);
    const unpaid = await failed(w, card, async () => {});
    expect(unpaid).toMatchObject({ paidMinor: 23_400, refundedMinor: 0, dueMinor: 0 });
    const other = await atCounter();
    const methods = await methodsOf(other);
    const paid = await failed(other, methods.card, () => pay(other, other.order, undefined, '2nd'));
    expect(paid).toMatchObject({ paidMinor: 46_800, refundedMinor: 23_400, dueMinor: 0 });
    const parts = await other.doing((tx) =>
      run(tx, sql`select payment_reference as "of", state from order_refunds order by state`),
    );
    expect(parts).toEqual([
      { of: `paid:${other.order}`, state: 'failed' },
      { of: '2nd', state: 'pending' },
    ]);
  });
});

/** The plate in another size at ten times the price, as a second variant beside the first. */
const dearPlate = async (w: AtCounter): Promise<string> => {
  const row = await w.doing((tx) =>
    first<{ id: string }>(
      tx,
      sql`insert into variants select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'external_id', 'QZ-PL-99',
            'sku', 'QZ-PL-99', 'price_minor', 117000))).* from variants v where v.id = ${w.variant} returning id`,
    ),
  );
  return row?.id ?? '';
};

describe('SHOP-07 the floor of a price', () => {
  test('is a share of what the line costs now that it is another variant; a quantity forgets nothing', async () => {
    const w = await atCounter();
    const orderId = await w.placed(1);
    const [agent, owner] = [await w.as('林小满'), await w.as('何雅琴')];
    const lower = (unitMinor: number) =>
      agent.attempt(orders.changeLinePrice, { orderId, lineNo: 1, unitMinor, preview: true });
    await owner.call(orders.changeLinePrice, { orderId, lineNo: 1, unitMinor: 10_600 });
    expect((await toPieces(w, '何雅琴', orderId, 2)).ok).toBe(true);
    const under = await lower(10_400);
    const floorOf = (seen: typeof under) =>
      seen.ok ? seen.value.authority.why.find((why) => why.limit === 'floor')?.limitMinor : null;
    expect(floorOf(under)).toBe(10_530);
    await owner.call(orders.changeOrderItems, {
      orderId,
      changes: [{ lineNo: 1, variantId: await dearPlate(w), quantity: 1 }],
    });
    expect(floorOf(await lower(100_000))).toBe(105_300);
  });
});

describe('SHOP-06 another address and money back within a day', () => {
  const elsewhere = { ...address, street: '文三路 90 号', district: '临安区' };

  type Owner = Awaited<ReturnType<AtCounter['as']>>;
  const back: readonly [string, (owner: Owner, w: AtCounter) => Promise<orders.OrderActedShape>][] =
    [
      [
        'a cancelled order',
        (owner, w) => owner.call(orders.cancelOrder, { orderId: w.order, reasonCode: 'other' }),
      ],
      [
        'fewer pieces',
        (owner, w) =>
          owner.call(orders.changeOrderItems, {
            orderId: w.order,
            changes: [{ lineNo: 1, variantId: w.variant, quantity: 1 }],
          }),
      ],
      [
        'a lower price',
        (owner, w) =>
          owner.call(orders.changeLinePrice, { orderId: w.order, lineNo: 1, unitMinor: 100 }),
      ],
      [
        'a moved payment',
        async (owner, w) =>
          owner.call(orders.changeOrderPaymentMethod, {
            orderId: w.order,
            methodId: (await methodsOf(w)).card,
          }),
      ],
    ];

  test.each(back)('%s after it stands out, unless nothing was paid', async (name, act) => {
    const w = await atCounter();
    const owner = await w.as('何雅琴');
    await pay(w, w.order);
    await owner.call(orders.changeOrderAddress, { orderId: w.order, address: elsewhere });
    expect((await act(owner, w)).act?.params.alert).toBe('address_and_refund');
    if (name === 'a moved payment') return;
    const free = { ...w, order: await w.placed() };
    await owner.call(orders.changeOrderAddress, { orderId: free.order, address: elsewhere });
    expect((await act(owner, free)).act?.params.alert).toBeUndefined();
  });

  test.each(back.slice(1))('so does the address after %s', async (_name, act) => {
    const w = await atCounter();
    const owner = await w.as('何雅琴');
    await pay(w, w.order);
    await act(owner, w);
    const wish = { orderId: w.order, address: elsewhere };
    const moved = await owner.call(orders.changeOrderAddress, wish);
    expect(moved.act?.params.alert).toBe('address_and_refund');
  });
});
