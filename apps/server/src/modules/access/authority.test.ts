import { beforeAll, describe, expect, test } from 'vitest';
import { type Office, office } from '../../../test/office.ts';
import { type KeyActor, type StaffActor, system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type LimitedAct, spend, weigh } from './authority.ts';
import { grantsOfKey } from './roles.rules.ts';

let w: Office;
beforeAll(async () => {
  w = await office();
});

/** A refund of so many yuan; each on an order and of a buyer of its own unless told. */
const refund = (yuan: number, more: Partial<LimitedAct> = {}): LimitedAct => ({
  action: 'refund',
  shopId: w.shop,
  orderId: newId(),
  buyerId: newId(),
  amountMinor: yuan * 100,
  currency: 'CNY',
  facts: {},
  ...more,
});

/** One act in a transaction of its own; what is beyond the limit is rolled back. */
const give = (actor: StaffActor, act: LimitedAct) =>
  w.db.write(actor, async (tx) => {
    const authority = await spend(actor, tx, act);
    return authority.verdict === 'yes' ? authority : refuse('access.denied', { authority });
  });

const given = async (attempts: readonly Promise<unknown>[]) => {
  const results = await Promise.all(attempts);
  return results.filter((one) => (one as { verdict?: string }).verdict === 'yes').length;
};

const integration = (): KeyActor => ({
  kind: 'key',
  team: w.team,
  key: newId(),
  grants: grantsOfKey(['orders.refund'], null),
  shops: null,
  locale: 'en',
});

describe('ACL-03 limits hold at every instant', () => {
  test('64 parallel splits of one order never give more than the order’s limit', async () => {
    const agent = w.actor('林小满');
    const order = { orderId: newId(), buyerId: newId() };
    const attempts = Array.from({ length: 64 }, () => give(agent, refund(15, order)));
    expect(await given(attempts)).toBe(6); // 90 of 100
    const rest = await w.db.read(agent, (tx) => weigh(agent, tx, refund(15, order)));
    expect(rest).toMatchObject({
      verdict: 'ask',
      why: [{ limit: 'per_order', limitMinor: 10_000, usedMinor: 9_000, wantedMinor: 1_500 }],
    });
  });

  test('64 parallel refunds over many orders of one buyer stop at the buyer’s day', async () => {
    const w2 = await office();
    const agent = w2.actor('林小满');
    const buyerId = newId();
    const attempts = Array.from({ length: 64 }, () => {
      const act = { ...refund(30), shopId: w2.shop, buyerId };
      return w2.db.write(agent, async (tx) => {
        const authority = await spend(agent, tx, act);
        return authority.verdict === 'yes' ? authority : refuse('access.denied');
      });
    });
    expect(await given(attempts)).toBe(6); // 180 of 200
  });

  test('64 parallel refunds over as many buyers stop at the person’s day', async () => {
    w = await office();
    const agent = w.actor('林小满');
    expect(await given(Array.from({ length: 64 }, () => give(agent, refund(30))))).toBe(33); // 990 of 1000
  });

  test('another person, or an API key, finds what was given on the order before', async () => {
    w = await office();
    const order = { orderId: newId(), buyerId: newId() };
    expect(await given([give(w.actor('林小满'), refund(90, order))])).toBe(1);
    expect(await given([give(integration(), refund(20, order))])).toBe(0);
    expect(await given([give(integration(), refund(10, order))])).toBe(1);
    expect(await given([give(w.actor('周启明'), refund(901, order))])).toBe(0);
    expect(await given([give(w.actor('周启明'), refund(900, order))])).toBe(1);
  });

  test('what was rolled back is not counted', async () => {
    const agent = w.actor('林小满');
    const order = { orderId: newId(), buyerId: newId() };
    await w.db.write(agent, async (tx) => {
      await spend(agent, tx, refund(100, order));
      return refuse('access.denied');
    });
    expect(await given([give(agent, refund(100, order))])).toBe(1);
  });

  test('an owner and the product itself are not limited; an observer always asks', async () => {
    const big = refund(1_000_000);
    const by = (actor: Parameters<typeof spend>[0]) =>
      w.db.write(system(w.team, 'test'), (tx) => weigh(actor, tx, big));
    expect(await by(w.actor('何雅琴'))).toEqual({ verdict: 'yes' });
    expect(await by(system(w.team, 'test'))).toEqual({ verdict: 'yes' });
    expect(await by(w.actor('方予安'))).toMatchObject({ verdict: 'ask' });
  });

  test('a price may fall to its floor and no further', async () => {
    const agent = w.actor('林小满');
    const price = (resultMinor: number): LimitedAct => ({
      ...refund(1),
      action: 'price',
      floor: { kind: 'price', resultMinor, baseMinor: 10_000 },
    });
    const verdict = async (act: LimitedAct) => w.db.read(agent, (tx) => weigh(agent, tx, act));
    expect(await verdict(price(9_000))).toEqual({ verdict: 'yes' });
    expect(await verdict(price(8_999))).toMatchObject({
      why: [{ limit: 'floor', limitMinor: 9_000, wantedMinor: 8_999 }],
    });
  });
});
