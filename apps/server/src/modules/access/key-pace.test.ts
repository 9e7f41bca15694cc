import { access, orders } from '@guitai/contract';
import { expect, it, onTestFinished } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { world, worldConfig } from '../../../test/world.ts';
import { build } from '../../build.ts';
import { quiet } from '../../kernel/log.ts';

it('API-08 every answer to a key says how many requests are left; beyond them it is told when to come back', async () => {
  const w = await world();
  const { url } = await testDatabase();
  const config = { ...worldConfig(), keyRequestsPerMinute: 10 };
  const strict = await build(config, { databaseUrl: url, log: quiet });
  onTestFinished(() => strict.stop());
  const owner = await w.as('何雅琴');
  const wanted = { permissions: ['orders.read' as const], shopIds: null, expiresAt: null };
  const keyOf = async (name: string) =>
    (await owner.call(access.createApiKey, { ...wanted, name })).secret;
  const ask = (secret: string) =>
    strict.app.inject({
      url: `/api${orders.listOrders.path}`,
      headers: { authorization: `Bearer ${secret}` },
    });
  const [first, second] = [await keyOf('first'), await keyOf('second')];
  for (let left = 9; left >= 0; left -= 1) {
    const { statusCode, headers } = await ask(first);
    expect([statusCode, headers['ratelimit-limit'], headers['ratelimit-remaining']]).toEqual([
      200,
      '10',
      String(left),
    ]);
  }
  const over = await ask(first);
  expect(over.json()).toMatchObject({ status: 429, code: 'rate.limited' });
  expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask(second)).statusCode).toBe(200);
  const cookies = await owner.raw({ method: 'GET', path: `/api${orders.listOrders.path}` });
  expect(cookies.headers['ratelimit-limit']).toBeUndefined();
});
