import { sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import type { JsonText } from '../../kernel/answer.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, json, run, type Tx } from '../../kernel/tx.ts';
import type { Standing } from './post.rules.ts';
import { conversationJson, readable, withMark } from './reading.store.ts';
import { standingColumns } from './standing.store.ts';

/** No limit of sight, for what was decided by the lock of an act. */
export const everything = sql`true`;

/** The conversation as this reader sees it, ready to send; null when it is out of sight. */
export const readConversation = (
  actor: TeamActor,
  tx: Tx,
  id: string,
  sight = readable(actor),
): Promise<JsonText | null> =>
  json(
    tx,
    sql`select ${conversationJson(actor)}::text from conversations c ${withMark(actor)}
        where c.team_id = ${actor.team} and c.id = ${id} and ${sight}`,
  );

/** Whether the reader may see the conversation. */
export async function isReadable(actor: TeamActor, tx: Tx, id: string): Promise<boolean> {
  const found = await first(
    tx,
    sql`select 1 as one from conversations c where c.team_id = ${actor.team} and c.id = ${id} and ${readable(actor)}`,
  );
  return found !== undefined;
}

/** The conversation as it stands, unlocked; undefined when there is none. */
export const findStanding = (tx: Tx, id: string): Promise<Standing | undefined> =>
  first(
    tx,
    sql`select ${sql.raw(standingColumns)} from conversations c where c.team_id = ${tx.team} and c.id = ${id}`,
  );

/** The one a buyer talks in, else the newest: an adopted conversation may have begun later and be over. */
const presentFirst = sql.raw(
  "c.state in ('open', 'pending', 'snoozed') desc, c.opened_at desc, c.id desc",
);

/** Locks the present conversation of a buyer on a channel; undefined when there was none yet. */
export const lockNewest = (
  tx: Tx,
  channelId: string,
  buyerId: string,
): Promise<Standing | undefined> =>
  first(
    tx,
    sql`select ${sql.raw(standingColumns)} from conversations c
        where c.team_id = ${tx.team} and c.channel_id = ${channelId} and c.buyer_id = ${buyerId}
        order by ${presentFirst} limit 1 for no key update`,
  );

/** The present conversation of a buyer on a channel, unlocked. */
export const findNewest = (
  tx: Tx,
  channelId: string,
  buyerId: string,
): Promise<Standing | undefined> =>
  first(
    tx,
    sql`select ${sql.raw(standingColumns)} from conversations c
        where c.team_id = ${tx.team} and c.channel_id = ${channelId} and c.buyer_id = ${buyerId}
        order by ${presentFirst} limit 1`,
  );

/** Whether a conversation has a live successor: the buyer talks in a newer one. */
export async function isSuperseded(tx: Tx, s: Standing): Promise<boolean> {
  const newer = await first(
    tx,
    sql`select 1 as one from conversations
        where team_id = ${tx.team} and channel_id = ${s.channelId} and buyer_id = ${s.buyerId}
          and id <> ${s.id} and state in ('open', 'pending', 'snoozed')`,
  );
  return newer !== undefined;
}

/** Begins a conversation; false when the buyer has a live one on the channel already. */
export async function insertConversation(tx: Tx, s: Standing): Promise<boolean> {
  const made = await run(
    tx,
    sql`insert into conversations (team_id, id, version, shop_id, shop_name, channel_id, channel_kind, buyer_id, buyer_name,
          state, assignee_id, last_at, blocked, previous_id, opened_at)
        values (${tx.team}, ${s.id}, ${s.version}, ${s.shopId}, ${s.shopName}, ${s.channelId}, ${s.channelKind}, ${s.buyerId},
          ${s.buyerName}, ${s.state}, ${s.assigneeId}, ${s.lastAt}, ${s.blocked}, ${s.previousId}, ${s.openedAt})
        on conflict (team_id, channel_id, buyer_id) where state in ('open', 'pending', 'snoozed') do nothing
        returning 1 as one`,
  );
  return made.length > 0;
}

/** Ids of snoozed conversations of a buyer that wait for their order. */
export async function waitingForOrder(tx: Tx, buyerId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from conversations where team_id = ${tx.team} and buyer_id = ${buyerId}
        and state = 'snoozed' and snoozed_for_order`,
  );
  return rows.map((row) => row.id);
}

/** Conversations in hand of a member. */
export async function heldBy(tx: Tx, memberId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from conversations where team_id = ${tx.team} and assignee_id = ${memberId}
        and state in ('open', 'pending', 'snoozed') order by id`,
  );
  return rows.map((row) => row.id);
}

/** Every conversation of a buyer, oldest first. */
export async function ofBuyer(tx: Tx, buyerId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from conversations where team_id = ${tx.team} and buyer_id = ${buyerId} order by opened_at, id`,
  );
  return rows.map((row) => row.id);
}

/** How many open or pending conversations each member holds. */
export async function loads(tx: Tx): Promise<Map<string, number>> {
  const rows = await run<{ member: string; n: number }>(
    tx,
    sql`select assignee_id as member, count(*)::int as n from conversations
        where team_id = ${tx.team} and state in ('open', 'pending') and assignee_id is not null group by assignee_id`,
  );
  return new Map(rows.map((row) => [row.member, row.n]));
}

export interface StoredMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly kind: string;
  readonly authorKind: string;
  readonly authorId: string | null;
  readonly at: string;
  readonly recalledAt: string | null;
  readonly fileId: string | null;
}

/** What identifies a message; undefined when there is none of that id. */
export const findMessage = (tx: Tx, id: string): Promise<StoredMessage | undefined> =>
  first(
    tx,
    sql`select m.id, m.conversation_id as "conversationId", m.seq, m.kind, m.author_kind as "authorKind",
          m.author_id as "authorId", ${sql.raw(isoColumn('m.at'))} as at, ${sql.raw(isoColumn('m.recalled_at'))} as "recalledAt",
          m.file ->> 'id' as "fileId"
        from messages m where m.team_id = ${tx.team} and m.id = ${id}`,
  );

/** The live conversation of a buyer on a channel; null when there is none. */
export async function liveOn(tx: Tx, channelId: string, buyerId: string): Promise<string | null> {
  const found = await first<{ id: string }>(
    tx,
    sql`select id from conversations where team_id = ${tx.team} and channel_id = ${channelId}
        and buyer_id = ${buyerId} and state in ('open', 'pending', 'snoozed')`,
  );
  return found?.id ?? null;
}

/** Writes a shop's new name on its conversations. */
export const renameShop = (tx: Tx, shopId: string, name: string): Promise<unknown> =>
  run(
    tx,
    sql`update conversations set shop_name = ${name}, version = version + 1
        where team_id = ${tx.team} and shop_id = ${shopId} and shop_name <> ${name}`,
  );
