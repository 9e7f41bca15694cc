/** What is done to a conversation as such; every transition is refused where it is not legal. */
import { ofConversation } from './conversations.parts.ts';
import { Conversation } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Nullable, Text, Type } from './schema.ts';

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
