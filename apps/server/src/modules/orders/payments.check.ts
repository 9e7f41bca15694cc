import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Faults between orders and gateways: a part that stands otherwise than its refund, a payment booked that never was. */
export async function findPaymentFaults(tx: Tx): Promise<string[]> {
  const rows = await run<{ fault: string }>(
    tx,
    sql`(select 'refund ' || r.key || ' is ' || r.state || ' here and ' || coalesce(g.state, 'nowhere') || ' at the gateway' as fault
          from order_refunds r left join published.payment_refunds g on g.team_id = r.team_id and g.key = r.key
          where r.team_id = ${tx.team} and r.carrier = 'gateway' and (g.key is null or r.state = 'done' and g.state <> 'confirmed'
            or r.state = 'failed' and g.state <> 'failed') limit 50)
        union all
        (select 'payment ' || p.reference || ' of order ' || p.order_id || ' was not made so at the gateway'
          from order_payments p left join published.payment_intents i on i.team_id = p.team_id and i.id = p.intent_id
          where p.team_id = ${tx.team} and p.intent_id is not null
            and (i.id is null or i.state <> 'confirmed' or i.amount_minor <> p.paid_minor or i.order_id <> p.order_id) limit 50)`,
  );
  return rows.map((row) => row.fault);
}
