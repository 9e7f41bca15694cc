import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

interface SentPicture {
  /** What stands in the address of the card's picture; nobody else is given it. */
  readonly id: string;
  readonly pictureId: string;
  readonly messageId: string;
  readonly conversationId: string;
}

/** Remembers with which message the picture of an entry went to a buyer. */
export const keepCard = (tx: Tx, { id, pictureId, messageId, conversationId }: SentPicture) =>
  run(
    tx,
    sql`insert into knowledge_cards (team_id, id, picture_id, message_id, conversation_id)
        values (${tx.team}, ${id}, ${pictureId}, ${messageId}, ${conversationId})`,
  );

/** Whether this card was sent with this picture, into a conversation that is still kept. */
export const showsPicture = async (tx: Tx, cardId: string, pictureId: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from knowledge_cards where team_id = ${tx.team} and id = ${cardId} and picture_id = ${pictureId}`,
  )) !== undefined;
