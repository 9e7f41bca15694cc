import type { TSchema } from '@guitai/contract';
import type { JobType } from '../../kernel/jobs.ts';
import { carryOut } from '../orders/index.ts';
import { carryOutWrites } from './carry-out.ts';
import { compareMirror, planCompare } from './compare.ts';
import { hearHook } from './hook.ts';
import { compare, compareKey, hear, tend, tendKey } from './jobs.ts';
import type { Hands } from './open-line.ts';
import { planTend, tendRound } from './tend.ts';

const by = <S extends TSchema>(
  job: JobType<S>,
  performBare: NonNullable<JobType<S>['performBare']>,
): JobType => ({ ...job, performBare }) as unknown as JobType;

/**
 * A long look at a platform goes on beside the queue, one a connection: one that answers slowly must not keep other jobs
 * waiting. Nothing is lost when it is cut off; the next round was planned before.
 */
function rounds(hands: Hands) {
  const under = new Set<string>();
  return async (round: string, work: () => Promise<unknown>): Promise<void> => {
    if (under.has(round)) return;
    under.add(round);
    void work()
      .catch((error) => hands.log.warn({ round, error: String(error) }, 'a round was cut off'))
      .finally(() => under.delete(round));
  };
}

/** Who does what was planned. */
export function workWith(hands: Hands): readonly JobType[] {
  const aside = rounds(hands);
  return [
    by(carryOut, (actor, db, { orderId }) => carryOutWrites(hands, db, actor, orderId)),
    by(tend, async (actor, db, { connectionId }) => {
      await planTend(db, actor, connectionId);
      await aside(tendKey(connectionId), () => tendRound(hands, db, actor, connectionId));
    }),
    by(compare, async (actor, db, { connectionId }) => {
      await planCompare(db, actor, connectionId);
      await aside(compareKey(connectionId), () => compareMirror(hands, db, actor, connectionId));
    }),
    by(hear, (actor, db, told) => hearHook(hands, db, actor, told)),
  ];
}
