import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Faults at gateways: a payment whose refunds do not add up to what its row says. */
export async function findPaymentFaults(tx: Tx): Promise<string[]> {
  const rows = await run<{ key: string; gateway: string }>(
    tx,
    sql`select i.key, i.gateway from payment_intents i
        left join (select intent_id, sum(amount_minor) as amount from payment_refunds
          where team_id = ${tx.team} and state <> 'failed' group by intent_id) r on r.intent_id = i.id
        where i.team_id = ${tx.team} and i.refunded_minor <> coalesce(r.amount, 0) limit 100`,
  );
  return rows.map(
    ({ key, gateway }) => `the refunds of payment ${key} at ${gateway} do not add up`,
  );
}
