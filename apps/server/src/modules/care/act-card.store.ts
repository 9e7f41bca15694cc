import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** What stands in the chat about an order. */
export interface Standing {
  /** The message that shows the act; null before there is one. */
  readonly act: string | null;
  /** The newest messages that show the order: older ones are history. */
  readonly orders: readonly string[];
  /** Whether a question is open or a reminder still says that payment is due. */
  readonly open: boolean;
}

/** What stands in the chat about an order and one of its acts, in one look. */
export async function standingOf(tx: Tx, orderId: string, actId: string): Promise<Standing> {
  const row = await first<Standing>(
    tx,
    sql`select (select message_id from act_cards where team_id = ${tx.team} and act_id = ${actId}) as act,
          array(select message_id from order_card_messages where team_id = ${tx.team} and order_id = ${orderId}
            order by message_id desc limit 3) as orders,
          exists (select from order_checks where team_id = ${tx.team} and order_id = ${orderId} and state = 'asked')
            or exists (select from payment_reminders where team_id = ${tx.team} and order_id = ${orderId} and state = 'due') as open`,
  );
  if (!row) throw new Error('a statement without a row');
  return row;
}

export const keepActCard = (
  tx: Tx,
  card: { actId: string; orderId: string; conversationId: string; messageId: string },
) =>
  run(
    tx,
    sql`insert into act_cards (team_id, act_id, order_id, conversation_id, message_id)
        values (${tx.team}, ${card.actId}, ${card.orderId}, ${card.conversationId}, ${card.messageId})
        on conflict do nothing`,
  );

/** Remembers that a message shows an order, so that it can be kept true. */
export const keepOrderCard = (
  tx: Tx,
  card: { orderId: string; conversationId: string; messageId: string },
) =>
  run(
    tx,
    sql`insert into order_card_messages (team_id, message_id, order_id, conversation_id)
        values (${tx.team}, ${card.messageId}, ${card.orderId}, ${card.conversationId}) on conflict do nothing`,
  );
