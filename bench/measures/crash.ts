import { rmSync } from 'node:fs';
import { openGround } from '../../apps/server/test/crash/ground.ts';
import { ride } from '../../apps/server/test/crash/ride.ts';
import type { Measure } from '../lib/figure.ts';
import { freshFolder } from '../lib/product.ts';

const step = 10;

/** The product dies at 200 statements of twelve commands, three ways; about five minutes, so only when it is asked for. */
export const crash: Measure = {
  name: 'crash',
  alone: true,
  async run({ quick, say }) {
    const points = quick ? 40 : 200;
    const dataDir = freshFolder();
    const ground = await openGround(dataDir);
    const found: string[] = [];
    try {
      for (let from = 0; from < points; from += step) {
        found.push(...(await ride(ground, from, from + step)));
        say(`  ${from + step} deaths, ${found.length} faults`);
      }
    } finally {
      await ground.product.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    }
    return [
      {
        what: `death at ${points} statements of twelve commands, each repeated with its key`,
        wanted: '0 half-done, 0 twice',
        measured: found.length === 0 ? '0, 0' : found.join('; ').slice(0, 400),
        values: { points, faults: found.length },
        met: found.length === 0,
      },
    ];
  },
};
