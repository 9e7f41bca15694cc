import {
  ClientKey,
  Conversation,
  ConversationCounts,
  Drafts,
  Message,
  MessageText,
  PresenceStatus,
  Seq,
  StoredFile,
} from './conversations.shapes.ts';
import { ConversationView, conversationFilters } from './conversations.views.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Nullable, Page, PageQuery, Text, Type } from './schema.ts';

export { conversationsErrors } from './conversations.errors.ts';
export * from './conversations.events.ts';
export * from './conversations.search.ts';
export * from './conversations.shapes.ts';
export * from './conversations.uploads.ts';
export * from './conversations.views.ts';

const ofConversation = Strict({ conversationId: Id });
const ofMessage = Strict({ conversationId: Id, messageId: Id });

export const listConversations = endpoint({
  id: 'listConversations',
  method: 'GET',
  path: '/conversations',
  summary: 'Conversations of one view, as far as the reader may see them',
  query: Strict({
    view: ConversationView,
    ...conversationFilters,
    ...PageQuery,
  }),
  reply: Type.Object(
    {
      ...Page(Conversation).properties,
      counts: Nullable(ConversationCounts),
    },
    { description: '`counts` comes with the first page only.' },
  ),
  errors: ['list.cursor_invalid'],
});

export const getConversation = endpoint({
  id: 'getConversation',
  method: 'GET',
  path: '/conversations/:conversationId',
  summary: 'One conversation',
  params: ofConversation,
  reply: Conversation,
  errors: ['conversation.not_found'],
});

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
      Type.Integer({
        minimum: 0,
        description: 'Last `seq` the author saw; a colleague’s later answer then refuses.',
      }),
    ),
    sure: Type.Optional(Type.Boolean({ description: 'Send it although a word warns.' })),
  }),
  reply: Message,
  errors: [
    'conversation.not_found',
    'conversation.illegal_transition',
    'conversation.answered_meanwhile',
    'conversation.superseded',
    'message.empty',
    'message.words_blocked',
    'message.words_warned',
    'file.not_found',
  ],
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

export const takeConversation = endpoint({
  id: 'takeConversation',
  method: 'POST',
  path: '/conversations/:conversationId/taking',
  summary: 'Take a conversation from the queue',
  params: ofConversation,
  reply: Conversation,
  errors: [
    'conversation.not_found',
    'conversation.illegal_transition',
    'conversation.taken_meanwhile',
  ],
});

export const assignConversation = endpoint({
  id: 'assignConversation',
  method: 'PUT',
  path: '/conversations/:conversationId/assignment',
  summary: 'Hand a conversation to a member, or with null back to the queue',
  params: ofConversation,
  body: Strict({
    memberId: Nullable(Id),
    note: Type.Optional(Text(2_000, 0, 'What the next person should know; becomes a note.')),
    holderId: Type.Optional(
      Type.Union([Id, Type.Null()], {
        description: 'Who held it when the author decided; someone else meanwhile refuses.',
      }),
    ),
  }),
  reply: Conversation,
  errors: [
    'conversation.not_found',
    'conversation.illegal_transition',
    'conversation.taken_meanwhile',
    'conversation.assignee_unfit',
    'conversation.handover_note_missing',
  ],
});

export const refuseAssignment = endpoint({
  id: 'refuseAssignment',
  method: 'POST',
  path: '/conversations/:conversationId/assignment-refusals',
  summary:
    'Give back what a colleague handed over in the last 60 seconds; the conversation returns to the queue',
  params: ofConversation,
  reply: Conversation,
  errors: [
    'conversation.not_found',
    'conversation.illegal_transition',
    'conversation.refusal_late',
  ],
});

export const closeConversation = endpoint({
  id: 'closeConversation',
  method: 'POST',
  path: '/conversations/:conversationId/closure',
  summary: 'Resolve a conversation',
  params: ofConversation,
  reply: Conversation,
  errors: ['conversation.not_found', 'conversation.illegal_transition'],
});

export const reopenConversation = endpoint({
  id: 'reopenConversation',
  method: 'DELETE',
  path: '/conversations/:conversationId/closure',
  summary: 'Open a resolved or spam conversation again',
  params: ofConversation,
  reply: Conversation,
  errors: ['conversation.not_found', 'conversation.illegal_transition', 'conversation.superseded'],
});

export const snoozeConversation = endpoint({
  id: 'snoozeConversation',
  method: 'PUT',
  path: '/conversations/:conversationId/snooze',
  summary:
    'Put a conversation aside until a time, the buyer’s next word or an event of their order',
  params: ofConversation,
  body: Strict({
    until: Nullable(Instant),
    onOrder: Type.Optional(
      Type.Boolean({ description: 'Also wake when an order of this buyer changes.' }),
    ),
  }),
  reply: Conversation,
  errors: ['conversation.not_found', 'conversation.illegal_transition', 'conversation.snooze_past'],
});

export const wakeConversation = endpoint({
  id: 'wakeConversation',
  method: 'DELETE',
  path: '/conversations/:conversationId/snooze',
  summary: 'Wake a snoozed conversation now',
  params: ofConversation,
  reply: Conversation,
  errors: ['conversation.not_found', 'conversation.illegal_transition'],
});

export const markSpam = endpoint({
  id: 'markSpam',
  method: 'PUT',
  path: '/conversations/:conversationId/spam',
  summary: 'Mark a conversation as spam; `reopenConversation` takes it back',
  params: ofConversation,
  reply: Conversation,
  errors: ['conversation.not_found', 'conversation.illegal_transition'],
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

export const uploadFile = endpoint({
  id: 'uploadFile',
  method: 'POST',
  path: '/conversations/:conversationId/files',
  summary: 'Upload one file (form field `file`) to send with `sendMessage`',
  params: ofConversation,
  reply: StoredFile,
  transfer: 'form',
  errors: [
    'conversation.not_found',
    'file.too_large',
    'file.empty',
    'file.refused_type',
    'file.unreadable',
    'file.missing',
  ],
});

export const getFile = endpoint({
  id: 'getFile',
  method: 'GET',
  path: '/files/:fileId',
  summary: 'The bytes of a file; `size=thumbnail` for a small picture',
  params: Strict({ fileId: Id }),
  query: Strict({
    size: Type.Optional(Type.Union([Type.Literal('full'), Type.Literal('thumbnail')])),
  }),
  transfer: 'bytes',
  errors: ['file.not_found'],
});

/** A colleague and whether they can be given a conversation now. */
export const Presence = Type.Object({
  memberId: Id,
  name: Type.String(),
  status: PresenceStatus,
  chosen: Type.Union([Type.Literal('online'), Type.Literal('away')], {
    description: 'What the member set by hand.',
  }),
  openConversations: Type.Integer({ description: 'Open or pending ones they hold.' }),
});

export const setPresence = endpoint({
  id: 'setPresence',
  method: 'PUT',
  path: '/presence',
  summary: 'Say whether one is available; stays until changed',
  body: Strict({ status: Type.Union([Type.Literal('online'), Type.Literal('away')]) }),
  reply: Presence,
});

export const listPresence = endpoint({
  id: 'listPresence',
  method: 'GET',
  path: '/presence',
  summary: 'Colleagues with their availability and load',
  reply: Type.Object({ items: Type.Array(Presence) }),
});
