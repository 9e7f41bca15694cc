import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Db } from './db.ts';
import type { Hub } from './live/hub.ts';

/** Prometheus figures of this process. */
export interface Metrics {
  text(): Promise<string>;
  readonly contentType: string;
  observeRequest(route: string, method: string, status: number, seconds: number): void;
}

export function createMetrics(db: Db, hub: () => Hub | null): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'guitai_http_request_seconds',
    help: 'HTTP requests by route, in seconds.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const events = new Counter({
    name: 'guitai_events_total',
    help: 'Events committed by this process.',
    registers: [registry],
  });
  db.onHappened((happened) => events.inc(happened.length));
  new Gauge({
    name: 'guitai_live_connections',
    help: 'Open live sockets.',
    registers: [registry],
    collect() {
      this.set(hub()?.connections ?? 0);
    },
  });
  new Gauge({
    name: 'guitai_database_connections',
    help: 'Database connections of the pool.',
    registers: [registry],
    collect() {
      this.set(db.pool.size);
    },
  });
  new Gauge({
    name: 'guitai_database_waiting',
    help: 'Requests waiting for a database connection.',
    registers: [registry],
    collect() {
      this.set(db.pool.waiting);
    },
  });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observeRequest: (route, method, status, seconds) =>
      requests.observe({ route, method, status: String(status) }, seconds),
  };
}
