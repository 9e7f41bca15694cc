import type { care } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { updateCard } from '../conversations/index.ts';
import { type OrderFacts, writeOrderCheck } from '../orders/index.ts';
import * as events from './events.ts';
import { checkCard, markOfOrder, type Said } from './order-check.card.ts';
import { type CheckState, stillAsks } from './order-check.rules.ts';
import { type CheckRow, settleCheck } from './order-check.store.ts';

/** Whether an open check still asks about the order as it is. */
export const stands = (check: CheckRow, order: OrderFacts): boolean =>
  stillAsks(check.kind, check.mark, {
    status: order.status,
    mark: markOfOrder(check.kind, order),
  });

const eventOf = {
  confirmed: events.orderCheckAnswered,
  change_wanted: events.orderCheckAnswered,
  withdrawn: events.orderCheckWithdrawn,
  outdated: events.orderCheckOutdated,
} as const;

/** Closes an open check whose order is locked: the row, the card on both sides, the order, the log and the record. */
export async function settle(
  actor: TeamActor,
  tx: Tx,
  check: CheckRow,
  order: OrderFacts,
  state: Exclude<CheckState, 'asked'>,
  said?: Said,
) {
  await settleCheck(tx, check.id, state, now());
  const card = checkCard(check.kind, check.id, state, order, said);
  const message = await updateCard(actor, tx, { messageId: check.message_id, card });
  if (!message) throw new Error('the card of a check is gone');
  const { order_id: orderId, kind } = check;
  await writeOrderCheck(actor, tx, { orderId, kind, state, answer: said?.answer ?? null });
  tellCheck(actor, tx, eventOf[state], check, state);
  return message;
}

type Named = Omit<CheckRow, 'state' | 'settled_at'>;

/** Says and puts on record what became of a check. */
export function tellCheck(
  actor: TeamActor,
  tx: Tx,
  event: (typeof eventOf)[keyof typeof eventOf] | typeof events.orderCheckAsked,
  check: Named,
  state: CheckState,
  shown: Pick<care.OrderCheckChanged, 'productIds' | 'seq'> = {},
): void {
  const { shop_id: shopId, order_id: orderId, conversation_id: conversationId } = check;
  const data = {
    checkId: check.id,
    kind: check.kind,
    state,
    orderId,
    shopId,
    buyerId: check.buyer_id,
    conversationId,
    messageId: check.message_id,
    ...shown,
  };
  const reach = { shop: shopId };
  emit(tx, event, { subject: check.id, topic: conversationId, reach, actor, data });
  record(tx, actor, {
    action: event.type,
    subject: { kind: 'order', id: orderId },
    after: { kind: check.kind, state },
    shop: shopId,
  });
}
