import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { rowColumns } from './due.store.ts';
import type { OutreachRow } from './tables.ts';

/** Messages of ours in these conversations that nobody has seen yet. */
export const unreadIn = (
  tx: Tx,
  conversations: readonly string[],
): Promise<{ id: string; chatMessageId: string }[]> =>
  run(
    tx,
    sql`select id, chat_message_id as "chatMessageId" from outreach_messages
        where team_id = ${tx.team} and conversation_id = any(${[...conversations]}::uuid[]) and channel = 'chat'
          and state = 'sent' and read_at is null and chat_message_id is not null`,
  );

/** Marks messages as read, which is how a chat delivers. */
export const markRead = (tx: Tx, ids: readonly string[], at: Date): Promise<OutreachRow[]> =>
  run(
    tx,
    sql`update outreach_messages m set state = 'delivered', delivered_at = coalesce(m.delivered_at, ${at}), read_at = ${at},
          moved_at = ${at}
        where m.team_id = ${tx.team} and m.id = any(${[...ids]}::uuid[]) and m.state = 'sent'
        returning ${sql.raw(rowColumns)}`,
  );
