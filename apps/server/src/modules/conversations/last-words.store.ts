import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** What the buyer wrote last in a conversation, newest first, since a colleague last answered or before. */
export async function lastWordsOf(tx: Tx, conversationId: string, most: number): Promise<string[]> {
  const rows = await run<{ text: string }>(
    tx,
    sql`select text from messages where team_id = ${tx.team} and conversation_id = ${conversationId}
          and seq > (select coalesce(max(seq), 0) - 40 from messages
            where team_id = ${tx.team} and conversation_id = ${conversationId})
          and author_kind = 'buyer' and kind = 'text' and recalled_at is null
        order by seq desc limit ${most}`,
  );
  return rows.map((row) => row.text);
}
