import type { channels, conversations, Static } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import type { BuyerActor, TeamActor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { isKnown } from '../channels/index.ts';
import { sayAsBuyer } from './chat.say.ts';
import { isOwnConversation } from './chat.store.ts';
import { findMessage, findStanding } from './conversation.store.ts';
import { readChatMessage } from './message.store.ts';
import { sayAside } from './post.aside.ts';
import { messageId } from './post.id.ts';
import type { Posted, PostResult } from './post.news.ts';
import type { Standing } from './post.rules.ts';
import {
  conversationParts,
  draftsJson,
  messagesJson,
  readable,
  withMark,
} from './reading.store.ts';

type Message = Static<typeof conversations.Message>;
type ChatMessage = Static<typeof channels.ChatMessage>;

/** What other modules may know of a conversation to decide; nothing of it is meant for a screen. */
export type ConversationFacts = Pick<
  Standing,
  | 'id'
  | 'shopId'
  | 'shopName'
  | 'channelId'
  | 'buyerId'
  | 'buyerName'
  | 'state'
  | 'assigneeId'
  | 'blocked'
>;

/** A conversation's facts, unlocked; null when there is none in the team. */
export const conversationFacts = async (tx: Tx, id: string): Promise<ConversationFacts | null> =>
  (await findStanding(tx, id)) ?? null;

/** A message of the team's shape as its buyer sees it. */
export function chatMessageOf({ hidden: _hidden, ...message }: Message): ChatMessage {
  const clientKey = message.author.kind === 'buyer' ? message.clientKey : null;
  return { ...message, kind: message.kind as ChatMessage['kind'], clientKey };
}

/** A message of the buyer's own chat. */
export async function readMessageFor(actor: BuyerActor, tx: Tx, id: string): Promise<ChatMessage> {
  const found = await findMessage(tx, id);
  const own =
    found && (await isOwnConversation(tx, found.conversationId, actor.channel, actor.buyer ?? ''));
  const read = own ? await readChatMessage(tx, id) : null;
  if (!read) throw new Error('a message of another chat was asked for');
  return JSON.parse(read.text);
}

/** Says something in the actor's name inside the caller's transaction; the same client key again says nothing twice. */
export async function sayInTx(
  actor: TeamActor,
  tx: Tx,
  input: {
    readonly conversationId: string;
    readonly text: string;
    readonly clientKey: string;
    /** Last number the author saw; a colleague's later answer then refuses. */
    readonly seen?: number | null;
  },
): Promise<Posted | Exclude<PostResult, Posted> | Refusal> {
  const { conversationId, text, clientKey, seen = null } = input;
  if (actor.kind !== 'buyer') {
    return sayAside({ actor, conversationId, text, clientKey, kind: 'text', file: null, seen }, tx);
  }
  if (!isKnown(actor)) return refuse('visitor.unknown');
  const id = messageId(actor, '', clientKey);
  return sayAsBuyer(actor, tx, { id, kind: 'text', text, card: null, file: null, clientKey });
}

/** Parts of one statement for the screen that opens a conversation; `messages` and `drafts` are JSON (text). */
export interface Opening {
  /** A query of at most one row: `json` (text, the conversation for this reader), `answers` (may the reader reply), `buyer_id`, `shop_id`, `blocked`. */
  readonly conversation: RawBuilder<unknown>;
  readonly messages: RawBuilder<unknown>;
  readonly drafts: RawBuilder<unknown>;
}

/** What the counter shows of a conversation, as far as the actor may see it; no row when they may not. */
export function openingOf(actor: TeamActor, id: string, limit: number): Opening {
  const { json, may } = conversationParts(actor);
  return {
    conversation: sql`select c.buyer_id, c.shop_id, c.blocked, ${json} as json, ${may} ? 'sendMessage' as answers
    from conversations c ${withMark(actor)}
    where c.team_id = ${actor.team} and c.id = ${id} and ${readable(actor)}`,
    messages: messagesJson(actor, id, { limit }),
    drafts: draftsJson(actor, id),
  };
}
