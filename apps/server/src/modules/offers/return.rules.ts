import { allocate } from '../../kernel/money.ts';
import type { Terms } from './coupon.rules.ts';

/** What happened to the order a coupon is on, as far as it matters for the coupon. */
export interface OrderEnd {
  readonly status: string;
  readonly paidMinor: number;
  readonly refundedMinor: number;
  /** False while money is on its way back and may still not arrive. */
  readonly settled: boolean;
}

/**
 * Whether an order gives its coupon back. Called off or never paid: always, nothing was bought. All its money returned: as the
 * kind’s terms say, and never a postage coupon once the parcel has gone. Money back in part takes its share of the discount
 * with the goods; the coupon stays used.
 */
export function comesBack({ kind, backOnRefund }: Terms, order: OrderEnd): boolean {
  if (order.status === 'cancelled' || order.status === 'closed_unpaid') return true;
  const allBack = order.paidMinor > 0 && order.refundedMinor === order.paidMinor;
  const sent = ['partly_shipped', 'shipped', 'delivered', 'received', 'completed', 'returned'];
  return (
    allBack && order.settled && backOnRefund && !(kind === 'postage' && sent.includes(order.status))
  );
}

interface Used {
  readonly usedMinor: number;
  readonly postageMinor: number;
}

/** What each coupon of an order still takes off, when together they take off so much: in the proportion they did before. */
export function lessOf(
  used: readonly Used[],
  goodsMinor: number,
  postageMinor: number,
): { usedMinor: number; postageMinor: number }[] {
  const goods = allocate(
    goodsMinor,
    used.map((one) => one.usedMinor - one.postageMinor),
  );
  const postage = allocate(
    postageMinor,
    used.map((one) => one.postageMinor),
  );
  return used.map((one, n) => {
    const sent = Math.min(postage[n] ?? 0, one.postageMinor);
    return { usedMinor: Math.min((goods[n] ?? 0) + sent, one.usedMinor), postageMinor: sent };
  });
}
