import { KnowledgeSent } from './care.knowledge.ts';
import { Id, Nullable, OneOf, type Static, Type } from './schema.ts';

/** Events of before these fields were told lack them. */
const served = {
  productIds: Type.Optional(
    Type.Array(Id, { description: 'Products of the order as it stood then.' }),
  ),
  seq: Type.Optional(Type.Integer({ description: 'Number of the message in its conversation.' })),
};

/** A question to the buyer after a change. Words and addresses stay in the card and on the order. */
export const OrderCheckChanged = Type.Object({
  checkId: Id,
  kind: OneOf(['order', 'address'] as const),
  state: OneOf(['asked', 'confirmed', 'change_wanted', 'withdrawn', 'outdated'] as const),
  orderId: Id,
  shopId: Id,
  buyerId: Id,
  conversationId: Id,
  messageId: Id,
  ...served,
});
export type OrderCheckChanged = Static<typeof OrderCheckChanged>;

/** A card the team sent by hand. */
export const CardSent = Type.Object({
  conversationId: Id,
  messageId: Id,
  buyerId: Id,
  shopId: Id,
  card: OneOf(['order', 'product', 'tracking', 'paymentReminder'] as const),
  orderId: Nullable(Id),
  productId: Nullable(Id),
  ...served,
});

/**
 * From this message of the buyer on a product is under discussion, as it was understood then: a link or a number in the words, or the page
 * they were written from. Cards tell of their product themselves.
 */
export const ProductDiscussed = Type.Object({
  conversationId: Id,
  messageId: Id,
  seq: Type.Integer({ description: 'Number of the message in its conversation.' }),
  shopId: Id,
  productId: Id,
  why: OneOf(['link', 'words', 'page'] as const),
});
export type ProductDiscussed = Static<typeof ProductDiscussed>;

/** Event types of care with the shape of their data; none is told to the buyer, whose cards change by themselves. */
export const careEvents = {
  'order_check.asked': OrderCheckChanged,
  'order_check.answered': OrderCheckChanged,
  'order_check.withdrawn': OrderCheckChanged,
  'order_check.outdated': OrderCheckChanged,
  'reminder.sent': CardSent,
  'card.sent': CardSent,
  'knowledge.sent': KnowledgeSent,
  'product.discussed': ProductDiscussed,
} as const;
