import { ConversationState, ConversationSummary, Message, Seq } from './conversations.shapes.ts';
import { Id, Nullable, type Static, Type } from './schema.ts';

/**
 * What a conversation was before the event; null on its first. With it a client moves its counters
 * by one instead of asking again: leave the views `was` belonged to, enter those of `conversation`.
 */
export const Was = Nullable(
  Type.Object({
    state: ConversationState,
    assigneeId: Nullable(Id),
  }),
);
export type Was = Static<typeof Was>;

/** Data of every `conversation.…` event except `conversation.read`. */
export const ConversationChanged = Type.Object({ conversation: ConversationSummary, was: Was });
export type ConversationChanged = Static<typeof ConversationChanged>;

/** Data of `message.posted`. */
export const MessagePosted = Type.Object({
  message: Message,
  conversation: ConversationSummary,
  was: Was,
});
export type MessagePosted = Static<typeof MessagePosted>;

/** Data of `message.recalled` and `message.card_changed`: the message and its conversation as they are now. */
export const MessageChanged = Type.Object({ message: Message, conversation: ConversationSummary });
export type MessageChanged = Static<typeof MessageChanged>;

/** Data of `message.hidden`: a blocked buyer wrote; only auditors receive it. */
export const MessageHidden = Type.Object({ message: Message });

/** Data of `conversation.read`. A member's mark reaches that member's tabs and, as `staffReadSeq`, the buyer. */
export const ConversationRead = Type.Object({
  conversationId: Id,
  by: Type.Object({
    kind: Type.Union([Type.Literal('member'), Type.Literal('buyer')]),
    id: Nullable(Id),
  }),
  seq: Seq,
  staffReadSeq: Seq,
  buyerReadSeq: Seq,
});
export type ConversationRead = Static<typeof ConversationRead>;

/**
 * Event types of this module, each with the shape of its data as a member or key receives it.
 * What a buyer receives is in `channels.live.ts`; every state change reaches a buyer as `conversation.state`.
 */
export const conversationEvents = {
  'conversation.opened': ConversationChanged,
  'conversation.assigned': ConversationChanged,
  'conversation.closed': ConversationChanged,
  'conversation.reopened': ConversationChanged,
  'conversation.snoozed': ConversationChanged,
  'conversation.woken': ConversationChanged,
  'conversation.marked_spam': ConversationChanged,
  'conversation.buyer_changed': ConversationChanged,
  'conversation.read': ConversationRead,
  'message.posted': MessagePosted,
  'message.recalled': MessageChanged,
  'message.card_changed': MessageChanged,
  'message.hidden': MessageHidden,
} as const;
