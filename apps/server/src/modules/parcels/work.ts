import type { TSchema } from '@guitai/contract';
import type { JobType } from '../../kernel/jobs.ts';
import { hearCallback } from './callback.ts';
import { hear, lookAgain, tend } from './jobs.ts';
import type { Hands } from './line.ts';
import { lookAtAll } from './look-again.ts';
import { tendParcel } from './tend.ts';

const by = <S extends TSchema>(job: JobType<S>, how: Partial<JobType<S>>): JobType =>
  ({ ...job, ...how }) as unknown as JobType;

/** Who does what was planned. */
export const workWith = (hands: Hands): readonly JobType[] => [
  by(tend, { performBare: (actor, db, { parcelId }) => tendParcel(hands, db, actor, parcelId) }),
  by(hear, { performBare: (actor, db, told) => hearCallback(hands, db, actor, told) }),
  by(lookAgain, { perform: (actor, tx, { shopId }) => lookAtAll(actor, tx, shopId) }),
];
