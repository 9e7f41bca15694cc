import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { bornFolder } from '../test/born.ts';
import { dataFolder, postmaster, runMain as run } from '../test/program.ts';
import { isAlive } from './adapters/embedded-postgres/processes.ts';

test('OPS a wrong setting: two plain lines, exit 1', async () => {
  const { said, ended } = run({ PORT: 'seventy' });
  expect(await ended).toBe(1);
  expect(said().trim().split('\n')).toEqual([
    'The setting PORT "seventy" is wrong: it must be a whole number from 0 to 65535.',
    '设置 PORT "seventy" 不正确，应为：0 到 65535 之间的整数。',
  ]);
});

test('OPS an unwritable data folder: two plain lines, exit 1', async () => {
  const file = join(dataFolder(), 'file');
  writeFileSync(file, '');
  const { said, ended } = run({ GUITAI_DATA_DIR: join(file, 'data') });
  expect(await ended).toBe(1);
  expect(said()).toContain('cannot be written');
  expect(said()).not.toContain('    at ');
});

test('OPS an unwritable log file: two plain lines, exit 1', async () => {
  const dataDir = dataFolder();
  const { said, ended } = run({ GUITAI_DATA_DIR: dataDir, GUITAI_LOG_FILE: dataDir });
  expect(await ended).toBe(1);
  expect(said()).toContain(`The log file ${dataDir} cannot be written (EISDIR)`);
});

test('OPS a database that does not answer: one sentence with its reason, without its password', async () => {
  const { said, ended } = run({
    GUITAI_DATA_DIR: dataFolder(),
    DATABASE_URL: 'postgresql://guitai:hunter2@%2Fnowhere/guitai',
  });
  expect(await ended).toBe(1);
  expect(said()).toContain('The database of DATABASE_URL cannot be used');
  expect(said()).not.toContain('hunter2');
});

test('OPS a taken port: one sentence, exit 1, and nothing stays behind', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((done) => other.once('listening', done));
  const { port } = other.address() as { port: number };
  const dataDir = await bornFolder();
  const { said, ended } = run({ GUITAI_DATA_DIR: dataDir, PORT: String(port) });
  expect(await ended).toBe(1);
  expect(said()).toContain(`Port ${port} on 127.0.0.1 is taken by another program`);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  expect(existsSync(join(dataDir, 'guitai.lock'))).toBe(false);
});

test('OPS-07 it starts, answers, refuses a second on its folder, and ends cleanly', async () => {
  const dataDir = dataFolder();
  const first = run({ GUITAI_DATA_DIR: dataDir });
  const address = await first.ready();
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(first.said()).toContain(`${address}/shop/`);
  expect(first.said()).toContain(`${address}/api/docs`);
  const database = postmaster(dataDir);

  const second = run({ GUITAI_DATA_DIR: dataDir });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`process ${first.child.pid}) already works in the data folder`);

  const began = Date.now();
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(90_000);
  expect(isAlive(database)).toBe(false);
});

test('OPS-05 killed by force, it starts again by itself on the living database', async () => {
  const dataDir = await bornFolder();
  const first = run({ GUITAI_DATA_DIR: dataDir });
  await first.ready();
  const database = postmaster(dataDir);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = run({ GUITAI_DATA_DIR: dataDir });
  expect((await fetch(`${await second.ready()}/readyz`)).status).toBe(200);
  expect(postmaster(dataDir)).toBe(database);
});

test('OPS-07 /readyz says so while the database is gone and recovers with it', async () => {
  const dataDir = await bornFolder();
  const { ready } = run({ GUITAI_DATA_DIR: dataDir });
  const address = await ready();
  process.kill(postmaster(dataDir), 'SIGKILL');
  const began = Date.now();
  await sleep(200);
  while ((await fetch(`${address}/readyz`)).status !== 200) await sleep(50);
  expect(Date.now() - began).toBeLessThan(90_000);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
