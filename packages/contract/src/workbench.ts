/** Screens of the desk that are read in one piece. */

import { Case } from './aftersales.shapes.ts';
import { Buyer } from './buyers.shapes.ts';
import { ofConversation } from './conversations.parts.ts';
import { Conversation, Drafts, Message } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { BuyerSpend, OrderCard, PaymentMethod } from './orders.shapes.ts';
import { Id, Nullable, type Static, Type, Whole } from './schema.ts';

export * from './workbench.approvals.ts';
export * from './workbench.search.ts';

/** Everything the desk shows when a conversation is opened: one round trip, one statement. */
export const Counter = Type.Object({
  conversation: Conversation,
  messages: Type.Object({
    items: Type.Array(Message, { description: 'The newest 50, in order of `seq`, rising.' }),
    before: Nullable(
      Type.Integer({ description: 'Pass as `before` to `listMessages`; null = nothing older.' }),
    ),
    after: Type.Null({ description: 'Nothing is newer than the newest.' }),
  }),
  buyer: Nullable(Buyer),
  orders: Type.Object({
    items: Type.Array(OrderCard, {
      description: "The newest 10 of every shop the reader may see, with the matched buyer's.",
    }),
    more: Type.Boolean({ description: 'There are older ones: `listBuyerOrders`.' }),
    spend: Type.Array(BuyerSpend),
    paymentMethods: Type.Array(PaymentMethod),
    cases: Type.Array(Case, { description: 'After-sales of these orders, newest first.' }),
  }),
  drafts: Drafts,
  seq: Type.Integer({
    description: "The team's last event at this moment; live events after it are news.",
  }),
});
export type CounterShape = Static<typeof Counter>;

export const openCounter = endpoint({
  id: 'openCounter',
  method: 'GET',
  path: '/counter/:conversationId',
  summary: 'A conversation with its newest messages, its buyer and their orders, in one answer',
  params: ofConversation,
  reply: Counter,
  errors: ['conversation.not_found'],
});

export const listMentionedOrders = endpoint({
  id: 'listMentionedOrders',
  method: 'GET',
  path: '/counter/:conversationId/mentioned-orders',
  summary:
    'Order numbers in a page of messages, with the orders they name. A number of an order the reader may not see is left out like one that means nothing.',
  params: ofConversation,
  query: Strict({
    before: Type.Optional(Whole('Messages before this number.')),
  }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        messageId: Id,
        text: Type.String({ description: 'The number as it stands in the message.' }),
        orderId: Id,
        own: Type.Boolean({ description: 'It is an order of this buyer.' }),
      }),
    ),
  }),
  errors: ['conversation.not_found'],
});
