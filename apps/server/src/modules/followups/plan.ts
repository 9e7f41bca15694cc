import type { followups, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { productFacts } from '../catalog/index.ts';
import { conversationFacts } from '../conversations/index.ts';
import { orderFacts } from '../orders/index.ts';
import { byOf } from './act.frame.ts';
import { ahead } from './acts.ts';
import { topicOf } from './fill.ts';
import { insertFollowups } from './followup.store.ts';
import { showOne } from './shown.ts';
import { tellFollowup } from './tell.ts';

/** The conversation, for who may work with its buyer. */
export async function reachTalk(actor: StaffActor, tx: Tx, id: string) {
  const met = await conversationFacts(tx, id);
  const thing = met && { shop: met.shopId, holder: met.assigneeId };
  const may =
    thing &&
    can(actor, 'conversations.read', thing) === 'yes' &&
    can(actor, 'followups.work', { shop: thing.shop }) === 'yes';
  return met && may ? met : refuse('conversation.not_found');
}

/** A21: puts the buyer of a conversation on the list by hand. */
export async function planFollowup(
  actor: StaffActor,
  tx: Tx,
  { conversationId, note, ...wanted }: InputOf<typeof followups.planFollowup>,
) {
  const met = await reachTalk(actor, tx, conversationId);
  if (isRefusal(met)) return met;
  const plannedAt = ahead(wanted.plannedAt);
  if (isRefusal(plannedAt)) return plannedAt;
  const { productId = null, orderId = null } = wanted;
  const product = productId === null ? null : await productFacts(tx, productId);
  const order = orderId === null ? null : await orderFacts(tx, orderId);
  const { shopId, buyerId } = met;
  const foreign =
    (productId !== null && product?.shopId !== shopId) ||
    (orderId !== null && (order?.shopId !== shopId || order.buyerId !== buyerId));
  if (foreign) return refuse('followup.subject_foreign');
  const row = {
    ...{ id: newId(), shopId, buyerId, reason: 'hand' as const, state: 'open' as const },
    ...{ topic: topicOf('hand'), since: now(), plannedAt, conversationId, orderId, productId },
    ...{ assigneeId: byOf(actor), note },
  };
  await insertFollowups(tx, [{ ...row, occasion: row.id }], now());
  const subject = { kind: 'followup', id: row.id };
  const after = { plannedAt: plannedAt.toISOString(), orderId, productId };
  record(tx, actor, { action: 'followup.planned', subject, after, shop: shopId });
  tellFollowup(actor, tx, row);
  return showOne(actor, tx, row.id);
}
