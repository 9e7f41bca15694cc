import { setTimeout as sleep } from 'node:timers/promises';
import { access, channels } from '@guitai/contract';
import { expect, it, onTestFinished } from 'vitest';
import { joinPostgres } from '../src/adapters/embedded-postgres/index.ts';
import { system } from '../src/kernel/actor.ts';
import { createDb } from '../src/kernel/db.ts';
import { appRole } from '../src/kernel/migrate.ts';
import { bornFolder } from './born.ts';
import { makeFlood, plant, pour, standing, wreckage } from './care-flood.ts';
import { deskOf, retried } from './kill-desk.ts';
import { type Run, runMain } from './program.ts';

const count = 400;
const kills = 5;

it(`G16 CMP-03 AUT-04 ${count} reminders while the product dies ${kills} times: each once, none missing, none at night or after a no`, {
  timeout: 180_000,
}, async () => {
  const dataDir = await bornFolder();
  const env = { GUITAI_DATA_DIR: dataDir, GUITAI_LOG_LEVEL: 'error' };
  let program: Run = runMain(env);
  let address = await program.ready();
  const desk = deskOf(() => address);
  const token = await retried(async () => {
    const found = /set-up#(?:token=)?(\S+)/.exec(program.said())?.[1];
    if (!found) throw new Error('no set-up link yet');
    return found;
  });
  const owner = await desk.call(access.createOwner, {
    ...{ token, name: '何雅琴', email: 'he@example.com', password: '河边的旧茶馆下午开门' },
    ...{ locale: 'zh-CN', team: '青竹' },
    shop: { name: '青竹家居', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
  });
  const shop = owner.shopId;
  const { channel } = await desk.call(channels.createWebChannel, { shopId: shop, name: '官网' });
  const url = await joinPostgres(dataDir);
  if (!url) throw new Error('the database of the product was not found');
  const db = createDb({ url, max: 4, role: appRole });
  onTestFinished(() => db.pool.end());
  const actor = system(owner.teamId, 'test');
  const flood = await makeFlood(desk, { db, actor, shop, count, channel: channel.id });

  const pouring = pour(flood, 'a');
  for (let n = 0; n < kills; n += 1) {
    await sleep(300 + n * 250);
    program.child.kill('SIGKILL');
    await program.ended;
    program = runMain(env);
    address = await program.ready();
  }
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
