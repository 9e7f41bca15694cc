import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { hands, hour, parcelShop } from '../../../test/underway.ts';
import { openedBuilt } from '../../../test/world.ts';
import { sandboxSign } from '../../adapters/carriers-sandbox/index.ts';
import { run } from '../../kernel/tx.ts';
import { hearCallback } from './callback.ts';

const { w, now, shipped, parcelOf, problems } = await parcelShop();

describe('SHOP-08 a provider tells by itself', () => {
  const push = async (body: object, secret = 'shared', id = now.provider) => {
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
      await hearCallback(hands, w.db, w.actor, { providerId: now.provider, digest });
    return rows.length;
  };
  const leg = (hours: number, code: string, text: string) => ({
    at: new Date(now.began + hours * hour).toISOString(),
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
