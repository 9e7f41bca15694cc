import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Standing, Words } from './post.rules.ts';

/** What a buyer said, as it can be said again. */
export type Said = Pick<Words, 'id' | 'kind' | 'text' | 'card' | 'file' | 'clientKey'>;

/** A buyer's words of a conversation that nobody has answered yet, oldest first. */
export const unanswered = (tx: Tx, { id, replySeq }: Standing): Promise<Said[]> =>
  run(
    tx,
    sql`select m.id, m.kind, m.text, m.card, m.file, m.client_key as "clientKey" from messages m
        where m.team_id = ${tx.team} and m.conversation_id = ${id} and m.seq > ${replySeq} and m.author_kind = 'buyer'
          and m.recalled_at is null and not m.hidden and m.carried_to is null order by m.seq`,
  );

/** Notes that a message stands elsewhere now; its file goes along. */
export async function noteCarried(tx: Tx, from: string, to: string, place: string): Promise<void> {
  await run(
    tx,
    sql`update messages set carried_to = ${to} where team_id = ${tx.team} and id = ${from}`,
  );
  await run(
    tx,
    sql`update chat_files set message_id = ${to}, conversation_id = ${place}
        where team_id = ${tx.team} and message_id = ${from}`,
  );
}
