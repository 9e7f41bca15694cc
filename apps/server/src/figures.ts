import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Db } from './kernel/db.ts';
import type { Hub } from './kernel/live/hub.ts';
import type { ProcessFigures } from './modules/system/ports.ts';

/** Figures of the running process, for the operator's page. */
export function processFigures(db: Db, hub: () => Pick<Hub, 'connections'>): ProcessFigures {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return {
    startedAt: new Date().toISOString(),
    memoryBytes: () => process.memoryUsage.rss(),
    eventLoopDelayMs() {
      const p99 = delay.percentile(99) / 1e6;
      delay.reset();
      return Number.isFinite(p99) ? Math.round(p99 * 10) / 10 : 0;
    },
    liveConnections: () => hub().connections,
    databaseConnections: () => db.pool.size,
    databaseWaiting: () => db.pool.waiting,
  };
}
