/**
 * Acts on an order while chatting: questions to the buyer, reminders, cards. Each posts one card into the conversation;
 * the order must belong to the buyer of that conversation: a match stated by a colleague gives a visitor no order data.
 * The buyer's answer is `answerOrderCheck` in `channels.ts`.
 */
import { TextVariant } from './automation.shapes.ts';
import { ofConversation } from './conversations.parts.ts';
import { Message } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { ofOrder } from './orders.acts.parts.ts';
import { Can, Id, Instant, Nullable, Text, Type } from './schema.ts';

export * from './care.errors.ts';
export * from './care.events.ts';
export * from './care.knowledge.ts';
export * from './care.own.ts';

/** Refusals of every act on an order in a conversation. */
const onOrder = [
  'conversation.not_found',
  'conversation.illegal_transition',
  'conversation.superseded',
  'order.not_found',
  'care.foreign_order',
  'care.buyer_unproven',
  'care.buyer_blocked',
] as const;

export const verifyOrder = endpoint({
  id: 'verifyOrder',
  method: 'POST',
  path: '/conversations/:conversationId/order-checks',
  summary: 'Ask the buyer whether the order is right; the answer is written on the order',
  params: ofConversation,
  body: ofOrder,
  reply: Message,
  errors: [...onOrder, 'order_check.pending', 'order_check.order_over'],
});

export const verifyAddress = endpoint({
  id: 'verifyAddress',
  method: 'POST',
  path: '/conversations/:conversationId/address-checks',
  summary:
    'Ask the buyer whether the delivery address is right; a correction becomes a proposed change',
  params: ofConversation,
  body: ofOrder,
  reply: Message,
  errors: [...onOrder, 'order_check.pending', 'order_check.order_over', 'order_check.no_address'],
});

export const withdrawOrderCheck = endpoint({
  id: 'withdrawOrderCheck',
  method: 'DELETE',
  path: '/order-checks/:checkId',
  summary: 'Take back a question the buyer has not answered; the card says so on both sides',
  params: Strict({ checkId: Id }),
  reply: Message,
  errors: ['order_check.not_found', 'order_check.settled'],
});

export const remindPayment = endpoint({
  id: 'remindPayment',
  method: 'POST',
  path: '/conversations/:conversationId/payment-reminders',
  summary:
    "Remind the buyer of an unpaid order: never one paid meanwhile, never twice within the shop's interval",
  params: ofConversation,
  body: Strict({
    orderId: Id,
    variant: Type.Optional(
      Text(20, 1, "Which of the shop's wordings; without it one of them, evenly."),
    ),
  }),
  reply: Message,
  errors: [...onOrder, 'reminder.not_due', 'reminder.too_soon'],
});

const ReminderTexts = Type.Object({
  items: Type.Array(TextVariant),
  results: Type.Array(
    Type.Object({
      variant: Nullable(Type.String({ description: 'Null: the card alone.' })),
      sent: Type.Integer(),
      converted: Type.Integer({ description: 'Paid within 24 h, not given back since.' }),
    }),
    { description: 'Of the last 90 days.' },
  ),
  can: Can,
});

export const getReminderTexts = endpoint({
  id: 'getReminderTexts',
  method: 'GET',
  path: '/shops/:shopId/reminder-texts',
  summary: "The shop's words for reminding of a payment by hand, and what came of each",
  params: Strict({ shopId: Id }),
  reply: ReminderTexts,
  errors: ['shop.not_found'],
});

export const putReminderTexts = endpoint({
  id: 'putReminderTexts',
  method: 'PUT',
  path: '/shops/:shopId/reminder-texts',
  summary: 'Replaces them; without any the card of a reminder stands alone',
  params: Strict({ shopId: Id }),
  body: Strict({ items: Type.Array(TextVariant, { maxItems: 5 }) }),
  reply: ReminderTexts,
  errors: ['shop.not_found', 'rule.text_unknown_variable', 'rule.needs_text'],
});

export const listReminderWords = endpoint({
  id: 'listReminderWords',
  method: 'GET',
  path: '/orders/:orderId/reminder-words',
  summary:
    'What a reminder of this order would say in each of the shop’s wordings, the usual one first',
  params: ofOrder,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        variant: Type.String(),
        text: Type.String({ description: 'As this buyer gets it.' }),
        converted: Type.Integer({ description: 'Paid within 24 h, of the last 90 days.' }),
        sent: Type.Integer(),
      }),
    ),
  }),
  errors: ['order.not_found'],
});

export const getOrderReminders = endpoint({
  id: 'getOrderReminders',
  method: 'GET',
  path: '/orders/:orderId/reminders',
  summary: 'Reminders by hand of an order, newest first, and what came of each',
  params: ofOrder,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        at: Instant,
        variant: Nullable(Type.String()),
        converted: Type.Boolean({ description: 'Paid within 24 h, not given back since.' }),
      }),
    ),
  }),
  errors: ['order.not_found'],
});

export const sendOrderCard = endpoint({
  id: 'sendOrderCard',
  method: 'POST',
  path: '/conversations/:conversationId/order-cards',
  summary: 'Show the buyer one of their orders',
  params: ofConversation,
  body: ofOrder,
  reply: Message,
  errors: onOrder,
});

export const sendTrackingCard = endpoint({
  id: 'sendTrackingCard',
  method: 'POST',
  path: '/conversations/:conversationId/tracking-cards',
  summary: 'Show the buyer where a parcel is, as known at this moment',
  params: ofConversation,
  body: Strict({
    orderId: Id,
    parcelId: Type.Optional(
      Type.Unsafe<string>({ ...Id, description: 'Without it: the parcel that moved last.' }),
    ),
  }),
  reply: Message,
  errors: [...onOrder, 'parcel.not_found'],
});

export const sendProductCard = endpoint({
  id: 'sendProductCard',
  method: 'POST',
  path: '/conversations/:conversationId/product-cards',
  summary: 'Show the buyer a product with the price and stock of this moment',
  params: ofConversation,
  body: Strict({ productId: Id }),
  reply: Message,
  errors: [
    'conversation.not_found',
    'conversation.illegal_transition',
    'conversation.superseded',
    'care.buyer_blocked',
    'product.not_found',
    'care.product_of_other_shop',
  ],
});
