/** Knowledge at the counter: what is being talked about, and its answer as a card. */
import { ofConversation } from './conversations.parts.ts';
import { Message } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { KnowledgeSummary } from './knowledge.shapes.ts';
import { Id, Nullable, OneOf, type Static, Type } from './schema.ts';

export const Discussion = Type.Object({
  product: Nullable(
    Type.Object({
      id: Id,
      externalId: Type.String(),
      title: Type.String(),
      pictureUrl: Nullable(Type.String()),
    }),
  ),
  why: Nullable(
    OneOf(
      ['card', 'link', 'words', 'page', 'order'] as const,
      'What says so: the last product card, a link or number in the words, the page the buyer looks at, their newest order.',
    ),
  ),
  question: Type.String({
    description:
      "The buyer's words since the last answer; their last words where all are answered.",
  }),
  waits: Type.Boolean({
    description: 'The question waits for an answer: nobody has answered it yet.',
  }),
  items: Type.Array(KnowledgeSummary, { description: 'Published entries, the fittest first.' }),
  answers: Type.Boolean({ description: 'The first entry speaks of what was asked.' }),
});
export type DiscussionShape = Static<typeof Discussion>;

export const suggestKnowledge = endpoint({
  id: 'suggestKnowledge',
  method: 'GET',
  path: '/conversations/:conversationId/knowledge',
  summary: 'The product under discussion and the knowledge for it',
  params: ofConversation,
  reply: Discussion,
  errors: ['conversation.not_found'],
});

export const sendKnowledgeCard = endpoint({
  id: 'sendKnowledgeCard',
  method: 'POST',
  path: '/conversations/:conversationId/knowledge-cards',
  summary: "Send an entry to the buyer as a card, in the buyer's language",
  params: ofConversation,
  body: Strict({ entryId: Id }),
  reply: Message,
  errors: [
    'conversation.not_found',
    'conversation.illegal_transition',
    'conversation.superseded',
    'care.buyer_blocked',
    'knowledge.not_found',
    'knowledge.not_published',
    'knowledge.of_other_shop',
  ],
});

export const KnowledgeSent = Type.Object({
  conversationId: Id,
  messageId: Id,
  buyerId: Id,
  shopId: Id,
  entryId: Id,
});
