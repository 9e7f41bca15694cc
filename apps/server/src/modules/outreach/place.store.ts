import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Where in the chat a message stands. */
export interface Place {
  readonly conversationId: string;
  readonly messageId: string;
}

/** Where in the chat automatic messages stand, by their ids; those that went another way are in none. */
export async function placesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Place>> {
  const rows = await run<Place & { id: string }>(
    tx,
    sql`select id, conversation_id as "conversationId", chat_message_id as "messageId" from outreach_messages
        where team_id = ${tx.team} and id = any(${[...ids]}::uuid[]) and chat_message_id is not null
          and conversation_id is not null`,
  );
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}
