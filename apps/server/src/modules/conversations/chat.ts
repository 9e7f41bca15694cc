import type { channels, InputOf } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { JsonText } from '../../kernel/answer.ts';
import { pageOf, readCursor, writeCursor } from '../../kernel/cursor.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { teamClock } from '../../kernel/teams.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import { isKnown, renewedSecret } from '../channels/index.ts';
import { type ChatRow, chatRows, chatTopics, isOwnConversation } from './chat.store.ts';
import { findNewest, findStanding } from './conversation.store.ts';
import { chatJson } from './post.json.ts';
import { markReadByBuyer } from './read-mark.ts';

const list = 'chat';
const newest = 50;

const placeOf = (row: ChatRow) => [row.openedAt, row.conversationId, row.seq] as const;

/** Whose chat is read: a visitor's, or of somebody the shop vouches for who has not written on this device yet. */
type Reader = BuyerActor & { readonly buyer: string };

const mayRead = (actor: BuyerActor): actor is Reader =>
  isKnown(actor) || (actor.verified && actor.buyer !== null);

const jsonOf = (items: readonly ChatRow[]): string => items.map((row) => row.json).join(',');

/** The buyer's chat as it stands; read from one place in the log, so that nothing is missed between it and the socket. */
async function standOf(actor: Reader, tx: Tx): Promise<string> {
  const { epoch, seq } = await teamClock(tx);
  const standing = await findNewest(tx, actor.channel, actor.buyer);
  const rows = await chatRows(tx, actor.channel, actor.buyer, null, newest + 1);
  const page = pageOf(list, rows, newest, placeOf);
  const buyer = await buyerFacts(tx, actor.buyer);
  const person = JSON.stringify({ name: buyer?.name ?? '', verified: actor.verified });
  // Nobody who only looks is heard of in the log: their socket begins with their first word.
  const cursor = isKnown(actor) ? JSON.stringify({ epoch, seq }) : 'null';
  return `"conversation":${standing ? chatJson(standing) : 'null'},"messages":[${jsonOf([...page.items].reverse())}],"older":${JSON.stringify(page.next)},"buyer":${person},"cursor":${cursor}`;
}

/**
 * CON-01: who has not written yet gets an empty chat and leaves no row; CON-02: who the shop vouches for sees theirs on
 * every device, before they write there too.
 */
export async function getChat(actor: BuyerActor, { db }: Bare): Promise<JsonText> {
  if (!mayRead(actor)) {
    return new JsonText(
      '{"conversation":null,"messages":[],"older":null,"buyer":null,"cursor":null}',
    );
  }
  const stand = await db.read(actor, (tx) => standOf(actor, tx));
  const fresh = isKnown(actor) ? await renewedSecret(db, actor) : null;
  return new JsonText(`{${stand}${fresh === null ? '' : `,"visitorSecret":"${fresh}"`}}`);
}

/** Older messages, newest first, over all conversations of this buyer here. */
export async function listChatMessages(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof channels.listChatMessages>,
) {
  if (!mayRead(actor)) return refuse('visitor.unknown');
  const place = readCursor<[string, string, number]>(
    list,
    ['instant', 'id', 'integer'],
    input.cursor,
  );
  if (isRefusal(place)) return place;
  const limit = input.limit ?? newest;
  const rows = await chatRows(tx, actor.channel, actor.buyer, place, limit + 1);
  const { items } = pageOf(list, rows, limit, placeOf);
  const last = items.at(-1);
  const next = rows.length > limit && last ? writeCursor(list, placeOf(last)) : null;
  return new JsonText(`{"items":[${jsonOf(items)}],"next":${JSON.stringify(next)}}`);
}

/** The buyer has seen the chat up to a message. */
export async function markChatRead(
  actor: BuyerActor,
  tx: Tx,
  { conversationId, seq }: InputOf<typeof channels.markChatRead>,
) {
  if (!isKnown(actor)) return refuse('visitor.unknown');
  const own = await isOwnConversation(tx, conversationId, actor.channel, actor.buyer);
  const standing = own ? await findStanding(tx, conversationId) : undefined;
  if (!standing) return refuse('chat.not_found');
  return new JsonText(chatJson(await markReadByBuyer(actor, tx, standing, seq)));
}

/** Conversations a visitor's socket listens to. */
export const topicsOfVisitor = (db: Db, actor: BuyerActor): Promise<string[]> =>
  isKnown(actor)
    ? db.read(actor, (tx) => chatTopics(tx, actor.channel, actor.buyer))
    : Promise.resolve([]);
