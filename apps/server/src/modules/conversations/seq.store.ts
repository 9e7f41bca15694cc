import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Which of these messages lie within what their conversation's buyer has read; `seq` is how far. */
export const messagesReadTo = async (
  tx: Tx,
  reads: ReadonlyArray<{ readonly conversationId: string; readonly seq: number }>,
  messages: readonly string[],
): Promise<string[]> => {
  const rows = await run<{ id: string }>(
    tx,
    sql`select m.id from messages m
        join unnest(${reads.map((r) => r.conversationId)}::uuid[], ${reads.map((r) => r.seq)}::int[]) as r(conversation, seq)
          on m.conversation_id = r.conversation and m.seq <= r.seq
        where m.team_id = ${tx.team} and m.id = any(${[...messages]}::uuid[])`,
  );
  return rows.map(({ id }) => id);
};
