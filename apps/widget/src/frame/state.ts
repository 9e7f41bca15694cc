import type { Page } from '../shared/bridge.ts';
import type { Child } from './dom.ts';
import type { Store } from './store.ts';
import type { Address, Chat, ChatFrame, Conversation, Message, SendBody } from './types.ts';

/** A word on its way. Texts and cards survive a reload; a file lives as long as the page. */
export interface Pending {
  key: string;
  at: string;
  body: SendBody;
  /** A file still to be uploaded before the message can go. */
  file?: File;
  /** Share of the file that has gone up, 0 to 1. */
  share?: number;
  /** Why the server refused it for good. */
  refused?: string;
}

/** A check while the buyer answers it. */
export interface Check {
  changing?: boolean;
  busy?: boolean;
  fault?: string;
  /** The whole address asked about; the card shows it covered. */
  address?: Address;
}

/** What is drawn. What is left out has not happened yet. */
export interface State {
  frame?: ChatFrame;
  conversation?: Conversation | null;
  messages: readonly Message[];
  /** Cursor of the messages before these; none left without it. */
  older?: string | null;
  pending: readonly Pending[];
  verified?: boolean;
  open?: boolean;
  /** The sheet or page is really in sight: only then something counts as read. */
  seen?: boolean;
  online: boolean;
  /** Who is typing on the other side. */
  typing?: string | null;
  panel?: '' | 'emoji' | 'orders' | 'team';
  /** Draws the own orders and what is asked about them, once that is here. */
  own?: () => Child;
  page: Page;
  notice?: string;
  /** What comes from now on is read out to who listens; what was there before is not. */
  heard?: boolean;
  /** What the pre-chat form collected. */
  contact?: SendBody['contact'];
  sound?: boolean;
  /** Own state of the checks on screen, by their id. */
  checks: Readonly<Record<string, Check>>;
}

export type ChatStore = Store<State>;

export const emptyState: State = { messages: [], pending: [], online: true, page: {}, checks: {} };

/** Order of messages: by number within a conversation, by time between conversations. */
const inOrder = (a: Message, b: Message): number =>
  a.conversationId === b.conversationId ? a.seq - b.seq : a.at < b.at ? -1 : 1;

/**
 * Takes in messages in any order and any number of times; each stands once, the newest form wins. An own word keeps its key
 * where the server carries it into another conversation.
 */
export const withMessages = (state: State, incoming: readonly Message[]): State => {
  const byKey = new Map<string, Message>();
  for (const message of [...state.messages, ...incoming])
    byKey.set(message.clientKey ?? message.id, message);
  const keys = new Set(incoming.map((message) => message.clientKey));
  return {
    ...state,
    messages: [...byKey.values()].sort(inOrder),
    pending: state.pending.filter(({ key }) => !keys.has(key)),
  };
};

/** The chat as fetched. Where it does not touch what is already here, the old part is let go rather than left with a hole. */
export const withChat = (state: State, chat: Chat): State => {
  const known = new Set(state.messages.map(({ id }) => id));
  const touches = chat.messages.some(({ id }) => known.has(id));
  const next = withMessages(touches ? state : { ...state, messages: [] }, chat.messages);
  return {
    ...next,
    conversation: chat.conversation,
    older: touches ? state.older : chat.older,
    verified: chat.buyer?.verified,
  };
};

/** One live event; types we do not know change nothing. */
export const withEvent = (state: State, type: string, data: Record<string, unknown>): State => {
  const change = (id: unknown, patch: Partial<Message>): State => ({
    ...state,
    messages: state.messages.map((m) => (m.id === id ? { ...m, ...patch } : m)),
  });
  switch (type) {
    case 'message.posted': {
      const posted = data as { message: Message; conversation: Conversation };
      const next = withMessages(state, [posted.message]);
      const typing = posted.message.author.kind === 'member' ? null : state.typing;
      return { ...next, typing, conversation: posted.conversation };
    }
    case 'message.recalled':
      return change(data.messageId, {
        recalledAt: data.recalledAt as string,
        text: '',
        file: null,
        card: null,
      });
    case 'message.card_changed':
      return change(data.messageId, { card: data.card as Message['card'] });
    case 'conversation.state':
      return { ...state, conversation: data.conversation as Conversation };
    case 'conversation.read':
      return withReading(state, data as Partial<Conversation>);
    default:
      return state;
  }
};

/** Reading marks only move forward; what the visitor has seen is no longer unread. */
export const withReading = (
  state: State,
  { buyerReadSeq = 0, staffReadSeq = 0 }: Partial<Conversation>,
): State => {
  const { conversation } = state;
  if (!conversation) return state;
  const mine = Math.max(conversation.buyerReadSeq, buyerReadSeq);
  const staff = Math.max(conversation.staffReadSeq, staffReadSeq);
  return {
    ...state,
    conversation: {
      ...conversation,
      buyerReadSeq: mine,
      staffReadSeq: staff,
      unread: mine >= conversation.lastSeq ? 0 : conversation.unread,
    },
  };
};

/** Changes one word on its way. */
export const withPending = (state: State, key: string, patch: Partial<Pending> | null): State => ({
  ...state,
  pending: state.pending.flatMap((p) => (p.key !== key ? [p] : patch ? [{ ...p, ...patch }] : [])),
});
