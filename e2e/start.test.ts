import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startProduct } from './product.ts';

test('OPS-01 a newcomer starts it: three addresses, a set-up link; Ctrl-C ends it; again within 3 s', async () => {
  const first = await startProduct();
  for (const path of ['/desk/', '/shop/', '/api/docs', '/readyz', '/widget/loader.js']) {
    const reply = await fetch(first.address + path);
    expect(`${path} ${reply.status}`).toBe(`${path} 200`);
  }
  await expect.poll(() => first.said()).toContain('/desk/set-up#');
  expect(await first.stop({ keepData: true })).toBe(0);
  expect(first.said()).toContain('Stopping');

  const took: number[] = [];
  for (let attempt = 0; attempt < 3 && !took.some((ms) => ms < 3_000); attempt += 1) {
    const began = performance.now();
    const next = await startProduct({ dataDir: first.dataDir });
    took.push(performance.now() - began);
    expect(await next.stop({ keepData: true })).toBe(0);
  }
  rmSync(first.dataDir, { recursive: true, force: true });
  expect(Math.min(...took)).toBeLessThan(3_000); // the best of three: others may work on the machine
});

test('OPS-01 its starter killed by force, it ends by itself and the next start finds all free', async () => {
  const first = await startProduct();
  first.process.kill('SIGKILL');
  await expect.poll(() => answers(first.address), { timeout: 10_000 }).toBe(false);
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
