import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bornFolder } from '../../../test/born.ts';
import { dataFolder, runCommand, runMain } from '../../../test/program.ts';
import { readManifest } from './manifest.ts';

const person = { email: 'lin@example.com', password: 'a counter by the river' };

const post = (address: string, path: string, body: object): Promise<Response> =>
  fetch(`${address}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(body),
  });

async function madeInstance(dataDir: string) {
  const running = runMain({ GUITAI_DATA_DIR: dataDir });
  const address = await running.ready();
  await expect.poll(running.said).toMatch(/set-up#\S+\n/);
  const token = /set-up#(\S+)/.exec(running.said())?.[1];
  const shop = { name: '河边小店', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' };
  const owner = { ...person, token, name: '林一', locale: 'zh-CN', team: '河边', shop };
  expect((await post(address, '/setup/owner', owner)).status).toBe(200);
  return running;
}

test('OPS-06 what was saved beside the running product is whole after the restore', async () => {
  const dataDir = await bornFolder();
  const folder = join(dataFolder(), 'saved');
  const running = await madeInstance(dataDir);
  const saving = runCommand(['backup', folder], { GUITAI_DATA_DIR: dataDir });
  expect(await saving.ended, saving.said()).toBe(0);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(statSync(folder).mode & 0o077).toBe(0);

  const restored = dataFolder();
  const restoring = runCommand(['restore', folder], { GUITAI_DATA_DIR: restored });
  expect(await restoring.ended, restoring.said()).toBe(0);
  expect(readFileSync(join(restored, 'secret.key'))).toEqual(
    readFileSync(join(dataDir, 'secret.key')),
  );

  const again = join(dataFolder(), 'again');
  const comparing = runCommand(['backup', again], { GUITAI_DATA_DIR: restored });
  expect(await comparing.ended, comparing.said()).toBe(0);
  const hashes = (of: string) =>
    readManifest(of)
      .tables.filter(({ name }) => name !== 'public.team_clocks') // their epoch is a new one
      .map(({ name, rows, hash }) => [name, rows, hash]);
  expect(hashes(again)).toEqual(hashes(folder));

  const verifying = runCommand(['verify'], { GUITAI_DATA_DIR: restored });
  expect(await verifying.ended, verifying.said()).toBe(0);
  const next = runMain({ GUITAI_DATA_DIR: restored });
  const address = await next.ready();
  expect((await post(address, '/sign-ins', person)).status).toBe(200);
}, 120_000);

test('OPS-06 a full data folder, a damaged or a cut backup are refused in one sentence', async () => {
  const dataDir = await bornFolder();
  const folder = join(dataFolder(), 'saved');
  const saving = runCommand(['backup', folder], { GUITAI_DATA_DIR: dataDir });
  expect(await saving.ended, saving.said()).toBe(0);

  const onto = runCommand(['restore', folder], { GUITAI_DATA_DIR: dataDir });
  expect(await onto.ended).toBe(1);
  expect(onto.said()).toContain('is not empty');

  const [table = ''] = readdirSync(join(folder, 'tables'));
  writeFileSync(join(folder, 'tables', table), 'cut');
  const damaged = runCommand(['restore', folder], { GUITAI_DATA_DIR: dataFolder() });
  expect(await damaged.ended).toBe(1);
  expect(damaged.said()).toContain('is damaged; nothing was restored');

  const nothing = runCommand(['restore', dataFolder()], { GUITAI_DATA_DIR: dataFolder() });
  expect(await nothing.ended).toBe(1);
  expect(nothing.said()).toContain('holds no complete backup');
}, 120_000);
