import { Problem } from './common.ts';
import { AuthorKind, ClientKey, PresenceStatus, Seq } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Big, Id, Instant, Nullable, type Static, Type, Whole } from './schema.ts';

/**
 * Frames of the socket `/api/live`: JSON text, one object each, told apart by `t`.
 * The client speaks first with `hello`; until `ready` or `resync` nothing else is answered.
 */

/** Where a client stands in the team's log. `epoch` changes with a restore. */
export const LiveCursor = Type.Object({
  epoch: Type.String({ maxLength: 64 }),
  seq: Big(),
});
export type LiveCursor = Static<typeof LiveCursor>;

export const HelloFrame = Type.Object({
  t: Type.Literal('hello'),
  as: Type.Union([Type.Literal('desk'), Type.Literal('visitor'), Type.Literal('key')]),
  token: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Visitor secret or API key; the desk has its cookie.',
    }),
  ),
  site: Type.Optional(
    Type.String({ maxLength: 64, description: 'Public key of the web channel, visitors only.' }),
  ),
  identity: Type.Optional(
    Type.String({ maxLength: 4096, description: 'Token signed by the shop, visitors only.' }),
  ),
  cursor: Type.Optional(LiveCursor),
});
export type HelloFrame = Static<typeof HelloFrame>;

/** Posts a message. Buyers leave `conversationId` out: they have one conversation. */
export const SendFrame = Type.Object({
  t: Type.Literal('send'),
  key: ClientKey,
  conversationId: Type.Optional(Id),
  kind: Type.Union([Type.Literal('text'), Type.Literal('note')]),
  text: Type.String({ minLength: 1, maxLength: 10_000 }),
  seen: Type.Optional(
    Whole(
      'Last `seq` the author saw; a colleague’s later answer refuses with `conversation.answered_meanwhile`.',
    ),
  ),
  sure: Type.Optional(
    Type.Boolean({ description: 'Send it although a word warns (`message.words_warned`).' }),
  ),
});
export type SendFrame = Static<typeof SendFrame>;

export const TypingFrame = Type.Object({
  t: Type.Literal('typing'),
  conversationId: Type.Optional(Id),
  note: Type.Optional(Type.Boolean()),
});
export type TypingFrame = Static<typeof TypingFrame>;

export const ViewingFrame = Type.Object({
  t: Type.Literal('viewing'),
  conversationId: Nullable(Id),
});
export type ViewingFrame = Static<typeof ViewingFrame>;

export const ReadFrame = Type.Object({
  t: Type.Literal('read'),
  conversationId: Type.Optional(Id),
  seq: Seq,
});
export type ReadFrame = Static<typeof ReadFrame>;

export const PingFrame = Type.Object({ t: Type.Literal('ping') });

export const ClientFrame = Type.Union([
  HelloFrame,
  SendFrame,
  TypingFrame,
  ViewingFrame,
  ReadFrame,
  PingFrame,
]);
export type ClientFrame = Static<typeof ClientFrame>;

/** Largest frame a client may send, in bytes. */
export const LIVE_FRAME_LIMIT = 65_536;
/** A client shows "is writing" for this long after a `typing` frame, in ms. */
export const TYPING_EXPIRES_MS = 6_000;
/** A client sends `typing` at most once in this time, in ms. */
export const TYPING_EVERY_MS = 3_000;

export const ReadyFrame = Type.Object({
  t: Type.Literal('ready'),
  epoch: Type.String(),
  seq: Type.Integer({ description: 'Missed events up to here follow at once.' }),
  self: Type.Record(Type.String(), Type.Unknown()),
});

/** The cursor is too old or of another epoch: fetch afresh (keep drafts), then go on from here. */
export const ResyncFrame = Type.Object({
  t: Type.Literal('resync'),
  epoch: Type.String(),
  seq: Type.Integer(),
});

/** One event of the team's log. Numbers may be missing: the reader did not have to see those. */
export const EventFrame = Type.Object({
  t: Type.Literal('event'),
  seq: Type.Integer(),
  type: Type.String(),
  subject: Nullable(Type.String()),
  at: Instant,
  actor: Type.Object({ kind: Type.String(), id: Nullable(Type.String()) }),
  data: Type.Unknown(),
});
export type EventFrame = Static<typeof EventFrame>;

/** Nothing for this reader up to here; only moves the cursor. */
export const AtFrame = Type.Object({ t: Type.Literal('at'), seq: Type.Integer() });

export const AckFrame = Type.Object({
  t: Type.Literal('ack'),
  key: Type.String(),
  messageId: Id,
  conversationId: Id,
  seq: Seq,
  at: Instant,
});
export type AckFrame = Static<typeof AckFrame>;

export const RefusedFrame = Type.Object({
  t: Type.Literal('refused'),
  key: Nullable(Type.String({ description: 'Key of the refused `send`; null for other frames.' })),
  problem: Problem,
});

export const TypingNotice = Type.Object({
  t: Type.Literal('typing'),
  conversationId: Id,
  by: Type.Object({ kind: AuthorKind, id: Nullable(Id) }),
  note: Type.Boolean(),
});

export const ViewingNotice = Type.Object({
  t: Type.Literal('viewing'),
  conversationId: Id,
  members: Type.Array(Id),
});

export const PresenceNotice = Type.Object({
  t: Type.Literal('presence'),
  member: Id,
  status: PresenceStatus,
});

export const PongFrame = Type.Object({ t: Type.Literal('pong') });

export const ByeFrame = Type.Object({
  t: Type.Literal('bye'),
  why: Type.Union([
    Type.Literal('signed_out'),
    Type.Literal('replaced'),
    Type.Literal('restart'),
    Type.Literal('slow'),
  ]),
});

export const ServerFrame = Type.Union([
  ReadyFrame,
  ResyncFrame,
  EventFrame,
  AtFrame,
  AckFrame,
  RefusedFrame,
  TypingNotice,
  ViewingNotice,
  PresenceNotice,
  PongFrame,
  ByeFrame,
]);
export type ServerFrame = Static<typeof ServerFrame>;

/**
 * The way behind a proxy that lets no WebSocket through: answers with what was missed, or waits for the next event
 * (`wait` seconds at most) and answers then. Words are sent by the ordinary endpoints; typing and presence are not seen.
 */
export const pollEvents = endpoint({
  id: 'pollEvents',
  method: 'GET',
  path: '/live/events',
  summary: 'Events after a cursor, waiting for the next one (fallback without WebSocket)',
  query: Strict({
    epoch: Type.Optional(Type.String({ maxLength: 64 })),
    seq: Type.Optional(Big()),
    wait: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 25, description: 'Seconds, default 20.' }),
    ),
  }),
  reply: Type.Object({
    epoch: Type.String(),
    seq: Type.Integer({ description: 'The cursor after these events.' }),
    resync: Type.Boolean({ description: 'Fetch afresh, keep drafts, go on from `seq`.' }),
    events: Type.Array(EventFrame),
  }),
});
