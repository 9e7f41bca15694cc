/**
 * Live frames between the chat and the server (`/api/live`, JSON text frames). First frame:
 * `{"t":"hello","as":"visitor","site","token":"<visitor secret>","identity"?,"cursor"?}`; no secret in the address.
 */
import { Card } from './cards.ts';
import {
  ChatConversation,
  ChatMessage,
  ClientKey,
  LiveCursor,
  VisitorSecret,
} from './channels.shapes.ts';
import { Problem } from './common.ts';
import { Id, Instant, Nullable, type Static, Text, Type } from './schema.ts';

/** What a visitor's socket may send. */
export const VisitorFrame = Type.Union([
  Type.Object({
    t: Type.Literal('hello'),
    as: Type.Literal('visitor'),
    site: Type.String(),
    token: VisitorSecret,
    identity: Type.Optional(Type.String()),
    cursor: Type.Optional(LiveCursor),
  }),
  Type.Object({
    t: Type.Literal('send'),
    key: ClientKey,
    kind: Type.Literal('text'),
    text: Text(5000, 1),
  }),
  Type.Object({ t: Type.Literal('typing'), conversationId: Id }),
  Type.Object({ t: Type.Literal('read'), conversationId: Id, seq: Type.Integer() }),
  Type.Object({ t: Type.Literal('ping') }),
]);
export type VisitorFrame = Static<typeof VisitorFrame>;

/** Data of the events a visitor receives, by type; others are not sent to visitors. */
export const ChatEventData = {
  'message.posted': Type.Object({ message: ChatMessage, conversation: ChatConversation }),
  'message.recalled': Type.Object({ conversationId: Id, messageId: Id, recalledAt: Instant }),
  'message.card_changed': Type.Object({ conversationId: Id, messageId: Id, card: Card }),
  /** Somebody has seen the conversation up to a point: the team (`staffReadSeq`) or the visitor in another tab. */
  'conversation.read': Type.Object({
    conversationId: Id,
    buyerReadSeq: Type.Integer(),
    staffReadSeq: Type.Integer(),
  }),
  'conversation.state': Type.Object({ conversation: ChatConversation }),
} as const;

/** One event for a visitor. Unknown types are to be ignored by clients. */
export type ChatEvent = {
  [T in keyof typeof ChatEventData]: {
    t: 'event';
    seq: number;
    type: T;
    at: string;
    data: Static<(typeof ChatEventData)[T]>;
  };
}[keyof typeof ChatEventData];

/** What the server sends to a visitor's socket. */
export type ChatServerFrame =
  | { t: 'ready'; epoch: string; seq: number; self: { visitorSecret?: string } }
  | { t: 'resync'; epoch: string; seq: number }
  | { t: 'at'; seq: number }
  | ChatEvent
  | { t: 'ack'; key: string; messageId: string; conversationId: string; seq: number; at: string }
  | { t: 'refused'; key: string; problem: Static<typeof Problem> }
  | { t: 'typing'; conversationId: string; by: { kind: 'member' | 'buyer'; id: string | null } }
  | { t: 'pong' }
  | { t: 'bye'; why: 'signed_out' | 'replaced' | 'restart' | 'slow' };

/** The reply of a refused hello: the socket closes after it. */
export const LiveRefusal = Type.Object({
  t: Type.Literal('refused'),
  key: Nullable(Type.String()),
  problem: Problem,
});
