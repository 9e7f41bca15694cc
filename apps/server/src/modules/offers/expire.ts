import { Id, Type } from '@guitai/contract';
import { now } from '../../kernel/clock.ts';
import { defineJob } from '../../kernel/jobs.ts';
import { writeEnded } from './coupon.moves.store.ts';
import { readCoupon } from './coupon.store.ts';
import { couponExpired } from './events.ts';
import { refreshCoupon } from './send.ts';
import { tellCoupon } from './tell.ts';

/** An unused coupon runs out when its time is over; what it might have given is free again. */
export const expireCoupon = defineJob(
  'offers.expire',
  Type.Object({ couponId: Id }),
  async (actor, tx, { couponId }) => {
    const ended = await writeEnded(tx, couponId, { state: 'expired', at: now(), reason: '' });
    const row = ended ? await readCoupon(tx, couponId) : undefined;
    if (!row) return;
    tellCoupon(actor, tx, couponExpired, row);
    await refreshCoupon(actor, tx, couponId);
  },
);
