import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holderOf, takeLock } from './lock.ts';
import { temporaryFolder } from './testing.ts';

test('a lock is held until it is given back', async () => {
  const file = join(temporaryFolder(), 'lock');
  const release = await takeLock(file, '/data');
  expect(holderOf(file)?.pid).toBe(process.pid);
  await expect(takeLock(file, '/data')).rejects.toThrow(`process ${process.pid}`);
  release();
  expect(existsSync(file)).toBe(false);
});

test('of many that find a stale lock at once, one gets it', async () => {
  const file = join(temporaryFolder(), 'lock');
  writeFileSync(file, JSON.stringify({ pid: 4_000_000, birth: 'long gone' }));
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(file, '/data')));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a torn lock file does not hold the folder for ever', async () => {
  const file = join(temporaryFolder(), 'lock');
  writeFileSync(file, '{"pid":');
  await takeLock(file, '/data');
  expect(holderOf(file)?.pid).toBe(process.pid);
});
