import type { outreach, Static } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { type EventType, emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OutreachRow } from './tables.ts';

type Told = Static<typeof outreach.OutreachTold>;
type Tellable = Pick<
  OutreachRow,
  | 'id'
  | 'shopId'
  | 'buyerId'
  | 'orderId'
  | 'conversationId'
  | 'topic'
  | 'channel'
  | 'cause'
  | 'state'
  | 'reason'
>;

/** A message as its events carry it. */
export const toldOf = (m: Tellable): Told => ({
  messageId: m.id,
  shopId: m.shopId,
  buyerId: m.buyerId,
  orderId: m.orderId,
  conversationId: m.conversationId,
  topic: m.topic,
  channel: m.channel,
  cause: m.cause,
  state: m.state,
  reason: m.reason,
});

/** Says what became of a message. */
export function tellMessage(
  actor: Actor,
  tx: Tx,
  event: EventType<typeof outreach.OutreachTold>,
  message: Tellable,
): void {
  emit(tx, event, {
    subject: message.id,
    reach: { shop: message.shopId },
    actor,
    cause: `${message.cause.kind} ${message.cause.id}`,
    data: toldOf(message),
  });
}
