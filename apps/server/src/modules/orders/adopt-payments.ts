import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { adoptIntents, type GatewayKind } from '../payments/index.ts';

interface Loose {
  readonly orderId: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly refundedMinor: number;
  readonly currency: string;
}

/** Hands a shop's payments that no gateway and no balance holds to a gateway, so that refunds find their way: for the sample shop. */
export async function adoptPayments(tx: Tx, shopId: string, gateway: GatewayKind): Promise<void> {
  const loose = await run<Loose>(
    tx,
    sql`select p.order_id as "orderId", p.reference, p.paid_minor as "amountMinor", p.refunded_minor as "refundedMinor", o.currency
        from order_payments p join orders o on o.team_id = p.team_id and o.id = p.order_id
        left join payment_methods m on m.team_id = p.team_id and m.id = p.method_id
        where p.team_id = ${tx.team} and o.shop_id = ${shopId} and p.intent_id is null and m.balance_minor is null and p.paid_minor > 0`,
  );
  const rows = loose.map((one) => ({
    ...one,
    id: newId(),
    key: `${one.orderId}:${one.reference}`,
  }));
  await adoptIntents(tx, shopId, gateway, rows);
  await run(
    tx,
    sql`update order_payments p set intent_id = r.id
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "orderId" uuid, reference text)
        where p.team_id = ${tx.team} and p.order_id = r."orderId" and p.reference = r.reference`,
  );
}
