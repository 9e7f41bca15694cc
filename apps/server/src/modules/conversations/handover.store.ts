import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** Notes who was handed a conversation and when; the newest replaces the one before. */
export const noteHandover = (tx: Tx, conversationId: string, toId: string, at: Date) =>
  run(
    tx,
    sql`insert into handovers (team_id, conversation_id, to_id, at) values (${tx.team}, ${conversationId}, ${toId}, ${at})
        on conflict (team_id, conversation_id) do update set to_id = excluded.to_id, at = excluded.at`,
  );

/** Takes the note away; true when this member was handed the conversation after the given time. */
export async function endHandover(
  tx: Tx,
  conversationId: string,
  toId: string,
  after: Date,
): Promise<boolean> {
  const row = await first(
    tx,
    sql`delete from handovers where team_id = ${tx.team} and conversation_id = ${conversationId}
          and to_id = ${toId} and at > ${after} returning 1 as one`,
  );
  return row !== undefined;
}
