import { sql } from 'kysely';
import { first, type Tx } from '../../kernel/tx.ts';

/** An order that came into the buyer's hands, since when as far as it is known; undefined while it has not. */
export const receiptOf = (tx: Tx, orderId: string) =>
  first<{ readonly receivedAt: Date | null }>(
    tx,
    sql`select received_at as "receivedAt" from published.order_receipts where team_id = ${tx.team} and id = ${orderId}`,
  );

/** Whether a review stands for the order; the newest of them. */
export const reviewOf = (tx: Tx, orderId: string) =>
  first<{ readonly id: string }>(
    tx,
    sql`select id from reviews where team_id = ${tx.team} and order_id = ${orderId} and hidden_at is null
        order by posted_at desc limit 1`,
  );
