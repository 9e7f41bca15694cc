import { payments as contract, type InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { beginOnce } from '../../kernel/idempotency.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import * as orders from '../orders/index.ts';
import { type Hands, openIntent, tendPayment } from '../payments/index.ts';
import { isSandbox } from './order.ts';

type Wish = InputOf<typeof contract.openPaymentLink>;

async function open(actor: StaffActor, tx: Tx, hands: Hands, { orderId, gateway }: Wish) {
  const order = await orders.lockOrder(tx, orderId);
  if (!order || can(actor, 'orders.remind', { shop: order.shopId }) !== 'yes')
    return refuse('order.not_found');
  const paysNothing = gateway === 'sandbox' && !(await isSandbox(tx, order.shopId));
  if (paysNothing || !hands.gateways.of(order.shopId, gateway))
    return refuse('payment.gateway_off');
  if (order.dueMinor === 0) return refuse('order.not_payable', { status: order.status });
  record(tx, actor, {
    action: 'payment.link_opened',
    subject: { kind: 'order', id: order.id },
    after: { gateway, amountMinor: order.dueMinor, currency: order.currency },
    shop: order.shopId,
  });
  const { id } = await openIntent(tx, {
    shopId: order.shopId,
    orderId: order.id,
    key: `${order.number}-${newId().slice(-12)}`,
    gateway,
    amountMinor: order.dueMinor,
    currency: order.currency,
  });
  return { id };
}

/** Opens a payment of what is due, so that a colleague can send the buyer where to pay. The sandbox only for the sample shop. */
export const openPaymentLinkWith =
  (hands: Hands) => async (actor: StaffActor, bare: Bare, wish: Wish) => {
    const request = { key: bare.key, endpoint: contract.openPaymentLink.id, input: wish };
    const opened = await bare.db.write(actor, (tx) =>
      beginOnce(actor, tx, request, () => open(actor, tx, hands, wish)),
    );
    if (isRefusal(opened)) return opened;
    const { id, state, pay, amountMinor, currency, failure } = await tendPayment(
      bare.db,
      hands,
      actor.team,
      opened.id,
    );
    return { intentId: id, state, pay, amountMinor, currency, failure };
  };
