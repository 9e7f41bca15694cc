import type { TSchema } from '@guitai/contract';
import type { JobType } from '../../kernel/jobs.ts';
import { carryOut } from '../orders/index.ts';
import { carryOutWrites } from './carry-out.ts';
import { compareNightly } from './compare.ts';
import { hearHook } from './hook.ts';
import { compare, hear, tend } from './jobs.ts';
import type { Hands } from './open-line.ts';
import { tendForever } from './tend.ts';

const by = <S extends TSchema>(
  job: JobType<S>,
  performBare: NonNullable<JobType<S>['performBare']>,
): JobType => ({ ...job, performBare }) as unknown as JobType;

/** Who does what was planned. */
export const workWith = (hands: Hands): readonly JobType[] => [
  by(carryOut, (actor, db, { orderId }) => carryOutWrites(hands, db, actor, orderId)),
  by(tend, (actor, db, { connectionId }) => tendForever(hands, db, actor, connectionId)),
  by(compare, (actor, db, { connectionId }) => compareNightly(hands, db, actor, connectionId)),
  by(hear, (actor, db, told) => hearHook(hands, db, actor, told)),
];
