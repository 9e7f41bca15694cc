import { Card } from './cards.ts';
import { ClientKey } from './channels.shapes.ts';
import { Can, Id, Instant, Nullable, type Static, Text, Type } from './schema.ts';

export { Card, ClientKey };

/** Where a conversation stands. `pending` is held by the answering robot. */
export const ConversationState = Type.Union(
  [
    Type.Literal('open'),
    Type.Literal('pending'),
    Type.Literal('snoozed'),
    Type.Literal('resolved'),
    Type.Literal('spam'),
  ],
  { description: 'Where the conversation stands.' },
);
export type ConversationState = Static<typeof ConversationState>;

export const AuthorKind = Type.Union([
  Type.Literal('buyer'),
  Type.Literal('member'),
  Type.Literal('system'),
]);
export type AuthorKind = Static<typeof AuthorKind>;

export const MessageKind = Type.Union(
  [
    Type.Literal('text'),
    Type.Literal('image'),
    Type.Literal('file'),
    Type.Literal('card'),
    Type.Literal('note'),
    Type.Literal('line'),
  ],
  {
    description: '`note` is seen by the team only; `line` is a system line, worded by the reader.',
  },
);
export type MessageKind = Static<typeof MessageKind>;

export const Seq = Type.Integer({
  minimum: 0,
  maximum: 2_147_483_647,
  description: 'Dense number of a message within its conversation, from 1.',
});

export const MessageText = Text(10_000, 1, 'Text as written; never markup.');

export const Author = Type.Object({
  kind: AuthorKind,
  id: Nullable(Id),
  name: Type.String({ description: 'Name at the time of writing; empty for the system.' }),
});

// biome-ignore lint/suspicious/noRedeclare: a schema and its type share their name
export type Card = Static<typeof Card>;

/** A file of a conversation; the bytes are at `getFile` (desk) or `getChatFile` (buyer). */
export const StoredFile = Type.Object({
  id: Id,
  name: Type.String({ description: 'Normalised original name, e.g. `发票.pdf`.' }),
  mime: Type.String({ description: 'Type found in the bytes, never the one claimed.' }),
  size: Type.Integer({ description: 'Bytes as served.' }),
  width: Nullable(Type.Integer({ description: 'Pixels, images only.' })),
  height: Nullable(Type.Integer({ description: 'Pixels, images only.' })),
});
export type StoredFile = Static<typeof StoredFile>;

/** A system line: the reader words it from `code` and `params` in their own language. */
export const Line = Type.Object({
  code: Type.String({
    description: 'e.g. `conversation.transferred`; all codes are in `lineCodes`.',
  }),
  params: Type.Record(Type.String(), Type.Unknown()),
});
export type Line = Static<typeof Line>;

/** Codes of the lines this module writes, with their parameters. Other modules bring their own (`order.…`). */
export const lineCodes = {
  /** { shopName } */ opened: 'conversation.opened',
  /** { memberId, memberName } taken from the queue by this member */ taken: 'conversation.taken',
  /** { memberId, memberName } given by the system to a free person */ assigned:
    'conversation.assigned',
  /** { fromId, fromName, toId, toName, byId, byName, note } `toId` null = back to the queue */
  transferred: 'conversation.transferred',
  /** { byId, byName } given back to the queue by whom it was handed to */
  handoverRefused: 'conversation.handover_refused',
  /** { byId, byName } */ closed: 'conversation.closed',
  /** { why: 'buyer' | 'member', byId, byName } */ reopened: 'conversation.reopened',
  /** { until, onOrder, byId, byName } */ snoozed: 'conversation.snoozed',
  /** { why: 'due' | 'reply' | 'order' | 'member', byName } */ woken: 'conversation.woken',
  /** { byId, byName } */ markedSpam: 'conversation.marked_spam',
  /** { previousConversationId } this conversation continues an older, closed one */
  continued: 'conversation.continued',
} as const;

export const Message = Type.Object(
  {
    id: Id,
    conversationId: Id,
    seq: Seq,
    kind: MessageKind,
    author: Author,
    text: Type.String({
      description: 'As written. Empty for cards, lines, files and recalled messages.',
    }),
    card: Nullable(Card),
    file: Nullable(StoredFile),
    line: Nullable(Line),
    clientKey: Nullable(Type.String()),
    at: Instant,
    recalledAt: Nullable(Instant),
    hidden: Type.Boolean({
      description: 'Written while the buyer was blocked; only auditors receive such messages.',
    }),
  },
  { description: 'One message of a conversation.' },
);
export type Message = Static<typeof Message>;

/** The page of the site a buyer last wrote from. */
export const ChatPlace = Type.Object({
  url: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
  productId: Type.Optional(
    Type.String({ description: 'Id of the product, or its SKU in the shop.' }),
  ),
});
export type ChatPlace = Static<typeof ChatPlace>;

const summaryFields = {
  id: Id,
  shopId: Id,
  shopName: Type.String(),
  channelId: Id,
  channelKind: Type.Literal('web'),
  buyerId: Id,
  buyerName: Type.String({ description: 'Empty for a buyer who gave no name.' }),
  state: ConversationState,
  assigneeId: Nullable(Type.String({ description: 'Member who holds it; null = in the queue.' })),
  waitingSince: Nullable(
    Type.String({ description: 'Instant of the first buyer message without a human answer.' }),
  ),
  snoozedUntil: Nullable(
    Type.String({ description: 'Instant; null also when it waits for a reply.' }),
  ),
  lastSeq: Seq,
  lastText: Type.String({
    description:
      'First 120 characters of the last message that is not a line; of a card what it is about (a title or the number of an order); empty for a picture or file (see `lastKind`).',
  }),
  lastKind: Nullable(MessageKind),
  lastAuthorKind: Nullable(AuthorKind),
  lastAt: Instant,
  buyerReadSeq: Seq,
  buyerUnread: Type.Integer({ description: 'Public messages of the team the buyer has not seen.' }),
  staffReadSeq: Seq,
  previousConversationId: Nullable(Id),
  openedAt: Instant,
  resolvedAt: Nullable(Instant),
  page: Nullable(ChatPlace),
};

/** What every reader of a conversation sees alike; events carry this. */
export const ConversationSummary = Type.Object(summaryFields);
export type ConversationSummary = Static<typeof ConversationSummary>;

/** A conversation as one reader sees it. */
export const Conversation = Type.Object({
  ...summaryFields,
  unread: Type.Integer({ description: 'Buyer messages after this reader’s read mark.' }),
  readSeq: Type.Integer({ description: 'This reader’s own read mark.' }),
  can: Can,
});
export type Conversation = Static<typeof Conversation>;

/** How many conversations the reader may see in each view; kept up to date from events (`was` → `conversation`). */
export const ConversationCounts = Type.Object({
  mine: Type.Integer({ description: 'Open or pending, held by the reader.' }),
  queue: Type.Integer({ description: 'Open, held by nobody.' }),
  all: Type.Integer({ description: 'Open or pending.' }),
  snoozed: Type.Integer(),
});
export type ConversationCounts = Static<typeof ConversationCounts>;

/** Hand-set availability (`away` survives reloads) joined with live tabs: any open tab, 30 s grace after the last. */
export const PresenceStatus = Type.Union([
  Type.Literal('online'),
  Type.Literal('away'),
  Type.Literal('offline'),
]);
export type PresenceStatus = Static<typeof PresenceStatus>;

export const Drafts = Type.Object({
  reply: Type.String({ description: 'Empty when there is none.' }),
  note: Type.String(),
});
export type Drafts = Static<typeof Drafts>;
