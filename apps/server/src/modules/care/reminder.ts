import type { care, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { postCard, sayInTx } from '../conversations/index.ts';
import { noteReminder, type OrderFacts } from '../orders/index.ts';
import { findShop } from '../shops/index.ts';
import { atCounter } from './counter.ts';
import { reminderSent } from './events.ts';
import {
  minutesBetween,
  type ReminderVerdict,
  reminderState,
  weighReminder,
} from './reminder.rules.ts';
import { insertReminder } from './reminder.store.ts';
import { reminderWords } from './reminder.words.ts';
import { tellSent } from './sent.ts';

/** The card of a reminder, as the order stands. */
export const reminderCard = (id: string, order: OrderFacts) =>
  ({ type: 'paymentReminder', id, state: reminderState(order), order: order.card }) as const;

/**
 * Reminds the buyer of a payment. Every guard is asked with the order's row locked, so of many clicks at once one is
 * carried out, and none when the payment came first.
 */
export async function remindPayment(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof care.remindPayment>,
) {
  const met = await atCounter(actor, tx, input, 'orders.remind');
  if (isRefusal(met)) return met;
  const { conversation, order } = met;
  const shop = await findShop(tx, order.shopId);
  if (!shop) throw new Error('an order without its shop');
  const verdict = weighReminder(order, shop.settings.reminderIntervalMinutes, now());
  if (!verdict.may) return refusalOf(verdict, order);

  const id = newId();
  const words = await reminderWords(tx, order, input.variant);
  if (words) {
    const said = { conversationId: conversation.id, text: words.text, clientKey: `reminder ${id}` };
    const spoken = await sayInTx(actor, tx, said);
    if (isRefusal(spoken)) return spoken as Refusal<'conversation.not_found'>;
  }
  const card = reminderCard(id, order);
  const message = await postCard(actor, tx, { conversationId: conversation.id, card });
  if (isRefusal(message)) return message;
  await insertReminder(tx, {
    id,
    team_id: actor.team,
    shop_id: order.shopId,
    order_id: order.id,
    conversation_id: conversation.id,
    message_id: message.id,
    at: now(),
    variant: words?.variant ?? null,
  });
  await noteReminder(actor, tx, { orderId: order.id });
  const sent = { card: 'paymentReminder', orderId: order.id, productId: null } as const;
  tellSent(actor, tx, reminderSent, conversation, message, sent, order);
  return message;
}

function refusalOf(verdict: Exclude<ReminderVerdict, { may: true }>, order: OrderFacts) {
  if (verdict.why === 'not_due') return refuse('reminder.not_due', { status: order.status });
  const { nextAt } = verdict;
  const remindedAt = order.remindedAt ?? now();
  return refuse('reminder.too_soon', {
    remindedAt: remindedAt.toISOString(),
    nextAt: nextAt.toISOString(),
    minutes: minutesBetween(remindedAt, now()),
    waitMinutes: minutesBetween(now(), nextAt),
  });
}
