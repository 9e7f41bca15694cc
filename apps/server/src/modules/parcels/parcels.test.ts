import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { openedBuilt, worldConfig } from '../../../test/world.ts';
import { createSandboxCarrier, sandboxSign } from '../../adapters/carriers-sandbox/index.ts';
import { clock } from '../../kernel/clock.ts';
import { quiet } from '../../kernel/log.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { orderFacts, payOrder, placeOrder, shipOrder, trackedParcels } from '../orders/index.ts';
import { hearCallback } from './callback.ts';
import { listCarriers } from './choices.ts';
import { closeProblemParcel, reopenProblemParcel } from './close.ts';
import { followOrders } from './follow.ts';
import type { Hands } from './line.ts';
import { listProblemParcels } from './list.ts';
import { lookAtAll } from './look-again.ts';
import {
  createParcelProviderWith,
  listParcelProvidersWith,
  updateParcelProviderWith,
} from './provider.ts';
import { refreshParcelWith } from './refresh.ts';
import { getParcelRoutes } from './route-of.ts';
import { updateParcelSettings } from './settings.ts';
import { tendParcel } from './tend.ts';

const hands: Hands = {
  providers: [createSandboxCarrier()],
  secretKey: worldConfig().secretKey as never,
  outboundAllowed: [],
  publicUrl: 'http://desk.test',
  log: quiet,
};

const hour = 3_600_000;
const real = clock.now;
let w: ShopWorld;
let variant: string;
let provider: string;
let began: number;

const at = (hours: number) => {
  clock.now = () => began + hours * hour;
};

beforeAll(async () => {
  w = await freshShop();
  await w.write((tx) => mirrorProducts(w.actor, tx, w.shop, [w.product('bowl', { stock: 1000 })]));
  const rows = await w.read((tx) => run<{ id: string }>(tx, sql`select id from variants`));
  variant = rows[0]?.id ?? '';
});

beforeEach(async () => {
  began = real();
  await w.write((tx) => run(tx, sql`delete from parcel_providers`));
  provider = await addProvider();
});
afterEach(() => {
  clock.now = real;
});

async function addProvider(): Promise<string> {
  const made = await w.write((tx) =>
    createParcelProviderWith(hands)(w.member('owner'), tx, {
      kind: 'sandbox',
      shopId: null,
      secrets: { secret: 'shared' },
    }),
  );
  if (isRefusal(made)) throw new Error(made.code);
  return made.id;
}

/** An own order of the shop, paid and handed over with this number. */
async function shipped(number: string, carrier = '顺丰') {
  const orderId = await w.write(async (tx) => {
    const placed = await placeOrder(w.actor, tx, {
      shopId: w.shop,
      buyerId: w.buyer,
      items: [{ variantId: variant, quantity: 1 }],
      address: null,
      note: '',
    });
    if (isRefusal(placed)) throw new Error(placed.code);
    await payOrder(w.actor, tx, { orderId: placed.orderId, kind: 'cash', reference: 'c' });
    const done = await shipOrder(w.actor, tx, { orderId: placed.orderId, carrier, number });
    if (isRefusal(done)) throw new Error(done.code);
    await followOrders(w.actor, tx, [placed.orderId]);
    return placed.orderId;
  });
  const [parcel] = await w.read((tx) => trackedParcels(tx, orderId));
  return { orderId, parcelId: parcel?.id ?? '' };
}

const tend = (parcelId: string) => tendParcel(hands, w.db, w.actor, parcelId);
const status = async (orderId: string) => (await w.read((tx) => orderFacts(tx, orderId)))?.status;
const parcelOf = async (orderId: string) => (await w.read((tx) => trackedParcels(tx, orderId)))[0];
const problems = (parcelId: string) =>
  w.read((tx) =>
    run<{ id: string; cause: string; closed_at: Date | null; task_id: string | null }>(
      tx,
      sql`select id, cause, closed_at, task_id from parcel_problems where parcel_id = ${parcelId} order by opened_at`,
    ),
  );
const events = (orderId: string) =>
  w.read((tx) =>
    run<{ type: string; data: { state: string; before: string | null; cause: string } }>(
      tx,
      sql`select type, data from events where subject = ${orderId} and type in ('parcel.moved', 'parcel.stuck', 'parcel.freed') order by seq`,
    ),
  );
/** When the parcel is looked at next, asked of the queue itself. */
const planned = async (parcelId: string): Promise<Date | null> => {
  const client = new pg.Client({ connectionString: (await testDatabase()).url });
  await client.connect();
  const found = await client.query<{ at: Date }>(
    'select run_at as at from graphile_worker.jobs where key = $1',
    [`parcels.tend:${parcelId}`],
  );
  await client.end();
  return found.rows[0]?.at ?? null;
};

test('SHOP-08 an account of another shop is not on the list; one of the whole team is', async () => {
  const other = await w.anotherShop('二店');
  const secrets = { secret: 'theirs' };
  const theirs = { kind: 'sandbox', shopId: other, secrets } as const;
  await w.write((tx) => createParcelProviderWith(hands)(w.member('owner'), tx, theirs));
  const list = async (...[role, shops]: Parameters<typeof w.member>) =>
    (await w.read((tx) => listParcelProvidersWith(hands)(w.member(role, shops), tx))).items.map(
      ({ shopId }) => shopId,
    );
  expect(await list('lead', [w.shop])).toEqual([null]);
  expect(await list('lead', [other])).toEqual([null, other]);
  expect(await list('owner')).toEqual([null, other]);
});

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
      const start = first ? Date.parse((await firstAt(parcelId)) ?? '') : began;
      began = start;
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
        providerId: provider,
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
      began = next?.getTime() ?? 0;
      at(0);
      await tend(parcelId);
    }
    expect(gaps).toEqual([5, 10, 20, 40, 80]);
    const rows = await w.read((tx) =>
      run<{ state: string }>(tx, sql`select state from parcel_providers where id = ${provider}`),
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

describe('SHOP-08 a provider tells by itself', () => {
  const push = async (body: object, secret = 'shared', id = provider) => {
    const param = JSON.stringify(body);
    const { app } = await openedBuilt();
    return app.inject({
      method: 'POST',
      url: `/api/parcel-callbacks/${w.actor.team}/${id}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ param, sign: sandboxSign(param, secret) }).toString(),
    });
  };
  const hearAll = async () => {
    const rows = await w.read((tx) =>
      run<{ digest: string }>(
        tx,
        sql`select encode(digest, 'hex') as digest from parcel_callbacks where handled_at is null`,
      ),
    );
    for (const { digest } of rows)
      await hearCallback(hands, w.db, w.actor, { providerId: provider, digest });
    return rows.length;
  };
  const leg = (hours: number, code: string, text: string) => ({
    at: new Date(began + hours * hour).toISOString(),
    code,
    word: '',
    text,
    place: '上海市',
  });
  const told = (number: string, ...steps: ReturnType<typeof leg>[]) => ({
    carrier: 'shunfeng',
    number,
    code: steps.at(-1)?.code ?? null,
    ended: false,
    steps,
  });

  test('a wrong signature, another team, a stranger are refused; the right one is kept before it is answered', async () => {
    const { parcelId } = await shipped('SFPUSH1');
    const body = told('SFPUSH1', leg(1, '103', '已揽收'));
    expect((await push(body, 'guessed')).statusCode).toBe(401);
    expect((await push(body, 'shared', parcelId)).statusCode).toBe(401);
    const answer = await push(body);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ ok: true });
    expect((await push(body)).statusCode).toBe(200);
    expect(await hearAll()).toBe(1);
  });

  test('told late, twice and in the wrong order it is one way; a problem ends with the next step', async () => {
    const { orderId, parcelId } = await shipped('SFPUSH2');
    const steps = [
      leg(1, '103', '已揽收'),
      leg(5, '1002', '离开杭州'),
      leg(9, '208', '滞留网点'),
      leg(20, '5', '派送中'),
    ] as const;
    await push(told('SFPUSH2', ...steps.slice(0, 3)));
    await hearAll();
    expect(await problems(parcelId)).toMatchObject([{ cause: 'stuck', closed_at: null }]);
    await push(told('SFPUSH2', steps[3], steps[0]));
    await push(told('SFPUSH2', steps[0]));
    await push(told('SFPUSH2', steps[1], steps[0]));
    await hearAll();
    const way = await parcelOf(orderId);
    expect(way?.events.map((step) => step.text).filter((text) => text !== '')).toEqual([
      '派送中',
      '滞留网点',
      '离开杭州',
      '已揽收',
    ]);
    expect(way?.status).toBe('out_for_delivery');
    const found = await problems(parcelId);
    expect(found).toHaveLength(1);
    expect(found[0]?.closed_at).not.toBeNull();
  });

  test('a code of tomorrow stays in the way with its words', async () => {
    const { orderId } = await shipped('SFPUSH3');
    await push(told('SFPUSH3', leg(1, '103', '已揽收'), leg(2, '9999', '【无人机】起飞')));
    await hearAll();
    const way = await parcelOf(orderId);
    expect(way?.events[0]).toMatchObject({ status: 'unknown', text: '【无人机】起飞' });
    expect(way?.status).toBe('collected');
  });
});

const firstAt = async (parcelId: string) =>
  (
    await w.read((tx) =>
      run<{ at: Date }>(
        tx,
        sql`select shipped_at as at from parcel_watches where parcel_id = ${parcelId}`,
      ),
    )
  )[0]?.at.toISOString();

const tasksOf = async (parcelId: string) =>
  (
    await w.read((tx) =>
      run<{ id: string }>(tx, sql`select id from tasks where parcel_id = ${parcelId}`),
    )
  ).map(({ id }) => id);

const listed = async () => {
  const page = await w.read((tx) => listProblemParcels(w.member('agent'), tx, { limit: 200 }));
  if (isRefusal(page)) throw new Error(page.code);
  return page;
};

describe('SHOP-08 which carrier a number is of', () => {
  const names = async (input: object, shops?: string[]) =>
    (await w.read((tx) => listCarriers(w.member('agent', shops), tx, input))).items;

  test("the shop's own come first; a shape of several is offered as several; another shop learns nothing", async () => {
    for (const number of ['4310000000001', '4310000000002']) await shipped(number, '韵达快递');
    await shipped('75812345678901', '中通快递');
    const own = await names({ shopId: w.shop });
    expect(own[0]).toMatchObject({ own: true, fits: false });
    expect(own.map(({ code }) => code)).toContain('zhongtong');
    const [first] = await names({ shopId: w.shop, number: '4310000000003' });
    expect(first).toMatchObject({ code: 'yunda', fits: true, own: true });
    expect((await names({ number: 'SF1234567890123' }))[0]).toMatchObject({
      ...{ code: 'shunfeng', fits: true, own: false },
    });
    const other = await w.anotherShop('三店');
    const strange = await names({ shopId: w.shop, number: '4310000000003' }, [other]);
    expect(strange.map(({ code, own: mine }) => [code, mine])).toEqual([['yunda', false]]);
  });
});
