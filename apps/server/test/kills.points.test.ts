import type { Endpoint } from '@guitai/contract';
import type { Client } from '@guitai/sdk';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bornFolder } from './born.ts';
import { commands as everyday, type Prepare } from './crash/commands.ts';
import { openGround } from './crash/ground.ts';
import { ride } from './crash/ride.ts';
import { runCommand } from './program.ts';

/** The suite dies at so many points; `npm run bench -- crash` at 200. */
const points = 24;

/** A planted fault: a client that forgets its key when it asks again. */
const forgetful: Prepare = async (ground, key) => {
  const ready = await everyday.addOrderRemark?.(ground, key);
  if (!ready) throw new Error('no such command');
  const call = ((endpoint: Endpoint, input: object) =>
    ready.by.call(endpoint, input as never)) as Client['call'];
  return { ...ready, by: { ...ready.by, call } };
};

describe('death at a statement', () => {
  it(`G3 ${points} points: nothing half-done, the same key one effect and one answer`, {
    timeout: 600_000,
  }, async () => {
    const dataDir = await bornFolder();
    const ground = await openGround(dataDir);
    onTestFinished(async () => void (await ground.product.end('SIGTERM')));
    const start = 12 * Math.floor(Math.random() * 10);
    const found = await ride(ground, start, start + points);
    expect(await ride(ground, 4, 5, { forgetful })).toContainEqual(
      expect.stringMatching(/[2-9] effects/),
    );
    await ground.product.end('SIGTERM');
    expect(found, `from point ${start}`).toEqual([]);
    const verified = runCommand(['verify'], {
      GUITAI_DATA_DIR: dataDir,
      GUITAI_LOG_LEVEL: 'error',
    });
    expect(await verified.ended, verified.said()).toBe(0);
  });
});
