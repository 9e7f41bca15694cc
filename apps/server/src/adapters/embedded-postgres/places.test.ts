import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copiedBinaries, installedBinaries } from './binaries.ts';
import { startPostgres } from './index.ts';
import { column, started, temporaryFolder } from './testing.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const asRoot = process.getuid?.() === 0;

test.runIf(asRoot)(
  'as root, a folder others may not enter: the cluster lies elsewhere, and it is said',
  async () => {
    const dataDir = temporaryFolder(0o700);
    const lines: string[] = [];
    const server = await startPostgres({ dataDir, log, onProgress: (line) => lines.push(line) });
    const home = readFileSync(join(dataDir, 'database-is-at'), 'utf8').trim();
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    expect(lines[0]).toContain(`its files are kept in ${home}`);
    expect(home).toMatch(/^\/var\/lib\/guitai\/[0-9a-f]{12}$/);
    await column(server.url, 'create table kept as select 1 as n');
    await expect(startPostgres({ dataDir, log })).rejects.toThrow(
      'already works in the data folder',
    );
    await server.stop();

    chmodSync(dataDir, 0o755); // reachable now: the data stays where it is
    const again = await started(dataDir);
    expect(await column(again.url, 'select n from kept')).toEqual([1]);
  },
  30_000,
);

test.runIf(asRoot)(
  'as root, a cluster that got out of reach is refused, never begun anew',
  async () => {
    const dataDir = temporaryFolder();
    await (await startPostgres({ dataDir, log })).stop();
    chmodSync(dataDir, 0o700);
    await expect(startPostgres({ dataDir, log })).rejects.toThrow('cannot reach');
  },
  30_000,
);

test('OPS an unwritable data folder gets one sentence in both languages', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const attempt = startPostgres({ dataDir: join(file, 'data'), log });
  await expect(attempt).rejects.toMatchObject({
    message: expect.stringContaining('cannot be written (ENOTDIR)'),
    zh: expect.stringContaining('不可写'),
  });
});

test('a cluster of another major version is refused', async () => {
  const dataDir = temporaryFolder();
  await (await startPostgres({ dataDir, log })).stop();
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '15\n');
  await expect(startPostgres({ dataDir, log })).rejects.toThrow('was made by PostgreSQL 15');
}, 30_000);

test('binaries out of reach are copied whole, once, and run', () => {
  const folder = temporaryFolder();
  const first = copiedBinaries(installedBinaries(), folder);
  expect(existsSync(join(first.folder, 'bin'))).toBe(true);
  expect(dirname(first.folder)).toBe(folder);
  expect(copiedBinaries(installedBinaries(), folder)).toEqual(first);
}, 30_000);
