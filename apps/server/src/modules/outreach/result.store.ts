import { sql } from 'kysely';
import { first, prepared, run, type Tx } from '../../kernel/tx.ts';
import { rowColumns } from './due.store.ts';
import type { OutreachRow } from './tables.ts';

/** The last message that went to a recipient since an instant. */
export const lastSentTo = (tx: Tx, hash: string, since: Date): Promise<OutreachRow | undefined> =>
  first(
    tx,
    sql`select ${sql.raw(rowColumns)} from outreach_messages m where m.team_id = ${tx.team}
          and m.recipient_hash = decode(${hash}, 'hex') and m.sent_at > ${since} order by m.sent_at desc limit 1`,
  );

/** Marks the newest automatic message of each conversation as answered, where one went out within the window. */
export const markReplied = (
  tx: Tx,
  words: ReadonlyArray<{ readonly conversationId: string; readonly at: string }>,
): Promise<OutreachRow[]> =>
  prepared(
    tx,
    'outreach-replied',
    `update outreach_messages m set replied_at = w.at, moved_at = w.at
     from (select w.at, (select n.id from outreach_messages n where n.team_id = $1 and n.channel = 'chat'
             and n.conversation_id = w.conversation_id and n.sent_at <= w.at
             and n.sent_at > w.at - interval '72 hours' order by n.sent_at desc limit 1) as id
           from (select conversation_id, min(at) as at from unnest($2::uuid[], $3::timestamptz[]) as u(conversation_id, at)
             group by 1) w) w
     where m.team_id = $1 and m.id = w.id and m.replied_at is null returning ${rowColumns}`,
    [tx.team, words.map((w) => w.conversationId), words.map((w) => w.at)],
  );

/** What a conversation was last written to automatically, per conversation, since an instant. */
export const lastInChats = (
  tx: Tx,
  conversations: readonly string[],
  since: Date,
): Promise<OutreachRow[]> =>
  run(
    tx,
    sql`select distinct on (m.conversation_id) ${sql.raw(rowColumns)} from outreach_messages m
        where m.team_id = ${tx.team} and m.channel = 'chat' and m.sent_at > ${since}
          and m.conversation_id = any(${[...conversations]}::uuid[]) order by m.conversation_id, m.sent_at desc`,
  );
