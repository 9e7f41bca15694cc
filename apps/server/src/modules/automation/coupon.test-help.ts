import type { Ruled } from '../../../test/ruled.ts';
import { system } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { createCouponTemplate } from '../offers/index.ts';

/** A kind of coupon of so much off, for everything, with what all of them may cost. */
export async function worthOfCoupon(
  w: Ruled,
  amountMinor: number,
  budgetMinor: number | null = null,
): Promise<string> {
  const made = await w.doing((tx) =>
    createCouponTemplate({ ...system(w.team, 'test') }, tx, {
      ...{ shopId: w.shop, name: '回头客', budgetMinor, maxCount: null, perBuyer: null },
      ...{ validFrom: null, validUntil: null, validDays: 7 },
      terms: {
        ...{ kind: 'amount', amountMinor, percent: null, capMinor: null, minMinor: 0 },
        ...{ scope: 'shop', productIds: [], categories: [], bundle: [], stacksWith: [] },
        backOnRefund: true,
      },
    }),
  );
  if (isRefusal(made)) throw new Error(made.code);
  return made.id;
}
