import type { automation } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;

/** What sets a rule off, after the word "When". */
export const triggerWords: Words<automation.RuleTrigger> = {
  'order.placed': msg({ message: 'an order is placed', context: 'rule' }),
  'order.paid': msg({ message: 'an order is paid', context: 'rule' }),
  'order.shipped': msg({ message: 'an order is shipped', context: 'rule' }),
  'order.out_for_delivery': msg({ message: 'a parcel is out for delivery', context: 'rule' }),
  'order.delivered': msg({ message: 'an order is delivered', context: 'rule' }),
  'order.received': msg({ message: 'the buyer confirms receipt', context: 'rule' }),
  'order.refund_asked': msg({ message: 'a refund is asked for', context: 'rule' }),
  'order.refunded': msg({ message: 'an order is refunded', context: 'rule' }),
  'order.cancelled': msg({ message: 'an order is cancelled', context: 'rule' }),
  'order.reviewed': msg({ message: 'the buyer has reviewed an order', context: 'rule' }),
  'conversation.opened': msg({ message: 'a chat begins', context: 'rule' }),
  'conversation.buyer_wrote': msg({ message: 'the buyer writes', context: 'rule' }),
  'conversation.unanswered': msg({ message: 'the buyer waits for an answer', context: 'rule' }),
  'conversation.quiet': msg({ message: 'the buyer does not answer us', context: 'rule' }),
  'conversation.assigned': msg({ message: 'a chat changes hands', context: 'rule' }),
  'conversation.closed': msg({ message: 'a chat is resolved', context: 'rule' }),
  schedule: msg({ message: 'it is a time of day', context: 'rule' }),
};

export const factWords: Words<automation.RuleFactName> = {
  'order.status': msg({ message: 'order status', context: 'rule' }),
  'order.source': msg({ message: 'source of the order', context: 'rule' }),
  'order.totalMinor': msg({ message: 'order total', context: 'rule' }),
  'order.dueMinor': msg({ message: 'amount to pay', context: 'rule' }),
  'order.ageMinutes': msg({ message: 'minutes since the order', context: 'rule' }),
  'order.reminded': msg({ message: 'reminded of payment', context: 'rule' }),
  'order.reviewed': msg({ message: 'reviewed by the buyer', context: 'rule' }),
  'order.title': msg({ message: 'first product', context: 'rule' }),
  'buyer.name': msg({ message: 'buyer’s name', context: 'rule' }),
  'buyer.tags': msg({ message: 'buyer’s tags', context: 'rule' }),
  'buyer.level': msg({ message: 'buyer’s level', context: 'rule' }),
  'buyer.friendliness': msg({ message: 'buyer’s friendliness', context: 'rule' }),
  'buyer.orders': msg({ message: 'buyer’s number of orders', context: 'rule' }),
  'buyer.spentMinor': msg({ message: 'buyer’s spend', context: 'rule' }),
  'buyer.blocked': msg({ message: 'buyer on the blocklist', context: 'rule' }),
  'buyer.language': msg({ message: 'buyer’s language', context: 'rule' }),
  'conversation.state': msg({ message: 'state of the chat', context: 'rule' }),
  'conversation.assigned': msg({ message: 'chat held by somebody', context: 'rule' }),
  'conversation.waitingMinutes': msg({ message: 'minutes the buyer waits', context: 'rule' }),
  'message.text': msg({ message: 'the message', context: 'rule' }),
  'parcel.status': msg({ message: 'state of the parcel', context: 'rule' }),
  'parcel.carrier': msg({ message: 'carrier', context: 'rule' }),
  'time.hour': msg({ message: 'hour in the shop', context: 'rule' }),
  'time.weekday': msg({ message: 'weekday in the shop (1–7)', context: 'rule' }),
  'shop.open': msg({ message: 'shop is open', context: 'rule' }),
};

export const operatorWords: Words<automation.RuleOperator> = {
  is: msg({ message: 'is', context: 'rule' }),
  is_not: msg({ message: 'is not', context: 'rule' }),
  below: msg({ message: 'is below', context: 'rule' }),
  at_most: msg({ message: 'is at most', context: 'rule' }),
  above: msg({ message: 'is above', context: 'rule' }),
  at_least: msg({ message: 'is at least', context: 'rule' }),
  one_of: msg({ message: 'is one of', context: 'rule' }),
  none_of: msg({ message: 'is none of', context: 'rule' }),
  contains: msg({ message: 'contains', context: 'rule' }),
  lacks: msg({ message: 'does not contain', context: 'rule' }),
  has: msg({ message: 'hold', context: 'rule' }),
  has_not: msg({ message: 'do not hold', context: 'rule' }),
};

export const actionWords: Words<automation.RuleAction['do']> = {
  send: msg({ message: 'send a message', context: 'rule' }),
  tag: msg({ message: 'tag the buyer', context: 'rule' }),
  note: msg({ message: 'write a note into the chat', context: 'rule' }),
  assign: msg({ message: 'hand the chat over', context: 'rule' }),
  urgent: msg({ message: 'mark the order urgent', context: 'rule' }),
  task: msg({ message: 'open a task', context: 'rule' }),
  notify: msg({ message: 'tell colleagues', context: 'rule' }),
  coupon: msg({ message: 'give a coupon', context: 'rule' }),
  webhook: msg({ message: 'tell other systems', context: 'rule' }),
};

export const channelWords: Words<'chat' | 'sms' | 'mail'> = {
  chat: msg({ message: 'chat', context: 'rule' }),
  sms: msg({ message: 'SMS', context: 'rule' }),
  mail: msg({ message: 'e-mail', context: 'rule' }),
};

export const presetWords: Words<automation.CarePreset> = {
  unpaid: msg({ message: 'Payment reminder', context: 'care' }),
  paid: msg({ message: 'Payment received', context: 'care' }),
  shipped: msg({ message: 'Shipped', context: 'care' }),
  out_for_delivery: msg({ message: 'Out for delivery', context: 'care' }),
  delivered: msg({ message: 'Delivered', context: 'care' }),
  please_confirm: msg({ message: 'Please confirm receipt', context: 'care' }),
  reassurance: msg({ message: 'After-purchase care', context: 'care' }),
  review_invite: msg({ message: 'Invitation to review', context: 'care' }),
  review_thanks: msg({ message: 'Thanks for the review', context: 'care' }),
};

export const runWords: Words<automation.RunStateWord> = {
  planned: msg({ message: 'waits', context: 'run' }),
  done: msg({ message: 'done', context: 'run' }),
  not_matched: msg({ message: 'did not match', context: 'run' }),
  skipped: msg({ message: 'left out', context: 'run' }),
  failed: msg({ message: 'not carried out', context: 'run' }),
};

/** Why a run did nothing, by its code. */
export const whyWords: Readonly<Record<string, MessageDescriptor>> = {
  off: msg({ message: 'the rule was off', context: 'run' }),
  changed: msg({ message: 'the rule listens to something else now', context: 'run' }),
  gone: msg({ message: 'it is no more', context: 'run' }),
  stale: msg({ message: 'it would have come a day too late', context: 'run' }),
  over: msg({ message: 'it had settled meanwhile', context: 'run' }),
  once: msg({ message: 'it was answered once already', context: 'run' }),
  stopped: msg({ message: 'an earlier rule was enough', context: 'run' }),
  fault: msg({ message: 'a fault on our side', context: 'run' }),
  no_conversation: msg({ message: 'there is no chat with the buyer', context: 'run' }),
  no_buyer: msg({ message: 'the buyer is not known', context: 'run' }),
  'missing:buyer': msg({ message: 'the buyer is not known', context: 'run' }),
  'missing:tracking': msg({ message: 'there is no tracking number', context: 'run' }),
  'missing:text': msg({ message: 'no words in a language', context: 'run' }),
  no_author: msg({ message: 'nobody stands for the rule', context: 'run' }),
  'authority.beyond_limit': msg({
    message: 'more than its author may give',
    context: 'run',
  }),
  'coupon.budget_over': msg({ message: 'the budget of the coupon is used up', context: 'run' }),
  'coupon.count_over': msg({ message: 'all of these coupons are given out', context: 'run' }),
  'coupon.buyer_limit': msg({ message: 'the buyer has as many as one may have', context: 'run' }),
  'coupon.stopped': msg({ message: 'this coupon is not given out any more', context: 'run' }),
  'coupon.over': msg({ message: 'the time of the coupon is over', context: 'run' }),
  'coupon.below_floor': msg({ message: 'it would go below the floor price', context: 'run' }),
  'offer.buyer_foreign': msg({ message: 'nobody vouches for the buyer', context: 'run' }),
  'order.unchanged': msg({ message: 'it was so already', context: 'run' }),
};
