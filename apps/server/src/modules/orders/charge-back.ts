import type { Actor } from '../../kernel/actor.ts';
import { sumMoney } from '../../kernel/money.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readPaidCharge } from './charge.store.ts';
import { bookRefund, type MoneyOrder } from './money.ts';

/**
 * An act that charged the buyer and then failed gives that money back to what paid it, so that nobody pays twice. The order
 * must be locked; a platform moves its own money.
 */
export async function returnCharge(
  actor: Actor,
  tx: Tx,
  order: MoneyOrder,
  actId: string,
): Promise<void> {
  const charge = await readPaidCharge(tx, order.id, actId);
  if (!charge || order.source === 'connector') return;
  const left = sumMoney(charge.payments.map((payment) => payment.leftMinor));
  const amountMinor = Math.min(charge.amountMinor, left);
  if (amountMinor <= 0) return;
  const from = charge.payments.map((payment) => payment.reference);
  const wish = { amountMinor, to: 'original', from, actId, cause: 'refund' } as const;
  const back = await bookRefund(actor, tx, order, wish);
  if (isRefusal(back)) throw new Error(`charge of act ${actId} cannot be given back: ${back.code}`);
}
