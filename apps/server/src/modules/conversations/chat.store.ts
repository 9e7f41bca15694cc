import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { chatMessageJsonSql, forBuyer } from './reading.store.ts';

export interface ChatRow {
  readonly openedAt: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly json: string;
}

/** Messages of a buyer on a channel, newest first, over all their conversations there; below a place when given. */
export const chatRows = (
  tx: Tx,
  channelId: string,
  buyerId: string,
  below: readonly [openedAt: string, conversationId: string, seq: number] | null,
  limit: number,
): Promise<ChatRow[]> =>
  run(
    tx,
    sql`select ${sql.raw(isoColumn('c.opened_at'))} as "openedAt", c.id as "conversationId", m.seq, ${chatMessageJsonSql}::text as json
        from conversations c join messages m on m.team_id = c.team_id and m.conversation_id = c.id
        where c.team_id = ${tx.team} and c.channel_id = ${channelId} and c.buyer_id = ${buyerId} and ${forBuyer}
          and ${below === null ? sql`true` : sql`(c.opened_at, c.id, m.seq) < (${below[0]}, ${below[1]}::uuid, ${below[2]})`}
        order by c.opened_at desc, c.id desc, m.seq desc limit ${limit}`,
  );

/** Ids of a buyer's conversations on a channel, newest first: what their sockets listen to. */
export async function chatTopics(tx: Tx, channelId: string, buyerId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from conversations where team_id = ${tx.team} and channel_id = ${channelId} and buyer_id = ${buyerId}
        order by opened_at desc, id desc limit 20`,
  );
  return rows.map((row) => row.id);
}

/** Whether a conversation is this buyer's on this channel. */
export async function isOwnConversation(
  tx: Tx,
  id: string,
  channelId: string,
  buyerId: string,
): Promise<boolean> {
  const row = await first(
    tx,
    sql`select 1 as one from conversations where team_id = ${tx.team} and id = ${id} and channel_id = ${channelId}
        and buyer_id = ${buyerId}`,
  );
  return row !== undefined;
}
