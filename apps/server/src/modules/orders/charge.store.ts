import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

interface Charge {
  readonly orderId: string;
  readonly actId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly methodId: string | null;
}

/** Keeps a supplement the buyer has to pay; the order shows it as due. */
export const insertCharge = (tx: Tx, { orderId, actId, amountMinor, currency, methodId }: Charge) =>
  run(
    tx,
    sql`with c as (insert into order_charges (team_id, act_id, order_id, amount_minor, currency, method_id, state, at)
          values (${tx.team}, ${actId}, ${orderId}, ${amountMinor}, ${currency}, ${methodId}, 'pending', ${now()}) returning 1)
        update orders set supplement_minor = supplement_minor + ${amountMinor}::bigint
        where team_id = ${tx.team} and id = ${orderId} and exists (select from c)`,
  );

/** Supplements that are paid for: the oldest as far as the money covers them, all once nothing is due. Returns their acts. */
export const settleCharges = (tx: Tx, orderId: string, reference: string, amountMinor: number) =>
  run<{ actId: string }>(
    tx,
    sql`with c as (select act_id, sum(amount_minor) over (order by at, act_id) as upto from order_charges
          where team_id = ${tx.team} and order_id = ${orderId} and state = 'pending')
        update order_charges x set state = 'done', reference = ${reference}, settled_at = ${now()} from c
        where x.team_id = ${tx.team} and x.act_id = c.act_id and (c.upto <= ${amountMinor}::bigint
            or (select supplement_minor from orders o where o.team_id = ${tx.team} and o.id = ${orderId}) = 0) returning x.act_id as "actId"`,
  );

/** Takes back supplements of an act nobody has paid yet; the order no longer shows them as due. */
export const dropCharge = (tx: Tx, orderId: string, actId: string) =>
  run(
    tx,
    sql`with c as (update order_charges set state = 'failed', settled_at = ${now()}
          where team_id = ${tx.team} and act_id = ${actId} and state = 'pending' returning amount_minor)
        update orders set supplement_minor = greatest(supplement_minor - c.amount_minor, 0) from c
        where team_id = ${tx.team} and id = ${orderId}`,
  );

/** What the buyer paid for an act's charge, and what is left of the payments it can be given back from. */
export interface PaidCharge {
  readonly amountMinor: number;
  readonly payments: readonly { readonly reference: string; readonly leftMinor: number }[];
}

/**
 * The charge of an act as far as it was paid: by a balance at once, or later as a supplement. What the act could not give back
 * itself is no payment of it.
 */
export const readPaidCharge = (tx: Tx, orderId: string, actId: string) =>
  first<PaidCharge>(
    tx,
    sql`with p as (select reference, paid_minor, paid_minor - refunded_minor as "leftMinor", reference = ${`charge:${actId}`} as own
          from order_payments p where team_id = ${tx.team} and order_id = ${orderId}
            and not exists (select from order_refunds r where r.team_id = p.team_id and r.act_id = ${actId} and r.state = 'failed'
              and r.payment_reference = p.reference))
        select coalesce((select paid_minor from p where own), (select amount_minor from order_charges
            where team_id = ${tx.team} and act_id = ${actId} and state = 'done'), 0)::bigint as "amountMinor",
          coalesce((select json_agg(json_build_object('reference', reference, 'leftMinor', "leftMinor")) from p
            where own or not exists (select from p where own)), '[]') as payments`,
  );
