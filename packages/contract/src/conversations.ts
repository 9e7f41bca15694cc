/** Conversations at the counter: who is served by whom, what is said, who has seen what. */
import { ofConversation } from './conversations.parts.ts';
import { Conversation, ConversationCounts } from './conversations.shapes.ts';
import { ConversationView, conversationFilters } from './conversations.views.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Nullable, Page, PageQuery, Type } from './schema.ts';

export * from './conversations.acts.ts';
export { conversationsErrors } from './conversations.errors.ts';
export * from './conversations.events.ts';
export * from './conversations.files.ts';
export * from './conversations.messages.ts';
export * from './conversations.presence.ts';
export * from './conversations.search.ts';
export * from './conversations.shapes.ts';
export * from './conversations.uploads.ts';
export * from './conversations.views.ts';

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
