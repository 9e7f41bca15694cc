import { conversations, type Static } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';
import { buyerState } from './post.json.ts';
import { readPosted } from './posted.store.ts';

type Summary = Static<typeof conversations.ConversationSummary>;
type Message = Static<typeof conversations.Message>;

/** The conversation as its buyer sees it. */
const chatOf = (c: Summary) => ({
  id: c.id,
  state: buyerState(c.state),
  lastSeq: c.lastSeq,
  unread: c.buyerUnread,
  buyerReadSeq: c.buyerReadSeq,
  staffReadSeq: c.staffReadSeq,
});

const insideKinds = new Set(['note', 'line']);

/** The message as its buyer sees it; null when it is the team's own. */
const chatMessageOf = (message: Message) =>
  insideKinds.has(message.kind)
    ? null
    : { ...message, clientKey: message.author.kind === 'buyer' ? message.clientKey : null };

export const messagePosted = defineEvent('message.posted', conversations.MessagePosted, {
  permission: 'conversations.read',
  toBuyer: ({ message, conversation }) => {
    const seen = chatMessageOf(message);
    return seen && { message: seen, conversation: chatOf(conversation) };
  },
  refer: readPosted,
});

export const messageRecalled = defineEvent('message.recalled', conversations.MessageChanged, {
  permission: 'conversations.read',
  toBuyer: ({ message: { id, conversationId, recalledAt, kind } }) =>
    insideKinds.has(kind) ? null : { conversationId, messageId: id, recalledAt },
});

export const messageCardChanged = defineEvent(
  'message.card_changed',
  conversations.MessageChanged,
  {
    permission: 'conversations.read',
    toBuyer: ({ message: { id, conversationId, card } }) => ({
      conversationId,
      messageId: id,
      card,
    }),
  },
);

/** A blocked buyer wrote: for the record, not for the desk. The buyer's own tabs see the word as sent. */
export const messageHidden = defineEvent('message.hidden', conversations.MessageHidden, {
  permission: 'audit.read',
});

const changed = (type: string) =>
  defineEvent(type, conversations.ConversationChanged, {
    permission: 'conversations.read',
    toBuyer: ({ conversation }) => ({ conversation: chatOf(conversation) }),
    buyerType: 'conversation.state',
  });

const inside = (type: string) =>
  defineEvent(type, conversations.ConversationChanged, { permission: 'conversations.read' });

export const conversationOpened = changed('conversation.opened');
export const conversationClosed = changed('conversation.closed');
export const conversationReopened = changed('conversation.reopened');
export const conversationMarkedSpam = changed('conversation.marked_spam');
export const conversationAssigned = inside('conversation.assigned');
export const conversationSnoozed = inside('conversation.snoozed');
export const conversationWoken = inside('conversation.woken');
export const conversationBuyerChanged = inside('conversation.buyer_changed');

export const conversationRead = defineEvent('conversation.read', conversations.ConversationRead, {
  permission: 'conversations.read',
  toBuyer: ({ conversationId, buyerReadSeq, staffReadSeq }) => ({
    conversationId,
    buyerReadSeq,
    staffReadSeq,
  }),
});

export const events = [
  messagePosted,
  messageRecalled,
  messageCardChanged,
  messageHidden,
  conversationOpened,
  conversationClosed,
  conversationReopened,
  conversationMarkedSpam,
  conversationAssigned,
  conversationSnoozed,
  conversationWoken,
  conversationBuyerChanged,
  conversationRead,
];
