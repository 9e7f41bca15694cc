import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure, Measure } from '../lib/figure.ts';
import {
  databaseProcesses,
  endServer,
  freshFolder,
  proportionalMemory,
  startServer,
} from '../lib/product.ts';
import { median, short } from '../lib/stats.ts';

const mb = (bytes: number): number => Math.round(bytes / 1_000_000);

/** How long the first and the later starts take, and what the product weighs when nobody is there. */
export const start: Measure = {
  name: 'start',
  async run({ quick }): Promise<Figure[]> {
    const dataDir = freshFolder();
    try {
      const first = await startServer(dataDir);
      await sleep(quick ? 4_000 : 15_000);
      const app = proportionalMemory(first.process.pid ?? 0);
      const database = databaseProcesses(dataDir).reduce(
        (sum, pid) => sum + proportionalMemory(pid),
        0,
      );
      await endServer(first.process);
      const later: number[] = [];
      for (let run = 0; run < (quick ? 3 : 7); run += 1) {
        const again = await startServer(dataDir);
        later.push(again.readyMs);
        await endServer(again.process);
      }
      const idle = app + database;
      return [
        {
          what: 'first start to /readyz',
          wanted: '≤ 5 s',
          measured: `${short(first.readyMs / 1000)} s`,
          values: { ms: first.readyMs },
          met: first.readyMs <= 5_000,
        },
        {
          what: 'later starts to /readyz (median)',
          wanted: '≤ 1.5 s',
          measured: `${short(median(later) / 1000)} s`,
          values: { ms: median(later) },
          met: median(later) <= 1_500,
        },
        {
          what: 'idle memory, app + database',
          wanted: '≤ 200 MB',
          measured: `${mb(app)} + ${mb(database)} = ${mb(idle)} MB`,
          values: { app, database },
          met: idle <= 200_000_000,
        },
      ];
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
