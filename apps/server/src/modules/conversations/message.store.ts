import { sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import type { JsonText } from '../../kernel/answer.ts';
import { json, run, type Tx } from '../../kernel/tx.ts';
import type { Card } from './post.rules.ts';
import {
  chatMessageJsonSql,
  isAuditor,
  messageJsonSql,
  messagesJson,
  readable,
} from './reading.store.ts';

/** A page of messages as JSON; null when the reader may not see the conversation. */
export const readMessages = (
  actor: TeamActor,
  tx: Tx,
  id: string,
  page: {
    readonly before?: number | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<JsonText | null> =>
  json(
    tx,
    sql`select ${messagesJson(actor, id, page)}::text from conversations c
        where c.team_id = ${actor.team} and c.id = ${id} and ${readable(actor)}`,
  );

/** One message as the team sees it; null when there is none. */
export const readMessage = (actor: TeamActor, tx: Tx, id: string): Promise<JsonText | null> =>
  json(
    tx,
    sql`select ${messageJsonSql(isAuditor(actor))}::text from messages m where m.team_id = ${tx.team} and m.id = ${id}`,
  );

/** One message as its buyer sees it; null when there is none. */
export const readChatMessage = (tx: Tx, id: string): Promise<JsonText | null> =>
  json(
    tx,
    sql`select ${chatMessageJsonSql}::text from messages m where m.team_id = ${tx.team} and m.id = ${id}`,
  );

/** The message as anyone may see it: without the words of a recalled one. Events carry this. */
export const readPlainMessage = (tx: Tx, id: string): Promise<JsonText | null> =>
  json(
    tx,
    sql`select ${messageJsonSql(false)}::text from messages m where m.team_id = ${tx.team} and m.id = ${id}`,
  );

/** Marks a message as recalled; its words stay in the row. */
export const recall = (tx: Tx, id: string, at: string): Promise<unknown> =>
  run(
    tx,
    sql`update messages set recalled_at = ${at} where team_id = ${tx.team} and id = ${id} and recalled_at is null`,
  );

/** Moves the card of a message on. */
export const setCard = (tx: Tx, id: string, card: Card): Promise<unknown> =>
  run(
    tx,
    sql`update messages set card = ${JSON.stringify(card)}::json where team_id = ${tx.team} and id = ${id}`,
  );
