import type pg from 'pg';
import { isoColumn } from '../../kernel/events.ts';
import { prepared, type Tx } from '../../kernel/tx.ts';
import { uuids } from './post.arrays.ts';
import type { Placed, Standing } from './post.rules.ts';

/** Columns of a `Standing`, for a conversation known as `c`. */
export const standingColumns = `
  c.id, c.version, c.shop_id as "shopId", c.shop_name as "shopName", c.channel_id as "channelId",
  c.channel_kind as "channelKind", c.buyer_id as "buyerId", c.buyer_name as "buyerName", c.state,
  c.assignee_id as "assigneeId", ${isoColumn('c.waiting_since')} as "waitingSince",
  ${isoColumn('c.snoozed_until')} as "snoozedUntil", c.snoozed_for_order as "snoozedForOrder",
  c.last_seq as "lastSeq", c.last_text as "lastText", c.last_kind as "lastKind",
  c.last_author_kind as "lastAuthorKind", ${isoColumn('c.last_at')} as "lastAt",
  c.reply_seq as "replySeq", c.reply_by as "replyBy", c.inbound, c.outbound,
  c.buyer_read_seq as "buyerReadSeq", c.buyer_read_outbound as "buyerReadOutbound",
  c.staff_read_seq as "staffReadSeq", c.blocked, c.previous_id as "previousId",
  ${isoColumn('c.opened_at')} as "openedAt", ${isoColumn('c.resolved_at')} as "resolvedAt", c.page`;

/** Conversations as they stand, outside any transaction; unknown ids are missing from the map. */
export async function readStandings(
  client: pg.Client,
  team: string,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const result = await client.query<Standing>({
    name: 'post-standings',
    text: `select ${standingColumns} from conversations c where c.team_id = $1 and c.id = any($2)`,
    values: [team, uuids(ids)],
  });
  return new Map(result.rows.map((row) => [row.id, row]));
}

/** Locks a conversation for the rest of the transaction and returns it as it stands; undefined when there is none. */
export async function lockStanding(tx: Tx, id: string): Promise<Standing | undefined> {
  const [row] = await prepared<Standing>(
    tx,
    'conversation-lock',
    `select ${standingColumns} from conversations c where c.team_id = $1 and c.id = $2 for no key update`,
    [tx.team, id],
  );
  return row;
}

/** Writes a message inside a transaction that holds its conversation's lock. */
export async function insertMessage(tx: Tx, after: Standing, m: Placed): Promise<void> {
  await prepared(
    tx,
    'message-insert',
    `insert into messages (team_id, conversation_id, seq, id, kind, author_kind, author_id, author_name, text, card,
       file, line, client_key, at, waiting_since, inbound, outbound, hidden)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      tx.team,
      after.id,
      m.seq,
      m.id,
      m.kind,
      m.authorKind,
      m.authorId,
      m.authorName,
      m.text,
      m.card,
      m.file,
      m.line,
      m.clientKey,
      m.at,
      after.waitingSince,
      after.inbound,
      after.outbound,
      m.hidden,
    ],
  );
}

/** Writes a conversation as it now stands inside a transaction that holds its lock. Read marks are not touched. */
export async function saveStanding(tx: Tx, s: Standing): Promise<void> {
  await prepared(
    tx,
    'conversation-save',
    `update conversations set version = $3, buyer_id = $4, buyer_name = $5, state = $6, assignee_id = $7,
       waiting_since = $8, snoozed_until = $9, snoozed_for_order = $10, last_seq = $11, last_text = $12, last_kind = $13,
       last_author_kind = $14, last_at = $15, reply_seq = $16, reply_by = $17, inbound = $18, outbound = $19,
       blocked = $20, resolved_at = $21, shop_name = $22, page = $23
     where team_id = $1 and id = $2`,
    [
      tx.team,
      s.id,
      s.version,
      s.buyerId,
      s.buyerName,
      s.state,
      s.assigneeId,
      s.waitingSince,
      s.snoozedUntil,
      s.snoozedForOrder,
      s.lastSeq,
      s.lastText,
      s.lastKind,
      s.lastAuthorKind,
      s.lastAt,
      s.replySeq,
      s.replyBy,
      s.inbound,
      s.outbound,
      s.blocked,
      s.resolvedAt,
      s.shopName,
      s.page,
    ],
  );
}
