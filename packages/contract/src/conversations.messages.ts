/** What is said, seen and begun to be said. */
import { ofConversation, ofMessage, sayingRefusals } from './conversations.parts.ts';
import { ClientKey, Drafts, Message, MessageText, Seq } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Nullable, Text, Type, Whole } from './schema.ts';

export const listMessages = endpoint({
  id: 'listMessages',
  method: 'GET',
  path: '/conversations/:conversationId/messages',
  summary: 'Messages of a conversation by number; without `before` and `after` the newest',
  params: ofConversation,
  query: Strict({
    before: Type.Optional(Seq),
    after: Type.Optional(Seq),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50.' })),
  }),
  reply: Type.Object({
    items: Type.Array(Message, { description: 'In order of `seq`, rising.' }),
    before: Nullable(
      Type.Integer({ description: 'Pass as `before` for older ones; null = none.' }),
    ),
    after: Nullable(Type.Integer({ description: 'Pass as `after` for newer ones; null = none.' })),
  }),
  errors: ['conversation.not_found'],
});

export const sendMessage = endpoint({
  id: 'sendMessage',
  method: 'POST',
  path: '/conversations/:conversationId/messages',
  summary: 'Say something to the buyer: text or one uploaded file',
  params: ofConversation,
  body: Strict({
    clientKey: ClientKey,
    text: Type.Optional(MessageText),
    fileId: Type.Optional(Id),
    seen: Type.Optional(
      Whole('Last `seq` the author saw; a colleague’s later answer then refuses.'),
    ),
    sure: Type.Optional(Type.Boolean({ description: 'Send it although a word warns.' })),
  }),
  reply: Message,
  errors: [...sayingRefusals, 'file.not_found'],
});

export const addNote = endpoint({
  id: 'addNote',
  method: 'POST',
  path: '/conversations/:conversationId/notes',
  summary: 'Write a note only the team sees',
  params: ofConversation,
  body: Strict({ clientKey: ClientKey, text: MessageText }),
  reply: Message,
  errors: ['conversation.not_found'],
});

export const recallMessage = endpoint({
  id: 'recallMessage',
  method: 'POST',
  path: '/conversations/:conversationId/messages/:messageId/recall',
  summary: 'Take back an own message within two minutes; the original stays for the audit',
  params: ofMessage,
  reply: Message,
  errors: [
    'message.not_found',
    'message.not_own',
    'message.recall_too_late',
    'message.not_recallable',
  ],
});

export const markConversationRead = endpoint({
  id: 'markConversationRead',
  method: 'PUT',
  path: '/conversations/:conversationId/read',
  summary: 'Move the reader’s own read mark forward',
  params: ofConversation,
  body: Strict({ seq: Seq }),
  reply: Type.Object({ readSeq: Seq, unread: Type.Integer() }),
  errors: ['conversation.not_found'],
});

export const putDraft = endpoint({
  id: 'putDraft',
  method: 'PUT',
  path: '/conversations/:conversationId/drafts/:kind',
  summary: 'Keep the reader’s unsent words; empty text forgets them',
  params: Strict({
    conversationId: Id,
    kind: Type.Union([Type.Literal('reply'), Type.Literal('note')]),
  }),
  body: Strict({ text: Text(10_000) }),
  errors: ['conversation.not_found'],
});

export const getDrafts = endpoint({
  id: 'getDrafts',
  method: 'GET',
  path: '/conversations/:conversationId/drafts',
  summary: 'The reader’s own unsent words',
  params: ofConversation,
  reply: Drafts,
  errors: ['conversation.not_found'],
});
