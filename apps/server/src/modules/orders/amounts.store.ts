import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Totals } from './ledger.rules.ts';
import type { OrderStatus } from './words.ts';

/** The parts of the price of a locked order. */
export const readAmounts = (tx: Tx, orderId: string) =>
  first<
    Totals & {
      status: OrderStatus;
      supplementMinor: number;
      couponMinor: number;
      postageCouponMinor: number;
    }
  >(
    tx,
    sql`select status, goods_minor as "goodsMinor", discount_minor as "discountMinor", postage_minor as "postageMinor",
          postage_coupon_minor as "postageCouponMinor", adjustment_minor as "adjustmentMinor", total_minor as "totalMinor", paid_minor as "paidMinor",
          refunded_minor as "refundedMinor", supplement_minor as "supplementMinor",
          coalesce((select sum(case when e.credit = 'buyer' then e.amount_minor else -e.amount_minor end) from order_entries e
            where e.team_id = o.team_id and e.order_id = o.id and e.kind = 'coupon'), 0)::bigint as "couponMinor"
        from orders o where team_id = ${tx.team} and id = ${orderId}`,
  );

type Parts = Pick<Totals, 'goodsMinor' | 'discountMinor' | 'postageMinor' | 'totalMinor'> & {
  readonly postageCouponMinor: number;
};

/** Writes the parts of the price into the order's row; a supplement nobody has paid yet shrinks with the total. */
export const writeAmounts = (tx: Tx, orderId: string, parts: Parts) =>
  run(
    tx,
    sql`update orders set goods_minor = ${parts.goodsMinor}, discount_minor = ${parts.discountMinor},
          postage_minor = ${parts.postageMinor},
          postage_coupon_minor = ${parts.postageCouponMinor}, total_minor = ${parts.totalMinor},
          supplement_minor = least(supplement_minor, greatest(${parts.totalMinor}::bigint - paid_minor + refunded_minor, 0))
        where team_id = ${tx.team} and id = ${orderId}`,
  );

/** A line whose price or quantity changed. */
export interface LineAmounts {
  readonly no: number;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly discountMinor: number;
  /** What of the discount is a coupon's; what is left out stays. */
  readonly couponMinor?: number;
}

export const writeLineAmounts = (tx: Tx, orderId: string, lines: readonly LineAmounts[]) =>
  run(
    tx,
    sql`update order_lines l set quantity = r.quantity, unit_minor = r."unitMinor", discount_minor = r."discountMinor",
          coupon_minor = least(coalesce(r."couponMinor", l.coupon_minor), r."discountMinor")
        from json_to_recordset(${JSON.stringify(lines)}::json) as r(no int, quantity int, "unitMinor" bigint, "discountMinor" bigint,
          "couponMinor" bigint)
        where l.team_id = ${tx.team} and l.order_id = ${orderId} and l.no = r.no`,
  );
