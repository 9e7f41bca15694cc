import { access, orders } from '@guitai/contract';
import { expect, it } from 'vitest';
import { world } from '../../../test/world.ts';

it('API-08 every answer to a key says how many requests are left; beyond them it is told when to come back', async () => {
  const w = await world();
  const owner = await w.as('何雅琴');
  const wanted = {
    name: 'pace',
    permissions: ['orders.read' as const],
    shopIds: null,
    expiresAt: null,
  };
  const { secret } = await owner.call(access.createApiKey, wanted);
  const ask = () =>
    w.built.app.inject({
      url: `/api${orders.listOrders.path}`,
      headers: { authorization: `Bearer ${secret}` },
    });
  const first = await ask();
  expect(first.statusCode).toBe(200);
  const limit = Number(first.headers['ratelimit-limit']);
  expect(Number(first.headers['ratelimit-remaining'])).toBe(limit - 1);
  expect((await ask()).headers['ratelimit-remaining']).toBe(String(limit - 2));
  const cookies = await owner.raw({ method: 'GET', path: `/api${orders.listOrders.path}` });
  expect(cookies.headers['ratelimit-limit']).toBeUndefined();
});
