import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDatabase, dropDatabase, startPostgres } from './index.ts';
import { isAlive } from './processes.ts';
import { column, started, startedElsewhere, temporaryFolder } from './testing.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('starts on an empty folder, keeps the data, listens on no TCP port', async () => {
  const dataDir = temporaryFolder();
  const lines: string[] = [];
  const first = await startPostgres({ dataDir, log, onProgress: (line) => lines.push(line) });
  await column(first.url, 'create table kept as select 7 as n');
  expect(await column(first.url, "select setting from pg_settings where name = 'fsync'")).toEqual([
    'on',
  ]);
  expect(await column(first.url, "select current_setting('listen_addresses')")).toEqual(['']);
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  expect(lines).toEqual(['Creating the database (once)']);

  const second = await started(dataDir);
  expect(second.url).toBe(first.url);
  expect(await column(second.url, 'select n from kept')).toEqual([7]);
}, 30_000);

test('makes trigrams of Chinese words', async () => {
  const server = await started(temporaryFolder());
  await column(server.url, 'create extension pg_trgm');
  const [grams] = await column(server.url, "select show_trgm('退款')");
  expect(grams).toHaveLength(3);
}, 30_000);

test('creates a database once, from a template, and drops it', async () => {
  const server = await started(temporaryFolder());
  const mould = await createDatabase(server.url, 'mould');
  await column(mould, 'create table shape as select 1 as n');
  const cast = await createDatabase(server.url, 'a "cast"', { template: 'mould' });
  expect(await column(cast, 'select n from shape')).toEqual([1]);
  expect(await createDatabase(server.url, 'a "cast"')).toBe(cast);
  await dropDatabase(server.url, 'a "cast"');
  await expect(column(cast, 'select 1')).rejects.toThrow('does not exist');
}, 30_000);

test('OPS a second process on the same folder is told so in one sentence', async () => {
  const dataDir = temporaryFolder();
  await started(dataDir);
  await expect(startPostgres({ dataDir, log })).rejects.toThrow(
    new RegExp(`Another Guitai \\(process ${process.pid}\\) already works in the data folder`),
  );
}, 30_000);

test('OPS after kill -9 of Node the living server is adopted', async () => {
  const dataDir = temporaryFolder();
  const parent = await startedElsewhere(dataDir);
  const left = Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
  process.kill(parent, 'SIGKILL');
  const server = await started(dataDir);
  expect(server).toMatchObject({ adopted: true, pid: left });
  expect(await column(server.url, 'select 1')).toEqual([1]);
}, 30_000);

test('a server left with another configuration is restarted, not adopted', async () => {
  const dataDir = temporaryFolder();
  process.kill(await startedElsewhere(dataDir), 'SIGKILL');
  const server = await started(dataDir, { sharedBuffersMb: 32 });
  expect(server.adopted).toBe(false);
  expect(await column(server.url, 'show shared_buffers')).toEqual(['32MB']);
}, 30_000);

test('OPS pid file and lock of an earlier crash do not hinder the start', async () => {
  const dataDir = temporaryFolder();
  await (await startPostgres({ dataDir, log })).stop();
  // The ids live on as other programs: this one, and the first process of the machine.
  writeFileSync(join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n/gone\n1\n5432\n\n\n\n`);
  writeFileSync(join(dataDir, 'guitai.lock'), JSON.stringify({ pid: 1, birth: 'another life' }));
  const server = await started(dataDir);
  expect(server.adopted).toBe(false);
  expect(await column(server.url, 'select 1')).toEqual([1]);
}, 30_000);
