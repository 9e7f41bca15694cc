import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { OpenRefund } from './mirror-refunds.rules.ts';
import type { PaymentKind } from './words.ts';

/** A payment as a source tells of it. */
export interface ToldPayment {
  readonly orderId: string;
  readonly reference: string;
  readonly methodKind: PaymentKind;
  readonly sourceKind: string;
  readonly methodId: string | null;
  readonly paidMinor: number;
  readonly refundedMinor: number;
  readonly at: string | null;
}

/** Parts of refunds of some orders that have not arrived yet, the oldest first. */
export const readOpenRefunds = (tx: Tx, orderIds: readonly string[]): Promise<OpenRefund[]> =>
  run(
    tx,
    sql`select order_id as "orderId", key, cause, payment_reference as reference, amount_minor as "amountMinor"
        from order_refunds where team_id = ${tx.team} and order_id = any(${[...orderIds]}::uuid[]) and state = 'pending'
        order by at, key`,
  );

/** Makes the payments of some mirrored orders those that were told; the same reference stays the same row. */
export async function writePayments(
  tx: Tx,
  orderIds: readonly string[],
  payments: readonly ToldPayment[],
): Promise<void> {
  const rows = JSON.stringify(payments);
  await run(
    tx,
    sql`with r as materialized (select * from json_to_recordset(${rows}::json) as r("orderId" uuid, reference text, "methodKind" text,
            "sourceKind" text, "methodId" uuid, "paidMinor" bigint, "refundedMinor" bigint, at timestamptz)),
        gone as (delete from order_payments p where p.team_id = ${tx.team} and p.order_id = any(${[...orderIds]}::uuid[])
          and not exists (select from r where r."orderId" = p.order_id and r.reference = p.reference))
        insert into order_payments (team_id, order_id, reference, method_kind, source_kind, method_id, paid_minor, refunded_minor, at)
        select ${tx.team}, "orderId", reference, "methodKind", "sourceKind", "methodId", "paidMinor", "refundedMinor", at from r
        on conflict (team_id, order_id, reference) do update set method_kind = excluded.method_kind, source_kind = excluded.source_kind,
          method_id = excluded.method_id, paid_minor = excluded.paid_minor, refunded_minor = excluded.refunded_minor, at = excluded.at`,
  );
}
