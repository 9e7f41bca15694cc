import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { startProduct } from './product.ts';

test('OPS-01 a newcomer starts it: three addresses, a set-up link; Ctrl-C ends it; it starts again', async () => {
  const first = await startProduct();
  for (const path of ['/desk/', '/shop/', '/api/docs', '/readyz', '/widget/loader.js']) {
    const reply = await fetch(first.address + path);
    expect(`${path} ${reply.status}`).toBe(`${path} 200`);
  }
  await expect.poll(() => first.said()).toContain('/desk/set-up#');
  expect(await first.stop({ keepData: true })).toBe(0);
  expect(first.said()).toContain('Stopping');

  const next = await startProduct({ dataDir: first.dataDir });
  expect((await fetch(`${next.address}/readyz`)).status).toBe(200);
  expect(await next.stop()).toBe(0);
});

test('OPS-01 the first page and the desk right after it complain of nothing', () => {
  expect(inject('born').complaints).toEqual([]);
});

test('OPS-01 its starter killed by force, it ends by itself and the next start finds all free', async () => {
  const first = await startProduct();
  first.process.kill('SIGKILL');
  const works = async () =>
    (await answers(first.address)) || existsSync(join(first.dataDir, 'guitai.lock'));
  await expect.poll(works, { timeout: 60_000 }).toBe(false);
  const second = await startProduct({ dataDir: first.dataDir });
  expect(await answers(second.address)).toBe(true);
  expect(await second.stop()).toBe(0);
});

async function answers(address: string): Promise<boolean> {
  await sleep(50);
  return fetch(`${address}/healthz`).then(
    (reply) => reply.ok,
    () => false,
  );
}
