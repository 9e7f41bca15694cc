import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { run, type Tx } from '../../kernel/tx.ts';

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
