import { channels } from '@guitai/contract';
import { expect, it } from 'vitest';
import { bornFolder } from './born.ts';
import { makeFlood, plant, pour, standing, wreckage } from './care-flood.ts';
import { databaseIn, mortal } from './mortal.ts';

const count = 400;
const kills = 5;

it(`G16 CMP-03 AUT-04 ${count} reminders while the product dies ${kills} times: each once, none missing, none at night or after a no`, {
  timeout: 180_000,
}, async () => {
  const dataDir = await bornFolder();
  const { desk, owner, dieAfter } = await mortal({ GUITAI_DATA_DIR: dataDir });
  const shop = owner.shopId;
  const { channel } = await desk.call(channels.createWebChannel, { shopId: shop, name: '官网' });
  const ground = await databaseIn(dataDir, owner.teamId);
  const flood = await makeFlood(desk, { ...ground, shop, count, channel: channel.id });

  const pouring = pour(flood, 'a');
  for (let n = 0; n < kills; n += 1) await dieAfter(300 + n * 250);
  await pouring;
  const wanted = count + Math.ceil(count / 10);
  await expect
    .poll(() => standing(flood), { timeout: 120_000, interval: 500 })
    .toEqual({ runs: wanted, waiting: 0, open: 0 });
  expect(await wreckage(flood)).toEqual([]);
  await plant(flood);
  const found = await wreckage(flood);
  for (const word of ['done', 'inOutbox', 'atNight'])
    expect(
      found.some((fault) => fault.startsWith(word)),
      word,
    ).toBe(true);
});
