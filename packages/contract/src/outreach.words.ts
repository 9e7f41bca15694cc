/** Words of messages nobody typed. */
import { Id, Instant, Nullable, OneOf, Text, Type } from './schema.ts';

/** Ways to a buyer, in the order of the wish. */
export const OutreachChannel = OneOf(
  ['chat', 'sms', 'mail'] as const,
  'chat: into the conversation. sms: to the phone. mail: to the e-mail address.',
);
export type OutreachChannelWord = 'chat' | 'sms' | 'mail';

/** What a message is about; each has its own cap and its own opt-out. */
export const OutreachTopic = OneOf(
  ['service', 'marketing'] as const,
  "service: about the buyer's own order. marketing: to sell.",
);
export type OutreachTopicWord = 'service' | 'marketing';

/** Where a message is. It only moves forward. */
export const OutreachState = OneOf(
  ['planned', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'skipped'] as const,
  'sending: handed to the gateway, no answer yet. unknown: the gateway did not answer; it may have arrived and is never sent again by itself.',
);
export type OutreachStateWord =
  | 'planned'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'unknown'
  | 'skipped';

/** What made a message be planned: a rule, a promise, a restock … */
export const OutreachCause = Type.Object({
  kind: Text(40, 1, 'Kind of the cause, e.g. `rule`.'),
  id: Text(100, 1, 'Id of the cause.'),
  step: Text(60, 0, 'Stage within the cause, e.g. `shipped`.'),
});

/** What every event about a message carries; no address, no words. */
export const OutreachTold = Type.Object({
  messageId: Id,
  shopId: Id,
  buyerId: Id,
  orderId: Nullable(Id),
  conversationId: Nullable(Id),
  topic: OutreachTopic,
  channel: Nullable(OutreachChannel),
  cause: OutreachCause,
  state: OutreachState,
  reason: Nullable(Type.String({ description: 'Why it was skipped or failed: a code.' })),
});

/** Something was planned: one event for everything a transaction planned. */
export const OutreachPlanned = Type.Object({
  count: Type.Integer(),
  dueAt: Instant,
  shopIds: Type.Array(Id),
});

/** An order followed a message. */
export const OutreachConverted = Type.Composite([
  OutreachTold,
  Type.Object({ convertedOrderId: Id }),
]);

/** A buyer no longer wants a kind of message, or wants it again. */
export const OutreachOptedOut = Type.Object({
  optOutId: Id,
  buyerId: Nullable(Id),
  shopId: Id,
  channel: OneOf(['chat', 'sms', 'mail', 'all'] as const),
  topic: OneOf(['service', 'marketing', 'all'] as const),
  source: OneOf(['chat', 'sms', 'mail', 'person'] as const),
  undone: Type.Boolean(),
  cause: Nullable(OutreachCause),
  messageId: Nullable(Id),
});
