/** Search over what was said. */
import { Author, ConversationState, MessageKind, Seq } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Page, PageQuery, type Static, Text, Type } from './schema.ts';

/** A message that was found, with the part of it that shows why. */
export const FoundMessage = Type.Object({
  messageId: Id,
  conversationId: Id,
  seq: Seq,
  kind: MessageKind,
  author: Author,
  at: Instant,
  buyerId: Id,
  buyerName: Type.String(),
  shopId: Id,
  shopName: Type.String(),
  state: ConversationState,
  snippet: Type.String({ description: 'The part of its words around the first mark.' }),
  marks: Type.Array(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 }), {
    description: 'Begin and end of what was searched, in the snippet, in UTF-16 units.',
  }),
});
export type FoundMessage = Static<typeof FoundMessage>;

export const searchMessages = endpoint({
  id: 'searchMessages',
  method: 'GET',
  path: '/message-search',
  summary:
    'Messages by words, numbers or parts of them, newest first, as far as the reader may see',
  query: Strict({
    q: Text(
      100,
      0,
      'All words must stand in the message. Without a letter or digit nothing is found.',
    ),
    shopId: Type.Optional(Id),
    buyerId: Type.Optional(Id),
    conversationId: Type.Optional(Id),
    memberId: Type.Optional(Id),
    author: Type.Optional(Type.Union([Type.Literal('buyer'), Type.Literal('member')])),
    since: Type.Optional(Instant),
    until: Type.Optional(Instant),
    ...PageQuery,
  }),
  reply: Page(FoundMessage),
  errors: ['list.cursor_invalid'],
});
