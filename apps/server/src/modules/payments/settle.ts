import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  paymentConfirmed,
  paymentFailed,
  refundConfirmed,
  refundFailed,
  refundUnknown,
} from './events.ts';
import { type Intent, moveIntent } from './intent.store.ts';
import type { GatewayAnswer } from './ports.ts';
import { moveRefund, type Refund } from './refund.store.ts';

const dataOf = ({ shopId, orderId, gateway, amountMinor, currency, failure }: Intent | Refund) => ({
  shopId,
  orderId,
  gateway,
  amountMinor,
  currency,
  failure,
});

/** A gateway that moved another amount than was asked for is not believed: a person must look. */
const checked = (of: { amountMinor: number }, said: GatewayAnswer): GatewayAnswer =>
  said.state === 'confirmed' && said.amountMinor != null && said.amountMinor !== of.amountMinor
    ? {
        ...said,
        state: 'unknown',
        failure: `amount ${said.amountMinor} instead of ${of.amountMinor}`,
      }
    : said;

/** Moves a payment to what the gateway says of it, forward only, and tells. Returns whether it moved. */
export async function settlePayment(
  actor: Actor,
  tx: Tx,
  intent: Intent,
  answer: GatewayAnswer,
): Promise<boolean> {
  const said = checked(intent, answer);
  if (said.state === 'accepted' || said.state === 'missing') return false;
  const moved = await moveIntent(tx, intent.id, said.state, said);
  if (!moved) return false;
  const data = { intentId: moved.id, ...dataOf(moved) };
  const about = { subject: moved.id, reach: { shop: moved.shopId }, actor, data };
  if (said.state === 'confirmed') emit(tx, paymentConfirmed, about);
  if (said.state === 'failed') emit(tx, paymentFailed, about);
  return true;
}

const refundEvents = {
  confirmed: refundConfirmed,
  failed: refundFailed,
  unknown: refundUnknown,
} as const;

/** Moves a refund to what the gateway says of it, forward only, and tells. Returns whether it moved. */
export async function settleRefund(
  actor: Actor,
  tx: Tx,
  refund: Refund,
  answer: GatewayAnswer,
): Promise<boolean> {
  const said = checked(refund, answer);
  if (said.state === 'accepted' || said.state === 'missing') return false;
  const moved = await moveRefund(tx, refund.id, said.state, said);
  if (!moved) return false;
  const data = { refundId: moved.id, key: moved.key, intentId: moved.intentId, ...dataOf(moved) };
  emit(tx, refundEvents[said.state], {
    subject: moved.id,
    reach: { shop: moved.shopId },
    actor,
    data,
  });
  return true;
}
