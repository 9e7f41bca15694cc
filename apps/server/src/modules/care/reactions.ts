import type { orders as contract, Static } from '@guitai/contract';
import type { ActorRef, TeamActor } from '../../kernel/actor.ts';
import { react } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { updateCard } from '../conversations/index.ts';
import * as orders from '../orders/index.ts';
import { scriptUsed } from '../scripts/index.ts';
import { keepOrderCard, standingOf } from './act-card.store.ts';
import { refreshOrderCards, showAct } from './act-card.ts';
import { settle, stands } from './order-check.settle.ts';
import { lockOpenChecks, ordersFollowed } from './order-check.store.ts';
import { reminderState } from './reminder.rules.ts';
import { lockDueReminders, setReminder } from './reminder.store.ts';
import { reminderCard } from './reminder.ts';

/** Keeps the cards of an order true: what can no longer be answered says so, a reminder says what became of it. */
export async function followOrder(actor: TeamActor, tx: Tx, orderId: string): Promise<void> {
  const order = await orders.lockOrder(tx, orderId);
  if (!order) return;
  for (const check of await lockOpenChecks(tx, orderId)) {
    if (!stands(check, order)) await settle(actor, tx, check, order, 'outdated');
  }
  const state = reminderState(order);
  if (state === 'due') return;
  for (const reminder of await lockDueReminders(tx, orderId)) {
    await setReminder(tx, reminder.id, state);
    const card = reminderCard(reminder.id, order);
    await updateCard(actor, tx, { messageId: reminder.message_id, card });
  }
}

/** What was done to an order: a card for the buyer, and the cards that were there before kept true. */
async function followAct(
  actor: TeamActor,
  tx: Tx,
  acted: Static<typeof contract.OrderActedEvent>,
  by: ActorRef,
): Promise<void> {
  const order = await orders.lockOrder(tx, acted.orderId);
  if (!order) return;
  const standing = await standingOf(tx, order.id, acted.act.id);
  await showAct(actor, tx, order, acted, { by, shown: standing.act });
  await refreshOrderCards(actor, tx, order, standing.orders);
  if (standing.open) await followOrder(actor, tx, order.id);
}

const follow = async (actor: TeamActor, tx: Tx, orderIds: readonly string[]) => {
  for (const id of await ordersFollowed(tx, orderIds)) await followOrder(actor, tx, id);
};

export const reactions = [
  react('care.followActs', orders.orderActed, (actor, tx, event) =>
    followAct(actor, tx, event.data, event.actor),
  ),
  react('care.followOrder', [orders.orderPaid, orders.orderAddressChanged], (actor, tx, event) =>
    follow(actor, tx, [event.subject]),
  ),
  react('care.keepScriptCard', scriptUsed, async (_actor, tx, { data }) => {
    const { orderId, conversationId, messageId } = data;
    if (orderId !== null) await keepOrderCard(tx, { orderId, conversationId, messageId });
  }),
  react('care.followMirror', orders.ordersMirrored, (actor, tx, event) =>
    follow(
      actor,
      tx,
      event.data.orders.map((order) => order.id),
    ),
  ),
];
