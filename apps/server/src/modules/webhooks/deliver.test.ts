import { afterEach, describe, expect, it } from 'vitest';
import {
  happen,
  hook,
  portsFor,
  type Receiver,
  receiver,
  secret,
  secretKey,
} from '../../../test/receiver.ts';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { quiet } from '../../kernel/log.ts';
import { seal } from '../access/index.ts';
import { collect } from './collect.ts';
import { claim } from './deliver.ts';
import { listDeliveryRows } from './delivery.store.ts';
import { loopOf } from './loop.ts';
import { secretPurpose } from './ports.ts';
import { secretText, signature } from './sign.rules.ts';
import { readWebhook, saveWebhook } from './webhook.store.ts';
import { workOff } from './work-off.ts';

const realNow = clock.now;
const open: Receiver[] = [];
afterEach(async () => {
  clock.now = realNow;
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const forward = (seconds: number) => {
  const at = clock.now() + seconds * 1000;
  clock.now = () => at;
};

async function ground(answer?: Parameters<typeof receiver>[0], headers?: Record<string, string>) {
  const w = await world();
  const there = await receiver(answer, headers);
  open.push(there);
  const { db } = w.built;
  const id = await hook(db, w.team, { url: there.url, creatorId: w.member('何雅琴') });
  const ports = portsFor(there);
  const row = () => db.read(system(w.team, 'test'), (tx) => readWebhook(tx, id));
  const log = () =>
    db.read(system(w.team, 'test'), (tx) =>
      listDeliveryRows(tx, id, { state: null, below: null, limit: 100 }),
    );
  return { w, db, there, id, ports, row, log, work: () => workOff(ports, db, w.team, id) };
}

const numbers = ({ got }: Receiver) => got.map(({ letter }) => letter.data.n);

describe('API-01 webhooks arrive at least once and in order', () => {
  it('sends what happened since it was set up, with its id, and only the types it asked for', async () => {
    const { w, db, there, work, log } = await ground();
    const order = newId();
    await happen(db, w.team, w.shop, order, 1);
    await happen(db, w.team, w.shop, order, 2, 'order.paid');
    await happen(db, w.team, w.shop, order, 3);
    await work();
    expect(numbers(there)).toEqual([1, 3]);
    expect(there.got[0]?.letter).toMatchObject({
      type: 'order.acted',
      subject: order,
      shopId: w.shop,
    });
    expect(there.got[0]?.headers['webhook-id']).toBe(there.got[0]?.letter.id);
    expect((await log()).map(({ state, status }) => [state, status])).toEqual([
      ['delivered', 204],
      ['delivered', 204],
    ]);
  });

  it('tries again later, later each time, for more than a day, and then gives the one up', async () => {
    const { w, db, there, work, log } = await ground(() => 500);
    await happen(db, w.team, w.shop, newId(), 1);
    const began = clock.now();
    const gaps: number[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      const due = await work();
      if (!due) break;
      gaps.push((due.getTime() - clock.now()) / 1000);
      clock.now = () => due.getTime();
    }
    const [delivery] = await log();
    expect(delivery).toMatchObject({
      state: 'given_up',
      attempts: 14,
      status: 500,
      trouble: 'http 500',
    });
    expect(there.got.map(({ letter }) => letter.id)).toEqual(Array(14).fill(delivery?.eventId));
    expect(gaps.every((gap, at) => gap >= (gaps[at - 1] ?? 0))).toBe(true);
    expect(clock.now() - began).toBeGreaterThan(24 * 3_600_000);
  });

  it('keeps a later event of the same order back until the earlier has arrived; other orders go on', async () => {
    const [first, second] = [newId(), newId()];
    let closed = true;
    const { w, db, there, work } = await ground(({ subject }) =>
      closed && subject === first ? 503 : 200,
    );
    await happen(db, w.team, w.shop, first, 1);
    await happen(db, w.team, w.shop, first, 2);
    await happen(db, w.team, w.shop, second, 3);
    await work();
    expect(numbers(there).sort()).toEqual([1, 3]);
    closed = false;
    forward(30);
    await work();
    expect(numbers(there).filter((n) => n !== 3)).toEqual([1, 1, 2]);
  });

  it('loses nothing when whoever delivers dies in the middle: another sends it again, once', async () => {
    const { w, db, id, there, work } = await ground();
    await happen(db, w.team, w.shop, newId(), 1);
    while (await collect(db, w.team, id));
    expect(await claim(db, w.team, id, 4)).toHaveLength(1);
    await work();
    expect(there.got).toHaveLength(0);
    forward(31);
    await work();
    expect(numbers(there)).toEqual([1]);
  });

  it('two that work at the same time send nothing twice and keep the order', async () => {
    const { w, db, there, work } = await ground();
    const orders = [newId(), newId(), newId()];
    for (let n = 0; n < 30; n += 1) await happen(db, w.team, w.shop, orders[n % 3] ?? '', n);
    await Promise.all([work(), work(), work()]);
    await work();
    expect(numbers(there).sort((a, b) => Number(a) - Number(b))).toEqual([...Array(30).keys()]);
    for (const order of orders) {
      const own = there.got
        .filter(({ letter }) => letter.subject === order)
        .map(({ letter }) => letter.seq);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
  });

  it('is not held up by another webhook that never answers', async () => {
    const { w, db, there, work } = await ground();
    let release: (status: number) => void = () => undefined;
    const silent = await receiver(
      () =>
        new Promise<number>((done) => {
          release = done;
        }),
    );
    open.push(silent);
    const stuck = await hook(db, w.team, { url: silent.url, creatorId: w.member('何雅琴') });
    for (let n = 0; n < 10; n += 1) await happen(db, w.team, w.shop, newId(), n);
    const waiting = workOff(portsFor(silent), db, w.team, stuck);
    await work();
    expect(there.got).toHaveLength(10);
    forward(86_400);
    await collect(db, w.team, stuck);
    release(200);
    await silent.close();
    await waiting;
  });
});

describe('API-01 the follower', () => {
  it('takes up what happens while a slow delivery is under way, and stops without beginning anything new', async () => {
    let release: (status: number) => void = () => undefined;
    const slow = newId();
    const { w, db, there, id, ports } = await ground(({ subject }) =>
      subject === slow
        ? new Promise<number>((done) => {
            release = done;
          })
        : 204,
    );
    const loop = loopOf((signals) => workOff(ports, db, w.team, id, signals), quiet);
    await happen(db, w.team, w.shop, slow, 1);
    loop.wake();
    await expect.poll(() => there.got.length).toBe(1);
    await happen(db, w.team, w.shop, newId(), 2);
    loop.wake();
    await expect.poll(() => there.got.length).toBe(2);
    const stopped = loop.stop();
    await happen(db, w.team, w.shop, newId(), 3);
    loop.wake();
    release(200);
    await stopped;
    expect(numbers(there)).toEqual([1, 2]);
  });
});

describe('API-02 a delivery is signed', () => {
  it('over id, time and body, with both secrets while one takes over from the other', async () => {
    const { w, db, id, there, work, row } = await ground();
    const newer = secretText(Buffer.alloc(32, 9).toString('base64url'));
    await happen(db, w.team, w.shop, newId(), 1);
    await work();
    const before = await row();
    if (!before) throw new Error('gone');
    await db.write(system(w.team, 'test'), (tx) =>
      saveWebhook(tx, {
        ...before,
        secret: seal(secretKey, secretPurpose, newer),
        oldSecret: before.secret,
        oldSecretUntil: new Date(clock.now() + 1000),
      }),
    );
    await happen(db, w.team, w.shop, newId(), 2);
    await work();
    forward(2);
    await happen(db, w.team, w.shop, newId(), 3);
    await work();
    const expected = [[secret], [newer, secret], [newer]];
    for (const [at, { headers, raw }] of there.got.entries()) {
      const signed = {
        id: String(headers['webhook-id']),
        timestamp: Number(headers['webhook-timestamp']),
        body: raw,
      };
      expect(headers['webhook-signature']).toBe(
        expected[at]?.map((one) => signature(one, signed)).join(' '),
      );
    }
    expect(id).toBeTruthy();
  });

  it('follows the published example of Standard Webhooks', () => {
    const signed = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1614265330,
      body: '{"test": 2432232314}',
    };
    expect(signature('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', signed)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });
});

describe('API-03 a webhook that fails is paused with a notice', () => {
  it('after many failures over more than a day; switched on again it goes on where it stopped', async () => {
    let down = true;
    const { w, db, there, work, row } = await ground(() => (down ? 502 : 200));
    for (let n = 0; n < 3; n += 1) await happen(db, w.team, w.shop, newId(), n);
    for (let tries = 0; tries < 40 && !(await row())?.pausedAt; tries += 1) {
      await work();
      forward(5400);
    }
    expect(await row()).toMatchObject({ pausedWhy: 'failing' });
    const tried = there.got.length;
    await happen(db, w.team, w.shop, newId(), 9);
    await work();
    expect(there.got).toHaveLength(tried);
    const head = await db.read(system(w.team, 'test'), async (tx) =>
      readWebhook(tx, (await row())?.id ?? ''),
    );
    expect(head?.pausedAt).not.toBeNull();
    down = false;
    const before = await row();
    if (!before) throw new Error('gone');
    const fresh = {
      pausedAt: null,
      pausedWhy: null,
      failures: 0,
      failingSince: null,
      restUntil: null,
    };
    await db.write(system(w.team, 'test'), (tx) => saveWebhook(tx, { ...before, ...fresh }));
    forward(7 * 3600);
    await work();
    expect([...new Set(numbers(there).slice(tried))].sort()).toEqual([0, 1, 2, 9]);
  });

  it('at once when the receiver says 410', async () => {
    const { w, db, work, row } = await ground(() => 410);
    await happen(db, w.team, w.shop, newId(), 1);
    await work();
    expect(await row()).toMatchObject({ pausedWhy: 'gone' });
  });

  it('when whoever set it up is no longer here', async () => {
    const { w, db, there, id, work } = await ground();
    const other = await hook(db, w.team, { url: there.url, creatorId: newId() });
    await happen(db, w.team, w.shop, newId(), 1);
    await workOff(portsFor(there), db, w.team, other);
    const row = await db.read(system(w.team, 'test'), (tx) => readWebhook(tx, other));
    expect(row).toMatchObject({ pausedWhy: 'creator' });
    await work();
    expect(there.got).toHaveLength(1);
    expect(id).not.toBe(other);
  });

  it('rests as a whole while its receiver is down, instead of asking for every event', async () => {
    const { w, db, there, work } = await ground(() => 500);
    for (let n = 0; n < 30; n += 1) await happen(db, w.team, w.shop, newId(), n);
    await work();
    expect(there.got.length).toBeLessThan(10);
  });
});

describe('API-07 a webhook hears only of what its maker may hear, and reaches only public addresses', () => {
  it('only events of its shops', async () => {
    const { w, db, there } = await ground();
    const id = await hook(db, w.team, {
      url: there.url,
      creatorId: w.member('何雅琴'),
      shopIds: [w.shop],
    });
    await happen(db, w.team, w.shop, newId(), 1);
    await happen(db, w.team, newId(), newId(), 2);
    await workOff(portsFor(there), db, w.team, id);
    expect(numbers(there)).toEqual([1]);
  });

  it('nothing of what its maker may no longer hear by the time it is sent', async () => {
    const { w, db, there, id, work, log } = await ground();
    await happen(db, w.team, w.shop, newId(), 1);
    while (await collect(db, w.team, id));
    const row = await db.read(system(w.team, 'test'), (tx) => readWebhook(tx, id));
    if (!row) throw new Error('gone');
    await db.write(system(w.team, 'test'), (tx) => saveWebhook(tx, { ...row, shopIds: [newId()] }));
    await work();
    expect(there.got).toHaveLength(0);
    expect((await log()).map(({ state }) => state)).toEqual(['dropped']);
  });

  it('follows no redirect and reaches nothing on this machine that was not allowed', async () => {
    const inner = await receiver();
    open.push(inner);
    const { w, db, there, work, log } = await ground(() => 302, { location: inner.url });
    await happen(db, w.team, w.shop, newId(), 1);
    await work();
    const inward = await hook(db, w.team, { url: inner.url, creatorId: w.member('何雅琴') });
    await happen(db, w.team, w.shop, newId(), 2);
    await workOff(portsFor(there), db, w.team, inward);
    expect(inner.got).toHaveLength(0);
    expect((await log()).at(-1)?.trouble).toBe('outbound.failed: redirect');
  });
});
