/** The one box: everything the reader may see, by what was typed. */
import { BuyerSummary } from './buyers.shapes.ts';
import { ProductSummary } from './catalog.ts';
import { FoundMessage } from './conversations.search.ts';
import { ConversationState } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { KnowledgeSummary } from './knowledge.shapes.ts';
import { OrderSummary } from './orders.shapes.ts';
import { Id, Instant, Nullable, type Static, Text, Type } from './schema.ts';
import { ScriptScope } from './scripts.shapes.ts';

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

/** A published script that is found by its title, its code, its pinyin or its words. */
export const FoundScript = Type.Object({
  id: Id,
  title: Type.String(),
  text: Type.String({ description: "The beginning of what it says, in the reader's language." }),
  scope: ScriptScope,
  shopId: Nullable(Id),
});
export type FoundScriptShape = Static<typeof FoundScript>;

export const Everything = Type.Object({
  buyers: Type.Array(BuyerSummary),
  conversations: Type.Array(FoundConversation, {
    description: 'Of the buyers found, newest first.',
  }),
  messages: Type.Array(FoundMessage, { description: 'Newest first.' }),
  orders: Type.Array(OrderSummary),
  products: Type.Array(ProductSummary),
  knowledge: Type.Array(KnowledgeSummary),
  scripts: Type.Array(FoundScript),
});
export type EverythingShape = Static<typeof Everything>;

export const searchEverything = endpoint({
  id: 'searchEverything',
  method: 'GET',
  path: '/search',
  summary:
    'Buyers, conversations, messages, orders, products, knowledge and scripts in one answer; a kind the reader may not see is empty',
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
