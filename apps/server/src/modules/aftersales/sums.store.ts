import { sql } from 'kysely';
import { first, type Tx } from '../../kernel/tx.ts';

/** Money asked for in cases of an order that wait for a decision. */
export async function askedMinor(tx: Tx, orderId: string): Promise<number> {
  const row = await first<{ sum: number }>(
    tx,
    sql`select coalesce(sum(amount_minor), 0)::bigint as sum from aftersales_cases
        where team_id = ${tx.team} and order_id = ${orderId} and due_at is not null and kind in ('refund', 'return')`,
  );
  return row?.sum ?? 0;
}

/** Pieces of an order that came back in settled returns. */
export async function returnedPieces(tx: Tx, orderId: string): Promise<number> {
  const row = await first<{ pieces: number }>(
    tx,
    sql`select coalesce(sum(l.quantity), 0)::int as pieces from aftersales_cases k
        join aftersales_lines l on l.team_id = k.team_id and l.case_id = k.id
        where k.team_id = ${tx.team} and k.order_id = ${orderId} and k.kind = 'return' and k.state = 'settled'`,
  );
  return row?.pieces ?? 0;
}

/** Whether a case about money alone, without goods, waits for a decision on the order. */
export async function hasOpenMoneyCase(tx: Tx, orderId: string): Promise<boolean> {
  const row = await first(
    tx,
    sql`select 1 as one from aftersales_cases k where k.team_id = ${tx.team} and k.order_id = ${orderId} and k.due_at is not null
          and k.kind = 'refund' and not exists (select from aftersales_lines l where l.team_id = k.team_id and l.case_id = k.id)
        limit 1`,
  );
  return row !== undefined;
}
