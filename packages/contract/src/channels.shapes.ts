/** What a visitor of the chat sees. Notes, other buyers and staff data are not in these shapes, so they cannot leak. */
import { Card } from './cards.ts';
import { Id, Instant, Locale, Nullable, Text, Type } from './schema.ts';

/** Key a site carries in its script tag. Public: it names the channel and proves nothing. */
export const SiteKey = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' });

/** 256 random bits made by the visitor's browser, base64url without padding. The only proof of a visitor; travels in headers. */
export const VisitorSecret = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/** Key of one send, made by the client: the same key again returns the first message. */
export const ClientKey = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' });

/**
 * Exact web origin, e.g. `https://shop.example`; no path, no wildcard. A name beyond ASCII stands in its `xn--` form, as browsers
 * send it: the text goes into a header.
 */
export const Origin = Type.String({
  pattern:
    '^https?://(?:[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.?|\\[[0-9A-Fa-f:.]+\\])(?::\\d{1,5})?$',
  maxLength: 258,
});

/** A person of the team as buyers see them. */
export const ChatFace = Type.Object({
  id: Id,
  name: Text(60, 0, 'Name shown to buyers.'),
  title: Text(60),
  avatarUrl: Nullable(Text(2000)),
  online: Type.Boolean(),
});

/** When the team answers. */
export const ChatHours = Type.Object({
  open: Type.Boolean({ description: 'Somebody answers at this moment.' }),
  opensAt: Nullable(Instant),
  timeZone: Text(60, 0, 'IANA name of the zone the ranges are written in.'),
  week: Type.Array(
    Type.Object({
      day: Type.Integer({ minimum: 1, maximum: 7, description: 'ISO weekday, 1 is Monday.' }),
      from: Type.String({ pattern: '^\\d{2}:\\d{2}$' }),
      to: Type.String({ pattern: '^\\d{2}:\\d{2}$', description: 'Before `from`: over midnight.' }),
    }),
  ),
});

/** A field the site asks for before the first word. */
export const PreChatField = Type.Object({
  name: Type.Union([Type.Literal('name'), Type.Literal('phone'), Type.Literal('email')]),
  required: Type.Boolean(),
});

/** What uploads and texts may be; the server checks again, by content. */
export const ChatLimits = Type.Object({
  textLength: Type.Integer({ description: 'UTF-16 units of one message.' }),
  fileBytes: Type.Integer({ description: 'Bytes of one file.' }),
  fileTypes: Type.Array(Type.String(), { description: 'MIME types accepted, e.g. `image/png`.' }),
});

/** Everything the chat needs to draw itself; reading it leaves no row. */
export const ChatFrame = Type.Object({
  site: SiteKey,
  shopName: Text(200),
  colour: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }),
  locale: Locale,
  origins: Type.Array(Origin, { description: 'Pages that may hold the chat, besides our own.' }),
  greeting: Text(1000, 0, 'In the asked language; empty: the client says hello in its own words.'),
  awayNotice: Text(1000, 0, 'Out of hours; empty: the client uses its own words.'),
  team: Type.Array(ChatFace, { description: 'At most five, those on duty first.' }),
  hours: Nullable(ChatHours),
  preChat: Type.Array(PreChatField, { description: 'Empty: no form.' }),
  limits: ChatLimits,
});

/** A stored file as messages carry it; bytes by `getChatFile`. */
export const ChatFile = Type.Object({
  id: Id,
  name: Text(255),
  mime: Text(100, 0, 'Found from the content, not from the name.'),
  size: Type.Integer({ description: 'Bytes.' }),
  width: Nullable(Type.Integer({ description: 'Pixels, pictures only.' })),
  height: Nullable(Type.Integer()),
});

/** One message as the buyer sees it. */
export const ChatMessage = Type.Object({
  id: Id,
  conversationId: Id,
  seq: Type.Integer({ description: 'Order within the conversation; gaps are normal for buyers.' }),
  kind: Type.Union(
    (['text', 'image', 'file', 'card', 'line'] as const).map((kind) => Type.Literal(kind)),
  ),
  author: Type.Object({
    kind: Type.Union([Type.Literal('buyer'), Type.Literal('member'), Type.Literal('system')]),
    id: Nullable(Type.String()),
    name: Text(100, 0, 'Name shown to buyers; empty for the system.'),
  }),
  text: Type.String({ description: 'As typed. Empty for cards, files without words, recalled.' }),
  card: Nullable(Card),
  file: Nullable(ChatFile),
  line: Nullable(
    Type.Object({
      code: Type.String({ description: 'System line; the reader renders it in own language.' }),
      params: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  clientKey: Nullable(Type.String({ description: 'Only on own messages.' })),
  at: Instant,
  recalledAt: Nullable(Instant),
});

/** The visitor's own conversation. */
export const ChatConversation = Type.Object({
  id: Id,
  state: Type.Union(
    (['open', 'pending', 'snoozed', 'resolved', 'spam'] as const).map((s) => Type.Literal(s)),
    { description: 'Spam is told to the buyer as `resolved`, snoozed as `open`.' },
  ),
  lastSeq: Type.Integer(),
  unread: Type.Integer({ description: 'Staff messages after `buyerReadSeq`.' }),
  buyerReadSeq: Type.Integer({ description: 'The visitor has seen everything up to here.' }),
  staffReadSeq: Type.Integer({ description: 'The team has seen everything up to here.' }),
});

/** The chat as it stands: newest messages, oldest first. */
export const Chat = Type.Object({
  conversation: Nullable(ChatConversation),
  messages: Type.Array(ChatMessage, { description: 'The last 50, oldest first.' }),
  older: Nullable(
    Type.String({ description: 'Cursor for `listChatMessages`; null at the start.' }),
  ),
  buyer: Nullable(
    Type.Object({
      name: Text(100),
      verified: Type.Boolean({ description: 'The shop vouched for this buyer by a signed token.' }),
    }),
  ),
  cursor: Nullable(
    Type.Object(
      { epoch: Type.String(), seq: Type.Integer() },
      { description: 'Where to begin on the socket; null for who has not written on this device.' },
    ),
  ),
  visitorSecret: Type.Optional(VisitorSecret),
});
