import type { InputOf, storefront } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import * as orders from '../orders/index.ts';
import { type Intent, numberOf, openIntent, tendPayment } from '../payments/index.ts';
import { isSandbox, ownOrder, shown } from './order.ts';
import type { SandboxHands } from './ports.ts';

type Wish = InputOf<typeof storefront.payOrder>;

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

/** The part of the balance at once, and a payment opened for the rest; null where no gateway is needed. */
async function begin(actor: BuyerActor, tx: Tx, wish: Wish) {
  const order = await ownOrder(actor, tx, wish.orderId, true);
  if (isRefusal(order)) return order;
  if (order.dueMinor === 0 || order.onDelivery || !(await isSandbox(tx, order.shopId)))
    return refuse('order.not_payable', { status: order.status });
  const lacks = await payBalance(actor, tx, order, wish.balance);
  if (lacks) return lacks;
  const rest = await orders.orderFacts(tx, order.id);
  if (!rest || rest.dueMinor === 0 || wish.outcome === 'stay_unpaid') return null;
  if (wish.outcome === 'on_delivery') return orders.payOnDelivery(actor, tx, rest);
  return openIntent(tx, {
    shopId: rest.shopId,
    orderId: rest.id,
    key: `${rest.number}-${newId().slice(-12)}`,
    gateway: 'sandbox',
    amountMinor: rest.dueMinor,
    currency: rest.currency,
  });
}

/** Plays the payer at the gateway, then asks the gateway and books what it says: its callback may come before, after or twice. */
async function finish(
  actor: BuyerActor,
  bare: Bare,
  hands: SandboxHands,
  intent: Intent,
  wish: Wish,
) {
  await tendPayment(bare.db, hands, actor.team, intent.id);
  await hands.sandbox.settle(numberOf(intent.id), wish.outcome === 'succeed' ? 'paid' : 'declined');
  const known = await tendPayment(bare.db, hands, actor.team, intent.id);
  if (known.state !== 'confirmed') return;
  const { id: intentId, ...came } = { ...known, failure: known.failure };
  await bare.db.write(actor, (tx) => orders.bookConfirmed(actor, tx, { intentId, ...came }));
}

/** Pays the shopper's own order. A refused payment and one walked away from leave what a balance paid as it is. */
export const payOrderWith =
  (hands: SandboxHands) => async (actor: BuyerActor, bare: Bare, wish: Wish) => {
    const begun = await bare.db.write(actor, (tx) => begin(actor, tx, wish));
    if (isRefusal(begun)) return begun;
    if (begun) await finish(actor, bare, hands, begun, wish);
    if (begun && wish.outcome === 'fail') return refuse('storefront.payment_failed');
    return bare.db.read(actor, (tx) => shown(tx, wish.orderId));
  };
