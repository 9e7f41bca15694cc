/** The one box: everything the reader may see, by what was typed. */
import { BuyerSummary } from './buyers.shapes.ts';
import { ProductSummary } from './catalog.ts';
import { FoundMessage } from './conversations.search.ts';
import { ConversationState } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { KnowledgeSummary } from './knowledge.shapes.ts';
import { OrderSummary } from './orders.shapes.ts';
import { Id, Instant, type Static, Text, Type } from './schema.ts';

/** A conversation that is found by its buyer. */
export const FoundConversation = Type.Object({
  id: Id,
  shopId: Id,
  shopName: Type.String(),
  buyerId: Id,
  buyerName: Type.String(),
  state: ConversationState,
  lastText: Type.String(),
  lastAt: Instant,
});

export const Everything = Type.Object({
  buyers: Type.Array(BuyerSummary),
  conversations: Type.Array(FoundConversation, {
    description: 'Of the buyers found, newest first.',
  }),
  messages: Type.Array(FoundMessage, { description: 'Newest first.' }),
  orders: Type.Array(OrderSummary),
  products: Type.Array(ProductSummary),
  knowledge: Type.Array(KnowledgeSummary),
});
export type EverythingShape = Static<typeof Everything>;

export const searchEverything = endpoint({
  id: 'searchEverything',
  method: 'GET',
  path: '/search',
  summary:
    'Buyers, conversations, messages, orders, products and knowledge in one answer; a kind the reader may not see is empty',
  query: Strict({
    q: Text(100, 0),
    shopId: Type.Optional(Id),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 20, description: 'Of each kind; default 5.' }),
    ),
  }),
  reply: Everything,
  errors: [],
});
