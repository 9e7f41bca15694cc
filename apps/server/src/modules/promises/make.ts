import { promises as contract, type InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { productFacts } from '../catalog/index.ts';
import { type ConversationFacts, conversationFacts, findMessage } from '../conversations/index.ts';
import { buyerOrderFacts, orderFacts } from '../orders/index.ts';
import { findShop } from '../shops/index.ts';
import { planAlarms } from './alarm.ts';
import { promiseMade } from './events.ts';
import { needsOrder, needsProduct, orderFulfils, productFulfils, yearMs } from './promise.rules.ts';
import { insertPromise, promiseOfMessage } from './promise.store.ts';
import { showPromise } from './shown.ts';
import { tellPromise } from './tell.ts';

type Wanted = InputOf<typeof contract.makePromise>;

/** The conversation, for who may promise in it. */
async function reach(actor: StaffActor, tx: Tx, id: string) {
  const met = await conversationFacts(tx, id);
  const thing = met && { shop: met.shopId, holder: met.assigneeId };
  const may =
    thing &&
    can(actor, 'conversations.read', thing) === 'yes' &&
    can(actor, 'promises.make', thing) === 'yes';
  return met && may ? met : refuse('conversation.not_found');
}

/** What was refunded or what the product costs now, where that decides later. */
async function subjectOf(tx: Tx, met: ConversationFacts, wanted: Wanted) {
  const { event, orderId = null, productId = null } = wanted;
  const order = orderId === null ? null : await orderFacts(tx, orderId);
  if (orderId !== null && (order?.buyerId !== met.buyerId || order.shopId !== met.shopId))
    return refuse('promise.order_foreign');
  if (needsOrder(event) && !order) return refuse('promise.order_needed');
  const product = productId === null ? null : await productFacts(tx, productId);
  if (needsProduct(event) && product?.shopId !== met.shopId)
    return refuse('promise.product_needed');
  const baseline =
    event === 'price' ? (product?.priceMinor ?? null) : (order?.refundedMinor ?? null);
  const happened =
    (order && orderFulfils({ event, baseline }, order)) ||
    (product && productFulfils({ event, baseline }, product));
  if (happened) return refuse('promise.happened');
  return {
    orderId: order?.id ?? null,
    productId: product?.id ?? null,
    productTitle: product?.title ?? '',
    baseline,
  };
}

/** By when; without a time only what is told when it arrives. */
function dueOf({
  event,
  dueAt,
}: Wanted): Date | null | Refusal<'promise.due_needed' | 'promise.due_past'> {
  if (dueAt === null) return needsProduct(event) ? null : refuse('promise.due_needed');
  const due = new Date(dueAt);
  const ahead = due.getTime() - now().getTime();
  return ahead > 0 && ahead < yearMs ? due : refuse('promise.due_past');
}

async function saidHere(tx: Tx, met: ConversationFacts, messageId: string): Promise<boolean> {
  const message = await findMessage(tx, messageId);
  return (
    message?.conversationId === met.id &&
    message.authorKind === 'member' &&
    message.kind === 'text' &&
    message.recalledAt === null
  );
}

/** A19: turns a sentence into a promise. */
export async function makePromise(actor: StaffActor, tx: Tx, wanted: Wanted) {
  const met = await reach(actor, tx, wanted.conversationId);
  if (isRefusal(met)) return met;
  const messageId = wanted.messageId ?? null;
  if (messageId && !(await saidHere(tx, met, messageId))) return refuse('promise.message_foreign');
  const subject = await subjectOf(tx, met, wanted);
  if (isRefusal(subject)) return subject;
  const dueAt = dueOf(wanted);
  if (isRefusal(dueAt)) return dueAt;
  const said = messageId ? await findMessage(tx, messageId) : undefined;
  const row = {
    id: newId(),
    shopId: met.shopId,
    buyerId: met.buyerId,
    conversationId: met.id,
    messageId,
    ...subject,
    sentence: wanted.sentence,
    memberId: said?.authorId ?? (actor.kind === 'member' ? actor.member : null),
    event: wanted.event,
    madeAt: now(),
    dueAt,
  };
  if (!(await insertPromise(tx, row))) return refuse('promise.exists');
  await planAlarms(tx, { id: row.id, from: row.madeAt, dueAt });
  record(tx, actor, {
    action: 'promise.made',
    subject: { kind: 'promise', id: row.id },
    after: { event: row.event, dueAt: dueAt?.toISOString() ?? null, orderId: row.orderId },
    shop: row.shopId,
  });
  tellPromise(actor, tx, promiseMade, { ...row, state: 'open' });
  return showPromise(actor, tx, row.id);
}

/** The order a promise is most likely about: the newest that it could still come true for. */
const likely = (
  event: contract.PromiseEventWord,
  orders: Awaited<ReturnType<typeof buyerOrderFacts>>,
) =>
  orders.find((order) => {
    const over = ['cancelled', 'closed_unpaid', 'completed', 'returned'].includes(order.status);
    return !over && !orderFulfils({ event, baseline: order.refundedMinor }, order);
  });

/** What a sentence would promise; a person confirms it. */
export async function getPromiseProposal(
  actor: StaffActor,
  tx: Tx,
  { conversationId, text, messageId }: InputOf<typeof contract.getPromiseProposal>,
) {
  const met = await reach(actor, tx, conversationId);
  if (isRefusal(met)) return met;
  const shop = await findShop(tx, met.shopId);
  const timezone = shop?.timezone ?? 'Asia/Shanghai';
  const read = contract.readPromise(text);
  const event: contract.PromiseEventWord = read?.event ?? 'hand';
  const due = contract.dueOf(event, read?.time ?? { kind: 'open' }, now(), timezone);
  const all = await buyerOrderFacts(tx, met.buyerId, 20);
  const orders = all.filter((order) => order.shopId === met.shopId);
  const made = messageId ? await promiseOfMessage(tx, messageId) : undefined;
  return {
    sentence: (read?.sentence ?? text).slice(0, 500),
    messageId: messageId ?? null,
    read: read !== null,
    event,
    dueAt: due?.toISOString() ?? null,
    orderId: needsOrder(event) ? (likely(event, orders)?.id ?? null) : null,
    orders: orders.map(({ id, number }) => ({ id, name: number })),
    quick: contract
      .quickDues(now(), timezone)
      .map(({ key, at }) => ({ key, at: at.toISOString() })),
    promiseId: made?.id ?? null,
  };
}
