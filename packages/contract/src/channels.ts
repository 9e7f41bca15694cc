/**
 * Web chat, the visitor's side.
 *
 * Every call names its site in the header `Guitai-Site` and, once the visitor has written, proves itself by
 * `Guitai-Visitor: <secret>`; a buyer known to the shop is vouched for by `Guitai-Identity: <signed token>`
 * (aud = the site key, exp at most 10 minutes ahead, jti). None of the three may stand in a URL.
 * The first word (`sendChatMessage` or `uploadChatFile`) with an unknown, well-formed secret creates visitor, buyer and
 * conversation. A reply may carry `visitorSecret`: the client replaces its own; the old one stays good for 10 minutes.
 */
import { Address, AddressInput } from './address.ts';
import { CardOrder } from './cards.ts';
import {
  Chat,
  ChatConversation,
  ChatFile,
  ChatFrame,
  ChatMessage,
  ClientKey,
  VisitorSecret,
} from './channels.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Locale, Nullable, Page, PageQuery, Text, Type, Whole } from './schema.ts';

export * from './channels.errors.ts';
export * from './channels.live.ts';
export * from './channels.shapes.ts';
export * from './channels.web.ts';

/** Faces, hours, colour and words of the site's chat. Leaves no row. */
export const getChatFrame = endpoint({
  id: 'getChatFrame',
  method: 'GET',
  path: '/chat/frame',
  summary: 'What the chat of this site looks like',
  query: Strict({ locale: Type.Optional(Locale) }),
  reply: ChatFrame,
  errors: ['channel.not_found', 'channel.closed'] as const,
});

/** The visitor's conversation with its newest messages; empty for who has not written yet (no row is made). */
export const getChat = endpoint({
  id: 'getChat',
  method: 'GET',
  path: '/chat',
  summary: 'Own conversation with the last 50 messages',
  reply: Chat,
  errors: ['channel.not_found', 'channel.closed', 'visitor.identity_invalid'] as const,
});

/** Older messages, newest first, across earlier conversations of the same visitor. */
export const listChatMessages = endpoint({
  id: 'listChatMessages',
  method: 'GET',
  path: '/chat/messages',
  summary: 'Older messages of the own chat',
  query: Strict(PageQuery),
  reply: Page(ChatMessage),
  errors: ['channel.not_found', 'visitor.unknown'] as const,
});

/** The page the buyer is on when writing. */
export const ChatPage = Strict({
  url: Type.Optional(Text(2000)),
  title: Type.Optional(Text(300)),
  productId: Type.Optional(Text(100, 1, 'Id of the product, or its SKU in the shop.')),
});

/** One word of the buyer: text, a stored file, a product of this shop or one of the buyer's own orders. */
export const sendChatMessage = endpoint({
  id: 'sendChatMessage',
  method: 'POST',
  path: '/chat/messages',
  summary: 'Write to the shop; the same client key again returns the first message',
  body: Strict({
    clientKey: ClientKey,
    text: Type.Optional(Text(5000)),
    fileId: Type.Optional(Id),
    productId: Type.Optional(Text(100, 1)),
    orderId: Type.Optional(Id),
    page: Type.Optional(ChatPage),
    locale: Type.Optional(Locale),
    contact: Type.Optional(
      Strict({
        name: Type.Optional(Text(60)),
        phone: Type.Optional(Text(40)),
        email: Type.Optional(Text(254)),
      }),
    ),
  }),
  reply: Type.Object({
    message: ChatMessage,
    conversation: ChatConversation,
    visitorSecret: Type.Optional(VisitorSecret),
  }),
  errors: [
    'channel.not_found',
    'channel.closed',
    'visitor.unknown',
    'visitor.identity_invalid',
    'chat.empty_message',
    'chat.file_not_found',
    'chat.product_not_found',
    'chat.order_not_found',
  ] as const,
});

/** The visitor has seen everything up to `seq`; only moves forward. */
export const markChatRead = endpoint({
  id: 'markChatRead',
  method: 'PUT',
  path: '/chat/read',
  summary: 'Mark the own chat as read up to a message',
  body: Strict({ conversationId: Id, seq: Whole() }),
  reply: ChatConversation,
  errors: ['channel.not_found', 'visitor.unknown', 'chat.not_found'] as const,
});

/** Stores a file for the next message. One form field `file`. Kept for 24 h when no message takes it. */
export const uploadChatFile = endpoint({
  id: 'uploadChatFile',
  method: 'POST',
  path: '/chat/files',
  summary: 'Upload a picture or file',
  transfer: 'form',
  reply: Type.Object({ file: ChatFile, visitorSecret: Type.Optional(VisitorSecret) }),
  errors: [
    'channel.not_found',
    'channel.closed',
    'visitor.unknown',
    'chat.file_too_large',
    'chat.file_type_refused',
    'chat.file_damaged',
  ] as const,
});

/** Bytes of a file of the own chat; `preview` is a small picture. */
export const getChatFile = endpoint({
  id: 'getChatFile',
  method: 'GET',
  path: '/chat/files/:fileId',
  summary: 'Bytes of a file of the own chat',
  params: Strict({ fileId: Id }),
  query: Strict({
    size: Type.Optional(Type.Union([Type.Literal('preview'), Type.Literal('full')])),
  }),
  transfer: 'bytes',
  errors: ['channel.not_found', 'visitor.unknown', 'chat.file_not_found'] as const,
});

/** Forgets the visitor's secret on the server: the same secret opens nothing afterwards. */
export const signOutVisitor = endpoint({
  id: 'signOutVisitor',
  method: 'DELETE',
  path: '/chat/session',
  summary: 'Sign this browser out of the chat',
  errors: ['channel.not_found'] as const,
});

/** The verified buyer's own orders, newest first. */
export const listChatOrders = endpoint({
  id: 'listChatOrders',
  method: 'GET',
  path: '/chat/orders',
  summary: "The verified buyer's own orders",
  query: Strict(PageQuery),
  reply: Page(CardOrder),
  errors: [
    'channel.not_found',
    'visitor.identity_needed',
    'visitor.identity_invalid',
    'list.cursor_invalid',
  ] as const,
});

/** The whole address of an address check, for the buyer who is asked; the card shows it covered. */
export const getCheckedAddress = endpoint({
  id: 'getCheckedAddress',
  method: 'GET',
  path: '/chat/order-checks/:checkId/address',
  summary: 'The uncovered address of a check in the own chat',
  params: Strict({ checkId: Id }),
  reply: Type.Object({ address: Address, proposed: Nullable(Address) }),
  errors: [
    'channel.not_found',
    'visitor.unknown',
    'visitor.identity_needed',
    'order_check.not_found',
  ] as const,
});

/** The buyer's answer to an order or address check; the second answer of the same kind changes nothing. */
export const answerOrderCheck = endpoint({
  id: 'answerOrderCheck',
  method: 'POST',
  path: '/chat/order-checks/:checkId/answer',
  summary: 'The buyer confirms or corrects what was asked; the answer is written on the order',
  params: Strict({ checkId: Id }),
  body: Strict({
    answer: Type.Union([Type.Literal('confirmed'), Type.Literal('change_wanted')]),
    text: Type.Optional(Text(1000)),
    address: Type.Optional(AddressInput),
  }),
  reply: Type.Object({ message: ChatMessage }),
  errors: [
    'channel.not_found',
    'visitor.unknown',
    'order_check.not_found',
    'order_check.settled',
    'order_check.outdated',
    'order_check.answer_empty',
  ] as const,
});
