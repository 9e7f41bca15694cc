/** What the operator of an instance looks at: is it well, what waits, what is slow. */
import { endpoint } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { Instant, Nullable, Type } from './schema.ts';

export const SystemHealth = Type.Object({
  version: Type.String(),
  startedAt: Instant,
  memoryBytes: Type.Integer({ description: 'Resident memory of this process.' }),
  eventLoopDelayMs: Type.Number({ description: '99th percentile since the last look.' }),
  liveConnections: Type.Integer(),
  database: Type.Object({
    bytes: Type.Integer({ description: 'Size of the whole database.' }),
    connections: Type.Integer(),
    waiting: Type.Integer({ description: 'Requests waiting for a connection.' }),
  }),
  log: Type.Object({
    seq: Type.Integer({ description: 'Number of the newest event of this team.' }),
  }),
  jobs: Type.Object({
    waiting: Type.Integer({ description: 'Jobs due and not yet done.' }),
    oldestSeconds: Type.Number({ description: 'How long the oldest of them has been due.' }),
    failing: Type.Integer({
      description: 'Jobs that failed at least once and will be tried again.',
    }),
  }),
  reactions: Type.Array(
    Type.Object({
      name: Type.String(),
      behind: Type.Integer({ description: 'Events of the log it has not looked at yet.' }),
      failures: Type.Integer(),
      failedAt: Nullable(Instant),
      failedWhy: Nullable(Type.String()),
    }),
  ),
  slowStatements: Type.Array(
    Type.Object({
      statement: Type.String({ description: 'Text of the statement, without values.' }),
      count: Type.Integer(),
      slowestMs: Type.Integer(),
      lastAt: Instant,
    }),
  ),
});

/** Health, waiting work and slow statements of this process and team. */
export const getSystemHealth = endpoint({
  id: 'getSystemHealth',
  method: 'GET',
  path: '/system/health',
  summary: 'Is it well, what waits, what is slow',
  reply: SystemHealth,
});

export const systemErrors = defineErrors({});
