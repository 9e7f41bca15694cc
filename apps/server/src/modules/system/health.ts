import type { ReplyOf, system } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { slowStatements } from '../../kernel/slow.ts';
import { teamClock } from '../../kernel/teams.ts';
import type { Tx } from '../../kernel/tx.ts';
import { version } from '../../version.ts';
import { readDatabaseBytes, readQueueAge, readReactions } from './health.store.ts';
import type { ProcessFigures } from './ports.ts';

/** What the operator sees at a glance. */
export const getSystemHealth =
  (figures: ProcessFigures) =>
  async (_actor: StaffActor, tx: Tx): Promise<ReplyOf<typeof system.getSystemHealth>> => ({
    version,
    startedAt: figures.startedAt,
    memoryBytes: figures.memoryBytes(),
    eventLoopDelayMs: figures.eventLoopDelayMs(),
    liveConnections: figures.liveConnections(),
    database: {
      bytes: await readDatabaseBytes(tx),
      connections: figures.databaseConnections(),
      waiting: figures.databaseWaiting(),
    },
    log: { seq: (await teamClock(tx)).seq },
    jobs: await readQueueAge(tx),
    reactions: await readReactions(tx),
    slowStatements: [...slowStatements()],
  });
