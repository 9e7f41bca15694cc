import { setTimeout as sleep } from 'node:timers/promises';
import { access, shops, webhooks } from '@guitai/contract';
import { expect, it, onTestFinished } from 'vitest';
import { bornFolder } from './born.ts';
import { deskOf } from './kill-desk.ts';
import { type Run, runMain } from './program.ts';
import { receiver } from './receiver.ts';

/** What happens while the product is killed over and over, in the middle of deliveries, must arrive, and in its order. */
const kills = 6;
const each = 8;

it(`API-01 ${kills} kill -9 in the middle of deliveries lose none, and the order of each shop stands`, {
  timeout: 300_000,
}, async () => {
  // Slow enough that a kill meets deliveries under way; every seventh answer is a failure.
  const there = await receiver(async (_letter, nth) => {
    await sleep(60);
    return nth % 7 === 0 ? 503 : 204;
  });
  onTestFinished(() => void there.close());
  const env = {
    GUITAI_DATA_DIR: await bornFolder(),
    GUITAI_LOG_LEVEL: 'error',
    GUITAI_OUTBOUND_ALLOWED: there.allowed,
  };
  let run: Run = runMain(env);
  let address = await run.ready();
  await expect.poll(() => run.said()).toMatch(/set-up#/);
  const token = /set-up#(?:token=)?(\S+)/.exec(run.said())?.[1] ?? '';
  const desk = deskOf(() => address);
  const newShop = { currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' as const };
  const owner = await desk.call(access.createOwner, {
    ...{ token, name: '何雅琴', email: 'he@example.com', password: '河边的旧茶馆下午开门' },
    ...{ locale: 'zh-CN', team: '青竹', shop: { name: '青竹家居', ...newShop } },
  });
  const second = await desk.call(shops.createShop, {
    ...{ ...newShop, name: '绿竹', kind: 'built-in' as const, colour: '#114488' },
  });
  const wanted = { name: 'ERP', url: there.url, types: ['shop.changed'], shopIds: null };
  await desk.call(webhooks.createWebhook, wanted);

  const said: string[] = [];
  for (let round = 0; round < kills; round += 1) {
    for (let n = 0; n < each; n += 1) {
      const name = `第${round}轮${n}`;
      await desk.call(shops.updateShop, { shopId: n % 2 ? owner.shopId : second.id, name });
      said.push(name);
    }
    await sleep(Math.random() * 200);
    run.child.kill('SIGKILL');
    await run.ended;
    run = runMain(env);
    address = await run.ready();
  }
  const names = () => there.got.map(({ letter }) => String(letter.data.name));
  await expect
    .poll(() => new Set(names()).size, { timeout: 120_000, interval: 200 })
    .toBe(said.length);
  expect(new Set(names())).toEqual(new Set(said));
  for (const shop of [owner.shopId, second.id]) {
    const firsts = [
      ...new Map(
        there.got
          .filter(({ letter }) => letter.subject === shop)
          .map(({ letter }) => [letter.id, letter.seq]),
      ).values(),
    ];
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  }
  console.log(`kills: ${kills}, said ${said.length}, arrived ${there.got.length}`);
});
