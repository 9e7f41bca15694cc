import type { care, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { conversationFacts, postCard } from '../conversations/index.ts';
import { lockOrder, writeOrderCheck } from '../orders/index.ts';
import { type AtCounter, atCounter } from './counter.ts';
import * as events from './events.ts';
import { checkCard, markOfOrder } from './order-check.card.ts';
import { type CheckKind, mayAsk } from './order-check.rules.ts';
import { settle, stands, tellCheck } from './order-check.settle.ts';
import {
  type CheckRow,
  findCheck,
  insertCheck,
  lockCheck,
  lockOpenChecks,
} from './order-check.store.ts';
import { minutesBetween } from './reminder.rules.ts';
import { productsOf } from './sent.ts';

type Input = InputOf<typeof care.verifyOrder>;

/** SHOP-05: asks the buyer in the chat whether the order is right. */
export async function verifyOrder(actor: StaffActor, tx: Tx, input: Input) {
  const met = await atCounter(actor, tx, input, 'orders.verify');
  return isRefusal(met) ? met : ask('order', actor, tx, met);
}

/** SHOP-05: asks the buyer whether the delivery address is right. */
export async function verifyAddress(actor: StaffActor, tx: Tx, input: Input) {
  const met = await atCounter(actor, tx, input, 'orders.verify');
  if (isRefusal(met)) return met;
  return met.order.address ? ask('address', actor, tx, met) : refuse('order_check.no_address');
}

async function ask(kind: CheckKind, actor: StaffActor, tx: Tx, { conversation, order }: AtCounter) {
  if (!mayAsk(kind, order.status))
    return refuse('order_check.order_over', { status: order.status });
  const open = (await lockOpenChecks(tx, order.id)).find((check) => check.kind === kind);
  if (open && stands(open, order)) return pending(open);
  if (open) await settle(actor, tx, open, order, 'outdated');

  const id = newId();
  const card = checkCard(kind, id, 'asked', order);
  const message = await postCard(actor, tx, { conversationId: conversation.id, card });
  if (isRefusal(message)) return message;
  const check = {
    id,
    team_id: actor.team,
    kind,
    shop_id: order.shopId,
    order_id: order.id,
    buyer_id: conversation.buyerId,
    conversation_id: conversation.id,
    message_id: message.id,
    mark: markOfOrder(kind, order),
    asked_at: now(),
  };
  await insertCheck(tx, check);
  await writeOrderCheck(actor, tx, { orderId: order.id, kind, state: 'asked' });
  const shown = { productIds: productsOf(order), seq: message.seq };
  tellCheck(actor, tx, events.orderCheckAsked, check, 'asked', shown);
  return message;
}

const pending = (open: CheckRow) =>
  refuse('order_check.pending', {
    askedAt: open.asked_at.toISOString(),
    minutes: minutesBetween(open.asked_at, now()),
    checkId: open.id,
  });

/** Takes an unanswered question back. */
export async function withdrawOrderCheck(
  actor: StaffActor,
  tx: Tx,
  { checkId }: InputOf<typeof care.withdrawOrderCheck>,
) {
  const found = await findCheck(tx, checkId);
  const conversation = found && (await conversationFacts(tx, found.conversation_id));
  if (!found || !conversation) return refuse('order_check.not_found');
  const thing = { shop: conversation.shopId, holder: conversation.assigneeId };
  if (can(actor, 'conversations.read', thing) !== 'yes') return refuse('order_check.not_found');
  for (const permission of ['orders.verify', 'conversations.reply'])
    if (can(actor, permission, thing) !== 'yes') return refuse('access.denied', { permission });
  const order = await lockOrder(tx, found.order_id);
  const check = await lockCheck(tx, checkId);
  if (!order || !check) return refuse('order_check.not_found');
  if (check.state !== 'asked') return refuse('order_check.settled', { state: check.state });
  return settle(actor, tx, check, order, 'withdrawn');
}
