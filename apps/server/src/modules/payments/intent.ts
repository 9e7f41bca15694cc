import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Intent, insertIntent, readIntentByKey } from './intent.store.ts';
import { tendRefundPlan } from './plans.ts';
import { insertRefunds } from './refund.store.ts';

export type WantedPayment = Pick<
  Intent,
  'shopId' | 'orderId' | 'key' | 'gateway' | 'amountMinor' | 'currency'
>;

/** Opens a payment at a gateway, or finds the one of this key: the key is stable, so asking twice is one payment. */
export async function openIntent(tx: Tx, wanted: WantedPayment): Promise<Intent> {
  const made = await insertIntent(tx, { ...wanted, id: newId() });
  const intent = made ?? (await readIntentByKey(tx, wanted.gateway, wanted.key));
  if (!intent) throw new Error('a payment vanished');
  return intent;
}

/** A refund of a payment made here. `key` is stable: the act and the payment it goes back to. */
export interface WantedRefund {
  readonly key: string;
  readonly intentId: string;
  readonly amountMinor: number;
  readonly reason: string;
}

/**
 * Asks for refunds to be paid out once this transaction is committed; nothing is sent before. False where a payment has not
 * so much left: the transaction must then be given up.
 */
export async function requestRefunds(tx: Tx, wanted: readonly WantedRefund[]): Promise<boolean> {
  if (wanted.length === 0) return true;
  const refunds = wanted.map((one) => ({ ...one, id: newId() }));
  if ((await insertRefunds(tx, refunds)) !== refunds.length) return false;
  for (const { id } of refunds) await enqueue(tx, tendRefundPlan, { refundId: id });
  return true;
}
