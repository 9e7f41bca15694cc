import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** The message that shows an act; undefined before there is one. */
export const cardOfAct = (tx: Tx, actId: string) =>
  first<{ messageId: string }>(
    tx,
    sql`select message_id as "messageId" from act_cards where team_id = ${tx.team} and act_id = ${actId}`,
  );

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

/** The newest messages that show an order: older ones are history. */
export async function orderCardsOf(tx: Tx, orderId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select message_id as id from order_card_messages where team_id = ${tx.team} and order_id = ${orderId}
        order by message_id desc limit 3`,
  );
  return rows.map((row) => row.id);
}
