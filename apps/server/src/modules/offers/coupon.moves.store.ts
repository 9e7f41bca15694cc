import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

export interface Use {
  readonly couponId: string;
  readonly orderId: string;
  readonly usedMinor: number;
  readonly postageMinor: number;
  readonly at: Date;
}

/** An unused coupon goes onto an order; false where it is not to be had any more. */
export const writeUsed = async (tx: Tx, use: Use): Promise<boolean> =>
  (
    await run(
      tx,
      sql`with c as (update coupons set state = 'used', order_id = ${use.orderId}, used_minor = ${use.usedMinor},
              postage_minor = ${use.postageMinor}, used_at = ${use.at}, returned_at = null
            where team_id = ${tx.team} and id = ${use.couponId} and state = 'issued' and valid_from <= ${use.at}
              and (valid_until is null or valid_until > ${use.at}) returning template_id)
          update coupon_templates t set used_count = used_count + 1, used_minor = used_minor + ${use.usedMinor} from c
          where t.team_id = ${tx.team} and t.id = c.template_id returning 1`,
    )
  ).length > 0;

/** A used coupon comes back from its order: usable again, or at its end where its time has passed. */
export const writeReturned = (tx: Tx, couponId: string, at: Date) =>
  run<{ state: string }>(
    tx,
    sql`with c as (select id, template_id, used_minor from coupons
              where team_id = ${tx.team} and id = ${couponId} and state = 'used' for update),
          t as (update coupon_templates t set used_count = used_count - 1, used_minor = t.used_minor - c.used_minor from c
            where t.team_id = ${tx.team} and t.id = c.template_id)
        update coupons x set state = 'issued', order_id = null, used_minor = 0, postage_minor = 0, used_at = null,
            returned_at = ${at} from c
          where x.team_id = ${tx.team} and x.id = c.id returning x.state`,
  );

/** What an order's coupon still takes off, after lines of the order went. Never more than it took before. */
export const writeLess = (tx: Tx, couponId: string, usedMinor: number, postageMinor: number) =>
  run(
    tx,
    sql`with c as (select id, template_id, used_minor from coupons
              where team_id = ${tx.team} and id = ${couponId} and state = 'used' for update),
          t as (update coupon_templates t set used_minor = t.used_minor - (c.used_minor - ${usedMinor}::bigint) from c
            where t.team_id = ${tx.team} and t.id = c.template_id)
        update coupons x set used_minor = ${usedMinor}, postage_minor = ${postageMinor} from c
          where x.team_id = ${tx.team} and x.id = c.id and x.used_minor >= ${usedMinor} returning 1`,
  );

/** An unused coupon ends; what it might have given is free for others, and so is its buyer's place. */
export const writeEnded = async (
  tx: Tx,
  couponId: string,
  { state, at, reason }: { state: 'expired' | 'revoked'; at: Date; reason: string },
): Promise<boolean> =>
  (
    await run(
      tx,
      sql`with c as (update coupons set state = ${state}, ended_at = ${at}, reason = ${reason}
              where team_id = ${tx.team} and id = ${couponId} and state = 'issued'
                and (${state === 'revoked'}::boolean or valid_until <= ${at}) returning template_id, buyer_id, worth_minor),
            h as (update coupon_holders h set n = n - 1 from c where ${state === 'revoked'}::boolean
              and h.team_id = ${tx.team} and h.template_id = c.template_id and h.buyer_id = c.buyer_id)
          update coupon_templates t set committed_minor = committed_minor - c.worth_minor,
            issued_count = issued_count - (${state === 'revoked'}::boolean)::int from c
          where t.team_id = ${tx.team} and t.id = c.template_id returning 1`,
    )
  ).length > 0;
