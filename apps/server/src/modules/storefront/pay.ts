import { storefront as contract, type InputOf } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { beginOnce } from '../../kernel/idempotency.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import * as orders from '../orders/index.ts';
import { numberOf, openIntent, tendPayment } from '../payments/index.ts';
import { isSandbox, ownOrder, shown } from './order.ts';
import type { SandboxHands } from './ports.ts';

type Wish = InputOf<typeof contract.payOrder>;

/** Takes the part a balance pays; at most what is due. */
async function payBalance(
  actor: BuyerActor,
  tx: Tx,
  order: orders.OrderFacts,
  wish: Wish['balance'],
) {
  if (!wish) return null;
  const paid = await orders.payOrder(actor, tx, {
    orderId: order.id,
    kind: 'gift_card',
    reference: `balance:${newId()}`,
    methodId: wish.methodId,
    amountMinor: Math.min(wish.amountMinor, order.dueMinor),
  });
  return isRefusal(paid) ? paid : null;
}

interface Begun {
  /** The payment opened at the gateway; null where none is needed. */
  readonly intentId: string | null;
}

const needsNone: Begun = { intentId: null };

/** The part of the balance at once, and a payment opened for the rest. */
async function begin(actor: BuyerActor, tx: Tx, wish: Wish) {
  const order = await ownOrder(actor, tx, wish.orderId, true);
  if (isRefusal(order)) return order;
  if (order.dueMinor === 0 || order.onDelivery || !(await isSandbox(tx, order.shopId)))
    return refuse('order.not_payable', { status: order.status });
  const lacks = await payBalance(actor, tx, order, wish.balance);
  if (lacks) return lacks;
  const rest = await orders.orderFacts(tx, order.id);
  if (!rest || rest.dueMinor === 0 || wish.outcome === 'stay_unpaid') return needsNone;
  if (wish.outcome === 'on_delivery')
    return (await orders.payOnDelivery(actor, tx, rest)) ?? needsNone;
  const intent = await openIntent(tx, {
    shopId: rest.shopId,
    orderId: rest.id,
    key: `${rest.number}-${newId().slice(-12)}`,
    gateway: 'sandbox',
    amountMinor: rest.dueMinor,
    currency: rest.currency,
  });
  return { intentId: intent.id };
}

/** Plays the payer at the gateway, then asks the gateway and books what it says: its callback may come before, after or twice. */
async function finish(
  actor: BuyerActor,
  bare: Bare,
  hands: SandboxHands,
  intentId: string,
  wish: Wish,
) {
  await tendPayment(bare.db, hands, actor.team, intentId);
  await hands.sandbox.settle(numberOf(intentId), wish.outcome === 'succeed' ? 'paid' : 'declined');
  const known = await tendPayment(bare.db, hands, actor.team, intentId);
  if (known.state !== 'confirmed') return;
  const { id: _, ...came } = known;
  await bare.db.write(actor, (tx) => orders.bookConfirmed(actor, tx, { intentId, ...came }));
}

/**
 * Pays the shopper's own order. A refused payment and one walked away from leave what a balance paid as it is.
 * What was begun under the key is brought to its end by a repetition, never begun again.
 */
export const payOrderWith =
  (hands: SandboxHands) => async (actor: BuyerActor, bare: Bare, wish: Wish) => {
    const request = { key: bare.key, endpoint: contract.payOrder.id, input: wish };
    const begun = await bare.db.write(actor, (tx) =>
      beginOnce(actor, tx, request, () => begin(actor, tx, wish)),
    );
    if (isRefusal(begun)) return begun;
    if (begun.intentId) await finish(actor, bare, hands, begun.intentId, wish);
    if (begun.intentId && wish.outcome === 'fail') return refuse('storefront.payment_failed');
    return bare.db.read(actor, (tx) => shown(tx, wish.orderId));
  };
