/**
 * What a visitor's socket receives (frames: `live.ts`). Its `hello` says `as: 'visitor'`, `site`, `token`, `identity?`.
 * A socket may stand before its browser's first word; once there is one, `resync` tells it to fetch the chat.
 */
import { Card } from './cards.ts';
import { ChatConversation, ChatMessage } from './channels.shapes.ts';
import type { AckFrame, EventFrame } from './live.ts';
import { Id, Instant, type Static, Type } from './schema.ts';

/** Data of the events a visitor receives, by type; others are not sent to visitors. */
export const ChatEventData = {
  'message.posted': Type.Object({ message: ChatMessage, conversation: ChatConversation }),
  'message.recalled': Type.Object({ conversationId: Id, messageId: Id, recalledAt: Instant }),
  'message.card_changed': Type.Object({ conversationId: Id, messageId: Id, card: Card }),
  /** Seen up to a point by the team (`staffReadSeq`) or by the visitor in another tab. */
  'conversation.read': Type.Object({
    conversationId: Id,
    buyerReadSeq: Type.Integer(),
    staffReadSeq: Type.Integer(),
  }),
  /** Any change of state: closed, reopened, continued by a new conversation. */
  'conversation.state': Type.Object({ conversation: ChatConversation }),
} as const;

/** One event for a visitor. Clients ignore types they do not know. */
export type ChatEvent = {
  [T in keyof typeof ChatEventData]: Omit<EventFrame, 'type' | 'data'> & {
    type: T;
    data: Static<(typeof ChatEventData)[T]>;
  };
}[keyof typeof ChatEventData];

/** `self` of a visitor's `ready`; a rotated secret replaces the client's own. */
export interface VisitorSelf {
  visitorSecret?: string;
}

export type ChatAck = AckFrame;
