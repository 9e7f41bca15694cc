import type { Actor } from '../../kernel/actor.ts';
import { atClose, type Tx } from '../../kernel/tx.ts';
import { type LineAmounts, readAmounts, writeAmounts, writeLineAmounts } from './amounts.store.ts';
import { type EntryKind, entryOf } from './ledger.rules.ts';
import { appendEntries } from './ledger.store.ts';
import type { MoneyOrder } from './money.ts';

/** The parts of the price as they shall be; what is left out stays. */
export interface NewAmounts {
  readonly goodsMinor?: number;
  /** Everything off the price, coupons included. */
  readonly discountMinor?: number;
  /** What of the discount is a coupon's. */
  readonly couponMinor?: number;
  /** By how much the coupon's part becomes less, with lines that go. */
  readonly couponLessMinor?: number;
  /** What of the coupon's part is for the postage; never more than that. */
  readonly postageCouponMinor?: number;
  readonly postageMinor?: number;
  /** Lines whose quantity or price changes with it. */
  readonly lines?: readonly LineAmounts[];
}

export interface AmountsSet {
  readonly totalMinor: number;
  /** What the buyer has paid above the new total: to be refunded in the same act. */
  readonly overpaidMinor: number;
  /** What a paid order lacks: to be charged in the same act (`bookCharge`). Unpaid orders simply cost more. */
  readonly missingMinor: number;
}

/** No act may leave an order on which the buyer has paid more than it costs; it is our fault, not the caller's. */
function watch(tx: Tx, orderId: string): void {
  atClose(tx, `amounts ${orderId}`, async (closing) => {
    const row = await readAmounts(closing, orderId);
    if (row && row.paidMinor - row.refundedMinor > row.totalMinor)
      throw new Error(`order ${orderId}: more is kept than it costs`);
  });
}

/**
 * Sets the parts of the price of a locked order: the row's sums and the ledger, which gets the differences. Throws RangeError
 * where the total would be below zero. Refund or charge the difference of a paid order in the same transaction.
 */
export async function setAmounts(
  actor: Actor,
  tx: Tx,
  order: Pick<MoneyOrder, 'id' | 'currency'>,
  wanted: NewAmounts,
): Promise<AmountsSet> {
  const before = await readAmounts(tx, order.id);
  if (!before) throw new Error('an order vanished');
  const { goodsMinor, postageMinor } = { ...before, ...wanted };
  const wish = wanted.postageCouponMinor ?? before.postageCouponMinor;
  const postageCouponMinor = Math.min(wish, postageMinor);
  const discountMinor =
    (wanted.discountMinor ?? before.discountMinor) - (wish - postageCouponMinor);
  const couponStands = wanted.couponMinor ?? before.couponMinor - (wanted.couponLessMinor ?? 0);
  const couponMinor = Math.min(couponStands - (wish - postageCouponMinor), discountMinor);
  const totalMinor = goodsMinor - discountMinor + postageMinor + before.adjustmentMinor;
  if (totalMinor < 0) throw new RangeError('an order cannot cost less than nothing');
  await writeAmounts(tx, order.id, {
    goodsMinor,
    discountMinor,
    postageMinor,
    postageCouponMinor,
    totalMinor,
  });
  if (wanted.lines?.length) await writeLineAmounts(tx, order.id, wanted.lines);
  const moves: readonly (readonly [EntryKind, number])[] = [
    ['goods', goodsMinor - before.goodsMinor],
    ['discount', discountMinor - couponMinor - (before.discountMinor - before.couponMinor)],
    ['coupon', couponMinor - before.couponMinor],
    ['postage', postageMinor - before.postageMinor],
  ];
  const entries = moves.flatMap(
    ([kind, amountMinor]) => entryOf({ kind, reference: '', amountMinor }) ?? [],
  );
  await appendEntries(
    actor,
    tx,
    entries.map((entry) => ({
      ...entry,
      orderId: order.id,
      currency: order.currency,
      means: null,
    })),
  );
  watch(tx, order.id);
  const kept = before.paidMinor - before.refundedMinor;
  const change = totalMinor - before.totalMinor;
  return {
    totalMinor,
    overpaidMinor: Math.max(kept - totalMinor, 0),
    missingMinor: before.status === 'placed' ? 0 : Math.max(Math.min(change, totalMinor - kept), 0),
  };
}
