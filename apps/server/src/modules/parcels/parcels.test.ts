import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { hands, hour, parcelShop } from '../../../test/underway.ts';
import { clock } from '../../kernel/clock.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { closeProblemParcel, reopenProblemParcel } from './close.ts';
import { followOrders } from './follow.ts';
import { lookAtAll } from './look-again.ts';
import { updateParcelProviderWith } from './provider.ts';
import { refreshParcelWith } from './refresh.ts';
import { getParcelRoutes } from './route-of.ts';
import { updateParcelSettings } from './settings.ts';
import { tendParcel } from './tend.ts';

const {
  w,
  now,
  at,
  shipped,
  tend,
  status,
  parcelOf,
  problems,
  events,
  planned,
  firstAt,
  tasksOf,
  listed,
} = await parcelShop();

describe('SHOP-08 a parcel on its way', () => {
  test('is handed to the provider when it is shipped, followed, and its order is delivered with the signature', async () => {
    const { orderId, parcelId } = await shipped('SF-OK');
    await tend(parcelId);
    const [watch] = await w.read((tx) =>
      run<{ subscription: string; carrier_code: string }>(
        tx,
        sql`select subscription, carrier_code from parcel_watches where parcel_id = ${parcelId}`,
      ),
    );
    expect(watch).toEqual({ subscription: 'sent', carrier_code: 'shunfeng' });
    at(30);
    await tend(parcelId);
    const way = await parcelOf(orderId);
    expect(way?.status).toBe('out_for_delivery');
    expect(way?.events.filter((step) => step.text !== '')).toHaveLength(5);
    expect(await status(orderId)).toBe('shipped');
    at(80);
    await tend(parcelId);
    expect(await status(orderId)).toBe('delivered');
    expect((await parcelOf(orderId))?.status).toBe('signed_self');
    const told = await events(orderId);
    expect(told.map(({ data }) => [data.before, data.state])).toEqual([
      [null, 'collected'],
      ['collected', 'out_for_delivery'],
      ['out_for_delivery', 'signed_self'],
    ]);
    expect(await problems(parcelId)).toEqual([]);
    expect(await planned(parcelId)).toBeNull();
  });

  test('a shop that trusts no locker, and one that trusts nobody, say themselves when it arrived', async () => {
    const set = (deliver: 'signed' | 'in_person' | 'by_hand') =>
      w.write((tx) => updateParcelSettings(w.member('owner'), tx, { shopId: w.shop, deliver }));
    await set('by_hand');
    const { orderId, parcelId } = await shipped('SF-HAND');
    at(80);
    await tend(parcelId);
    expect((await parcelOf(orderId))?.status).toBe('signed_self');
    expect(await status(orderId)).toBe('shipped');
    await set('signed');
    await w.write((tx) => followOrders(w.actor, tx, [orderId]));
    expect(await status(orderId)).toBe('delivered');
  });

  test.each([
    ['SF-STUCK', 6 + 72, 'stuck'],
    ['SF-NOPICKUP', 48, 'not_collected'],
    ['SF-STATION', 33 + 72, 'unclaimed'],
  ])(
    '%s is called out to the second, once, with a task; and not a second before',
    async (number, due, cause) => {
      const { orderId, parcelId } = await shipped(number);
      await tend(parcelId);
      at(40);
      await tend(parcelId);
      const first = number === 'SF-NOPICKUP' ? await parcelOf(orderId) : null;
      const start = first ? Date.parse((await firstAt(parcelId)) ?? '') : now.began;
      now.began = start;
      at(due - 1 / 3600);
      await tend(parcelId);
      expect(await problems(parcelId)).toEqual([]);
      at(due + 1 / 3600);
      await Promise.all([tend(parcelId), tend(parcelId)]);
      await tend(parcelId);
      const found = await problems(parcelId);
      expect(found).toMatchObject([{ cause, closed_at: null }]);
      expect(await tasksOf(parcelId)).toEqual([found[0]?.task_id]);
      const { items, counts } = await listed();
      expect(items.find((item) => item.parcelId === parcelId)).toMatchObject({
        cause,
        orderId,
        buyerName: '王晓敏',
      });
      expect(counts[cause]).toBeGreaterThan(0);
    },
  );

  test('after a month of standing still it is asked first: what arrived meanwhile is not called stuck', async () => {
    const { orderId, parcelId } = await shipped('SF-LATER');
    await tend(parcelId);
    at(7);
    await tend(parcelId);
    at(24 * 40);
    await tend(parcelId);
    expect(await status(orderId)).toBe('delivered');
    expect(await problems(parcelId)).toEqual([]);
  });

  test('one on its way back is told at once, and told again when it is back; the task of before is over', async () => {
    const { orderId, parcelId } = await shipped('SF-RETURN');
    at(34);
    await tend(parcelId);
    expect(await problems(parcelId)).toMatchObject([{ cause: 'returning', closed_at: null }]);
    at(100);
    await tend(parcelId);
    const found = await problems(parcelId);
    expect(found.map(({ cause, closed_at }) => [cause, closed_at === null])).toEqual([
      ['returning', false],
      ['returned', true],
    ]);
    const told = (await events(orderId)).filter(({ type }) => type !== 'parcel.moved');
    expect(told.map(({ type, data }) => `${type} ${data.cause}`)).toEqual([
      'parcel.stuck returning',
      'parcel.freed returning',
      'parcel.stuck returned',
    ]);
  });

  test.each([
    ['SF-FAIL', 'failed'],
    ['SF-ADDRESS', 'address'],
  ])('%s: %s', async (number, cause) => {
    const { parcelId } = await shipped(number);
    at(34);
    await tend(parcelId);
    expect(await problems(parcelId)).toMatchObject([{ cause }]);
  });

  test('seen to by a person it is not called out again while it lies; taken back it is open again', async () => {
    const { parcelId } = await shipped('SF-STUCK');
    at(10);
    await tend(parcelId);
    at(90);
    await tend(parcelId);
    const [problem] = await problems(parcelId);
    const closing = { problemId: problem?.id ?? '' };
    await w.write((tx) => closeProblemParcel(w.member('agent'), tx, closing));
    at(200);
    await tend(parcelId);
    expect(await problems(parcelId)).toHaveLength(1);
    await w.write((tx) => reopenProblemParcel(w.member('agent'), tx, closing));
    expect(await problems(parcelId)).toMatchObject([{ closed_at: null }]);
    const foreign = w.member('agent', [await w.anotherShop(`别家 ${Math.random()}`)]);
    const refused = await w.write((tx) => closeProblemParcel(foreign, tx, closing));
    expect(isRefusal(refused) && refused.code).toBe('parcel.problem_not_found');
  });

  test('without a provider and without a word of a carrier nobody is called', async () => {
    await w.write((tx) =>
      updateParcelProviderWith(hands)(w.member('owner'), tx, {
        providerId: now.provider,
        enabled: false,
      }),
    );
    await w.write((tx) => lookAtAll(w.actor, tx, null));
    const { parcelId } = await shipped('SF-STUCK');
    at(500);
    await tend(parcelId);
    expect(await problems(parcelId)).toEqual([]);
  });

  test('a provider that falls silent is asked again less and less often; what it says about itself is shown', async () => {
    const { parcelId } = await shipped('SF-DOWN');
    await tend(parcelId);
    const gaps: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const next = await planned(parcelId);
      expect(next).not.toBeNull();
      gaps.push(Math.round(((next?.getTime() ?? 0) - clock.now()) / 60_000));
      now.began = next?.getTime() ?? 0;
      at(0);
      await tend(parcelId);
    }
    expect(gaps).toEqual([5, 10, 20, 40, 80]);
    const rows = await w.read((tx) =>
      run<{ state: string }>(
        tx,
        sql`select state from parcel_providers where id = ${now.provider}`,
      ),
    );
    expect(rows[0]?.state).toBe('down');
  });

  test('without a public address nothing is subscribed: it is asked, and looked at again in hours, not at once', async () => {
    const { orderId, parcelId } = await shipped('SF-POLL');
    const bare = { ...hands, publicUrl: null };
    at(3);
    await tendParcel(bare, w.db, w.actor, parcelId);
    await tendParcel(bare, w.db, w.actor, parcelId);
    expect((await parcelOf(orderId))?.status).toBe('collected');
    const next = (await planned(parcelId))?.getTime() ?? 0;
    expect((next - clock.now()) / hour).toBeGreaterThan(1);
  });

  test('a person may ask now, once a minute, in the own shops only', async () => {
    const { parcelId } = await shipped('SF-ASK');
    at(30);
    const asking = (who = w.member('agent')) =>
      refreshParcelWith(hands)(who, { db: w.db } as never, { parcelId });
    const route = await asking();
    expect(route).toMatchObject({ stage: 'delivering', place: '上海市', provider: 'sandbox' });
    const again = await asking();
    expect(isRefusal(again) && again.code).toBe('parcel.asked_just_now');
    const foreign = await asking(w.member('agent', []));
    expect(isRefusal(foreign) && foreign.code).toBe('parcel.not_found');
    const routes = await w.read((tx) =>
      getParcelRoutes(w.member('agent', []), tx, { orderId: parcelId }),
    );
    expect(isRefusal(routes) && routes.code).toBe('order.not_found');
  });
});
