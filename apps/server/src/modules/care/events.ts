import { care } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { careEvents } = care;
const read = { permission: 'conversations.read' };

export const orderCheckAsked = defineEvent(
  'order_check.asked',
  careEvents['order_check.asked'],
  read,
);
export const orderCheckAnswered = defineEvent(
  'order_check.answered',
  careEvents['order_check.answered'],
  read,
);
export const orderCheckWithdrawn = defineEvent(
  'order_check.withdrawn',
  careEvents['order_check.withdrawn'],
  read,
);
export const orderCheckOutdated = defineEvent(
  'order_check.outdated',
  careEvents['order_check.outdated'],
  read,
);
export const reminderSent = defineEvent('reminder.sent', careEvents['reminder.sent'], read);
export const cardSent = defineEvent('card.sent', careEvents['card.sent'], read);
export const knowledgeSent = defineEvent('knowledge.sent', careEvents['knowledge.sent'], read);

export const productDiscussed = defineEvent(
  'product.discussed',
  careEvents['product.discussed'],
  read,
);

export const events = [
  orderCheckAsked,
  orderCheckAnswered,
  orderCheckWithdrawn,
  orderCheckOutdated,
  reminderSent,
  cardSent,
  knowledgeSent,
  productDiscussed,
];
