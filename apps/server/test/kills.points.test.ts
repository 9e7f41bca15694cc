import { describe, expect, it } from 'vitest';
import { openGround } from './crash/ground.ts';
import { ride } from './crash/ride.ts';
import { dataFolder, runCommand } from './program.ts';

/** The suite dies at so many points; `npm run bench -- crash` at 200. */
const points = 24;

describe('death at a statement', () => {
  it(`G3 ${points} points: nothing half-done, the same key one effect and one answer`, {
    timeout: 600_000,
  }, async () => {
    const dataDir = dataFolder();
    const ground = await openGround(dataDir);
    const start = 12 * Math.floor(Math.random() * 10);
    const found = await ride(ground, start, start + points);
    await ground.product.end('SIGTERM');
    expect(found, `from point ${start}`).toEqual([]);
    const verified = runCommand(['verify'], {
      GUITAI_DATA_DIR: dataDir,
      GUITAI_LOG_LEVEL: 'error',
    });
    expect(await verified.ended, verified.said()).toBe(0);
  });
});
