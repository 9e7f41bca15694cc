import { setTimeout as sleep } from 'node:timers/promises';
import { shops, webhooks } from '@guitai/contract';
import { expect, it, onTestFinished } from 'vitest';
import { bornFolder } from './born.ts';
import { mortal } from './mortal.ts';
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
  const { desk, owner, dieAfter } = await mortal({
    GUITAI_DATA_DIR: await bornFolder(),
    GUITAI_OUTBOUND_ALLOWED: there.allowed,
  });
  const newShop = { currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' as const };
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
    await dieAfter(Math.random() * 200);
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
